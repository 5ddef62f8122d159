internal import Documents
internal import FindingModel

extension Assembly {
  /// `DefinitionString` or `DefinitionS3Location`, and `DefinitionSubstitutions`.
  mutating func definition(of resource: SAMResource) -> [Entry] {
    var substitutions = resource["DefinitionSubstitutions"]
    var entries: [Entry] = []
    if let definition = resource["Definition"] {
      entries.append(written(definition, &substitutions))
    } else if let uri = resource["DefinitionUri"] {
      if let path = Self.localPath(uri), let definition = read(path: path, for: resource) {
        entries.append(written(definition, &substitutions))
      } else {
        let make = Implied(at: uri.location)
        let location = Self.packaged(uri, make, ["Bucket", "Key", "Version"])
        entries.append(Entry("DefinitionS3Location", at: uri.location, location))
      }
    } else {
      problem(at: resource.location, "The state machine '\(resource.id)' has no definition.")
    }
    if let substitutions {
      entries.append(Entry("DefinitionSubstitutions", at: substitutions.location, substitutions))
    }
    return entries
  }

  private func written(_ definition: Node, _ substitutions: inout Node?) -> Entry {
    guard definition.isPlainMapping else {
      let key = definition.isIntrinsic ? "Definition" : "DefinitionString"
      return Entry(key, at: definition.location, definition)
    }
    var writer = DefinitionWriter()
    let lines = writer.lines(of: definition)
    let make = Implied(at: definition.location)
    if !writer.substitutions.isEmpty {
      let known = substitutions?.isPlainMapping == true ? substitutions?.entries ?? [] : []
      substitutions = make.map(known + writer.substitutions)
    }
    let join = make.call("Fn::Join", make.list([make.text("\n"), make.list(lines)]))
    return Entry("DefinitionString", at: definition.location, join)
  }

  /// A path on the disk; `nil` for an address in S3 and for what is not known yet.
  static func localPath(_ uri: Node) -> Node? {
    guard let text = uri.text, !text.hasPrefix("s3://"), !text.hasPrefix("https://"),
      !text.hasPrefix("{{resolve:")
    else { return nil }
    return uri
  }

  /// The document at a local path; a problem that is no error if it cannot be had.
  mutating func read(path: Node, for resource: SAMResource) -> Node? {
    guard let text = path.text else { return nil }
    do throws(TemplateFileError) {
      let (bytes, found) = try files.read(text, from: path.location.path)
      do throws(DocumentError) {
        let document = try Self.definition(bytes, path: found)
        if document.isMapping { return document }
        problem(at: path.location, "The file '\(text)' of '\(resource.id)' holds no map.", isError: false)
      } catch {
        problem(
          at: path.location, "The file '\(text)' of '\(resource.id)' is not read: \(error)", isError: false)
      }
    } catch {
      problem(at: path.location, "The definition of '\(resource.id)' is not read: \(error)", isError: false)
    }
    return nil
  }

  /// A definition's document, in which a number or list may still be a placeholder.
  private static func definition(_ bytes: [UInt8], path: String) throws(DocumentError) -> Node {
    do throws(DocumentError) {
      return try Document.parse(bytes, path: path)
    } catch {
      guard let quoted = BarePlaceholders.quoted(bytes) else { throw error }
      return try Document.parse(quoted, path: path)
    }
  }
}

/// Writes a state machine as JSON, a line per node, with variables where CloudFormation has functions.
struct DefinitionWriter {
  private(set) var substitutions: [Entry] = []
  private var lines: [Node] = []

  /// The lines of the text; keys are sorted, as SAM has them.
  mutating func lines(of definition: Node) -> [Node] {
    write(definition, at: definition.location, prefix: "", depth: 0, suffix: "")
    return lines
  }

  /// - Parameter place: Where the node begins for a person: at its key, if it has one.
  private mutating func write(
    _ node: Node, at place: SourceLocation, prefix: String, depth: Int, suffix: String
  ) {
    let indent = String(repeating: "    ", count: min(depth, 200))
    if needsVariable(node) {
      let name = "definition_substitution_\(substitutions.count + 1)"
      substitutions.append(Entry(name, at: node.location, node))
      add("\(indent)\(prefix)\"${\(name)}\"\(suffix)", at: place)
      return
    }
    switch node.content {
    case .scalar:
      add(indent + prefix + Self.scalar(node) + suffix, at: place)
    case .sequence(let elements):
      if elements.isEmpty { return add(indent + prefix + "[]" + suffix, at: place) }
      add(indent + prefix + "[", at: place)
      for (index, element) in elements.enumerated() {
        let suffix = index + 1 < elements.count ? "," : ""
        write(element, at: element.location, prefix: "", depth: depth + 1, suffix: suffix)
      }
      add(indent + "]" + suffix, at: node.location)
    case .mapping(let entries):
      if entries.isEmpty { return add(indent + prefix + "{}" + suffix, at: place) }
      add(indent + prefix + "{", at: place)
      let sorted = entries.sorted { $0.key.unicodeScalars.lexicographicallyPrecedes($1.key.unicodeScalars) }
      for (index, entry) in sorted.enumerated() {
        let key = Self.quoted(entry.key) + ": "
        let suffix = index + 1 < sorted.count ? "," : ""
        write(entry.value, at: entry.keyLocation, prefix: key, depth: depth + 1, suffix: suffix)
      }
      add(indent + "}" + suffix, at: node.location)
    }
  }

  private mutating func add(_ line: String, at place: SourceLocation) {
    lines.append(.string(line, at: place, isImplied: false))
  }

  private func needsVariable(_ node: Node) -> Bool {
    // `Condition` is a key of Choice states too; nothing a definition may hold is a condition's name.
    if let (name, _) = node.intrinsic { return name != "Condition" }
    guard let text = node.text else { return false }
    return text.hasPrefix("{{resolve:") && text.hasSuffix("}}")
  }

  private static func scalar(_ node: Node) -> String {
    if node.scalar?.kind == .string { return quoted(node.text ?? "") }
    return NodeJSON.write(node)
  }

  /// A JSON string of ASCII characters only.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for unit in text.utf16 {
      switch unit {
      case 0x22: result += "\\\""
      case 0x5C: result += "\\\\"
      case 0x0A: result += "\\n"
      case 0x0D: result += "\\r"
      case 0x09: result += "\\t"
      case 0x08: result += "\\b"
      case 0x0C: result += "\\f"
      case 0x20..<0x7F: result.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
      default:
        let digits = String(unit, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    }
    return result + "\""
  }
}
