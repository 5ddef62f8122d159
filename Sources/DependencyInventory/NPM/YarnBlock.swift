internal import Documents
internal import FindingModel

/// One package of a `yarn.lock`, whichever notation the file has.
struct YarnBlock {
  /// What asks for it, `lodash@^4.17.0`, `lodash@npm:^4.17.0`.
  var patterns: [String]
  let location: SourceLocation
  var fields: [String: String] = [:]
  /// Names with ranges, in the order of the file.
  var dependencies: [(name: String, range: String)] = []
  var optional: Set<String> = []
}

/// The notation of yarn's first version: like YAML, and none.
struct YarnClassicReader {
  private(set) var blocks: [YarnBlock] = []
  /// The first line that could not be understood.
  private(set) var strayLine: Int?
  private var section: String?

  init(_ bytes: [UInt8], path: String) {
    for (index, line) in TextLines.raw(bytes).enumerated() {
      let text = line.drop { $0 == " " }
      guard let first = text.first, first != "#" else { continue }
      let indent = line.utf8.count - text.utf8.count
      let isUnderstood =
        switch indent {
        case 0: open(text, at: SourceLocation(path: path, line: index + 1, column: 1))
        case 1...2: field(text)
        default: dependency(text)
        }
      if !isUnderstood { strayLine = strayLine ?? index + 1 }
    }
  }

  private mutating func open(_ text: Substring, at location: SourceLocation) -> Bool {
    section = nil
    guard text.last == ":" else { return false }
    var patterns: [String] = []
    var rest = text.dropLast()
    // A pair of quotes with nothing in it names nothing.
    while let (pattern, after) = Self.word(rest, until: ","), !pattern.isEmpty {
      patterns.append(pattern)
      rest = after.drop { $0 == "," || $0 == " " }
    }
    blocks.append(YarnBlock(patterns: patterns, location: location))
    return rest.isEmpty && !patterns.isEmpty
  }

  private mutating func field(_ text: Substring) -> Bool {
    guard let last = blocks.indices.last else { return false }
    if text.last == ":", !text.contains(" ") {
      section = String(text.dropLast())
      return true
    }
    section = nil
    guard let (key, value) = Self.pair(text) else { return false }
    blocks[last].fields[key] = value
    return true
  }

  private mutating func dependency(_ text: Substring) -> Bool {
    guard let last = blocks.indices.last, let section, let (name, range) = Self.pair(text) else {
      return false
    }
    switch section {
    case "dependencies": blocks[last].dependencies.append((name, range))
    case "optionalDependencies":
      blocks[last].dependencies.append((name, range))
      blocks[last].optional.insert(name)
    default: break
    }
    return true
  }

  private static func pair(_ text: Substring) -> (key: String, value: String)? {
    guard let (key, rest) = word(text, until: " "),
      let (value, _) = word(rest.drop { $0 == " " }, until: "\n")
    else { return nil }
    return (key, value)
  }

  /// A word up to a character, or in double quotes.
  private static func word(_ text: Substring, until stop: Character) -> (word: String, rest: Substring)? {
    guard let first = text.first else { return nil }
    guard first == "\"" else {
      let end = text.firstIndex(of: stop) ?? text.endIndex
      return (String(text[..<end]), text[end...])
    }
    let content = text.dropFirst()
    guard let end = content.firstIndex(of: "\"") else { return nil }
    return (String(content[..<end]), content[content.index(after: end)...])
  }
}

/// The notation of yarn since version 2: YAML.
enum YarnBerryReader {
  static func blocks(of document: Node) -> [YarnBlock] {
    document.entries.compactMap { entry in
      guard entry.key != "__metadata", entry.value.isMapping else { return nil }
      let patterns = entry.key.split(separator: ",").map { String($0.drop { $0 == " " }) }
      var block = YarnBlock(patterns: patterns, location: entry.keyLocation)
      for field in entry.value.entries {
        if let text = field.value.text { block.fields[field.key] = text }
      }
      for dependency in entry.value["dependencies"]?.entries ?? [] {
        block.dependencies.append((dependency.key, dependency.value.text ?? ""))
      }
      for meta in entry.value["dependenciesMeta"]?.entries ?? []
      where meta.value["optional"]?.boolean == true {
        block.optional.insert(meta.key)
      }
      return block
    }
  }
}
