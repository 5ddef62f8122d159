internal import Documents
internal import FindingModel
internal import PackageModel

extension ListSource {
  enum Language {
    case json
    case yaml
    case toml
  }

  /// The file as a tree; `nil` if it is none, which is then a problem of the list.
  func document(_ language: Language, into list: inout PackageList) -> Node? {
    do {
      return try Self.parse(bytes, as: language, path: path)
    } catch {
      list.problems.append(NotChecked(path: path, reason: error.description))
      return nil
    }
  }

  /// A file in the same folder, or one with a path from it; `nil` where there is none or it cannot be read.
  ///
  /// Its problems are told when it is read for itself.
  func neighbour(_ name: String, _ language: Language) -> Node? {
    guard let path = FilePath.normalised(FilePath.join(FilePath.folder(of: path), name)),
      let bytes = files.bytes(of: path)
    else { return nil }
    return try? Self.parse(bytes, as: language, path: path)
  }

  private static func parse(
    _ bytes: [UInt8], as language: Language, path: String
  ) throws(DocumentError) -> Node {
    let limits = InventoryLimits.document
    guard bytes.count <= limits.bytes else {
      throw .tooLarge(path: path, bytes: bytes.count, limit: limits.bytes)
    }
    if let offset = UTF8Validation.firstInvalidOffset(in: bytes) {
      throw .notUTF8(path: path, offset: offset)
    }
    return switch language {
    case .json: try JSONReader.parse(bytes, path: path, limits: limits)
    case .yaml: try YAMLComposer.parse(bytes, path: path, limits: limits)
    case .toml: try TOMLReader.parse(bytes, path: path, limits: limits)
    }
  }
}

extension PackageList {
  /// - Returns: The index of the entry; `nil` where it has no name, and once the list is full, which is said in its
  ///   problems.
  mutating func add(_ entry: PackageEntry) -> Int? {
    guard !entry.name.isEmpty else { return nil }
    guard packages.count < InventoryLimits.packages else {
      noteFull("packages")
      return nil
    }
    packages.append(entry)
    return packages.count - 1
  }

  /// What has no name asks for nothing.
  mutating func ask(for requirement: PackageRequirement) {
    guard !requirement.name.isEmpty else { return }
    guard requirements.count < InventoryLimits.packages else { return noteFull("requirements") }
    requirements.append(requirement)
  }

  mutating func note(_ reason: String, in file: String? = nil, isError: Bool = true) {
    problems.append(NotChecked(path: file ?? path, reason: reason, isError: isError))
  }

  private mutating func noteFull(_ what: String) {
    let problem = NotChecked(
      path: path, reason: "more than \(InventoryLimits.packages) \(what); the rest was not read")
    if problems.last != problem { problems.append(problem) }
  }
}
