internal import Documents
internal import FindingModel
internal import PackageModel

/// What is installed: `*.dist-info/METADATA`, `*.egg-info`, and wheels by their names.
///
/// https://packaging.python.org/specifications/core-metadata/
enum PythonBundle {
  static func read(_ source: ListSource, into list: inout PackageList) {
    if source.path.hasSuffix(".whl") { return readWheel(source, into: &list) }
    guard source.bytes.count <= InventoryLimits.bytes else {
      return list.note("\(source.bytes.count) bytes, more than the limit of \(InventoryLimits.bytes)")
    }
    let headers = MetadataHeaders(source.bytes)
    guard let name = headers.first("Name"), !name.isEmpty else {
      return list.note("no Name: no metadata of a Python package")
    }
    list.project = (name, headers.first("Version"))
    list.licences = licences(headers)
    var entry = PackageEntry(
      PackageIdentity(.pypi, name), name: name, version: headers.first("Version"),
      source: installedFrom(source), at: .start(of: source.path))
    entry.licences = list.licences
    entry.bundledPath = FilePath.folder(of: source.path)
    entry.importNames = importNames(source)
    for text in headers.all("Requires-Dist") {
      guard let parsed = PythonRequirement(text) else { continue }
      let isExtra = parsed.marker?.contains("extra") == true
      list.ask(
        for: parsed.requirement(scope: isExtra ? .optional : .production, at: .start(of: source.path)))
    }
    _ = list.add(entry)
  }

  private static func readWheel(_ source: ListSource, into list: inout PackageList) {
    guard let wheel = PythonSource.archive(source.path) else {
      return list.note("the name is not that of a wheel, name-version-python-abi-platform")
    }
    // In a wheel's name an underscore stands for any separator.
    let name = wheel.name.replacing("_", with: "-")
    var entry = PackageEntry(
      PackageIdentity(.pypi, name), name: name, version: wheel.version, source: .bundle,
      at: .start(of: source.path))
    entry.bundledPath = source.path
    _ = list.add(entry)
  }

  private static func licences(_ headers: MetadataHeaders) -> [String] {
    if let expression = headers.first("License-Expression") { return [expression] }
    // Some put the whole text of their licence here.
    if let licence = headers.first("License"), !licence.isEmpty, licence != "UNKNOWN", licence.count <= 100 {
      return [licence]
    }
    return headers.all("Classifier").compactMap { PythonProject.licence(ofClassifier: $0) }
  }

  /// `direct_url.json` says where a package comes from that is not the registry's.
  private static func installedFrom(_ source: ListSource) -> PackageSource {
    guard let document = source.neighbour("direct_url.json", .json), let address = document["url"]?.text
    else { return .bundle }
    if let repository = document["vcs_info"] {
      return .repository(SourceAddress.safe(address), revision: repository["commit_id"]?.text)
    }
    return document["dir_info"] != nil ? .path(address) : .archive(SourceAddress.safe(address))
  }

  /// `top_level.txt`, or the folders and modules of `RECORD`.
  private static func importNames(_ source: ListSource) -> [String] {
    let folder = FilePath.folder(of: source.path)
    if let bytes = source.files.bytes(of: FilePath.join(folder, "top_level.txt")) {
      return TextLines.of(bytes).filter { !$0.isEmpty }.prefix(nameLimit).map(String.init)
    }
    guard let bytes = source.files.bytes(of: FilePath.join(folder, "RECORD")) else { return [] }
    var names: Set<String> = []
    for line in TextLines.of(bytes) where names.count < nameLimit {
      let path = line.prefix { $0 != "," }
      let parts = path.split(separator: "/")
      guard let first = parts.first, path.hasSuffix(".py") || path.hasSuffix(".so") else { continue }
      let name = parts.count > 1 ? first : first.prefix { $0 != "." }
      // `x-1.0.data` and `..` are no modules.
      if !name.isEmpty, !name.contains("-"), !name.contains(".") { names.insert(String(name)) }
    }
    return names.subtracting(["__pycache__"]).sorted()
  }

  private static let nameLimit = 200
}

/// The headers of a metadata file, which looks like a mail; the text after the first empty line is a description.
struct MetadataHeaders {
  private var fields: [(name: Substring, value: String)] = []
  private static let fieldLimit = 20_000

  init(_ bytes: [UInt8]) {
    for line in TextLines.raw(bytes).prefix(Self.fieldLimit) {
      if line.trimmed.isEmpty { return }
      if line.first?.isWhitespace == true, let last = fields.indices.last {
        fields[last].value += " " + line.trimmed
      } else if let mark = line.firstIndex(of: ":") {
        fields.append((line[..<mark], String(line[line.index(after: mark)...].trimmed)))
      }
    }
  }

  func first(_ name: String) -> String? { fields.first { $0.name == name }?.value }

  func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }
}
