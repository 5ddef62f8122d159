internal import FindingModel

/// The directives of a `go.mod` file.
///
/// Source: "go.mod files" of the Go Modules Reference.
struct GoModuleFile {
  struct Requirement {
    let module: String
    let version: String
    let isIndirect: Bool
    let location: SourceLocation
  }

  struct Replacement {
    let module: String
    /// `nil` for every version.
    let version: String?
    let by: String
    /// `nil` for a folder.
    let byVersion: String?
  }

  private(set) var module: String?
  /// `1.21`, and `go1.21.3` where a toolchain is named.
  private(set) var goVersion: String?
  private(set) var toolchain: String?
  private(set) var requirements: [Requirement] = []
  private(set) var replacements: [Replacement] = []
  private(set) var excluded: Set<[String]> = []
  /// Lines that are no directive.
  private(set) var wrongLines: [Int] = []

  init(_ bytes: [UInt8], path: String) {
    var block: String?
    for line in PlacedLines(bytes, path: path) {
      let parts = line.text.split(separator: "//", maxSplits: 1, omittingEmptySubsequences: false)
      var words = (parts.first ?? "").split { $0 == " " || $0 == "\t" }.map(Self.unquoted)
      guard let first = words.first else { continue }
      if block != nil, first == ")" {
        block = nil
        continue
      }
      if block == nil {
        words.removeFirst()
        if words == ["("] {
          block = first
          continue
        }
      }
      let isIndirect =
        parts.count > 1
        && parts[1].split(separator: ";").contains { JavaProperties.trimmed($0) == "indirect" }
      take(block ?? first, words, isIndirect: isIndirect, line)
    }
  }

  private static func unquoted(_ word: Substring) -> String {
    guard let quote = word.first, quote == "\"" || quote == "`", word.count > 1, word.last == quote else {
      return String(word)
    }
    return String(word.dropFirst().dropLast())
  }

  private mutating func take(
    _ directive: String, _ words: [String], isIndirect: Bool, _ line: PlacedLines.Line
  ) {
    switch (directive, words.count) {
    case ("module", 1): module = words[0]
    case ("go", 1): goVersion = words[0]
    case ("toolchain", 1): toolchain = words[0]
    case ("require", 2):
      requirements.append(
        Requirement(module: words[0], version: words[1], isIndirect: isIndirect, location: line.location))
    case ("exclude", 2): excluded.insert(words)
    case ("replace", 3...5):
      guard let arrow = words.firstIndex(of: "=>"), arrow == 1 || arrow == 2, arrow + 1 < words.count else {
        wrongLines.append(line.number)
        return
      }
      replacements.append(
        Replacement(
          module: words[0], version: arrow == 2 ? words[1] : nil, by: words[arrow + 1],
          byVersion: arrow + 2 < words.count ? words[arrow + 2] : nil))
    case ("require", _), ("replace", _), ("exclude", _), ("module", _): wrongLines.append(line.number)
    // Whatever else there is concerns neither what is used nor in which version.
    default: break
    }
  }

  /// Whether all modules of the build are required by name, as since Go 1.17.
  var listsEverything: Bool {
    let numbers = (goVersion ?? "").split(separator: ".").compactMap { Int($0) }
    guard numbers.count >= 2 else { return false }
    return numbers[0] > 1 || numbers[0] == 1 && numbers[1] >= 17
  }
}
