/// What PEP 440's specifiers or Poetry's constraints ask for: `>=1.2,!=1.5.*`, `~=1.4`, `^1.2 || ^2.0`.
struct PythonRequirement: Sendable {
  /// One of these must hold, and of it every specifier; only Poetry has more than one.
  private let alternatives: [[PythonSpecifier]]

  init?(_ text: String) {
    var scanner = VersionScanner(text)
    var alternatives: [[PythonSpecifier]] = []
    var count = 0
    repeat {
      guard let specifiers = Self.specifiers(&scanner) else { return nil }
      count += specifiers.count + 1
      guard count <= VersionRequirement.conditionLimit else { return nil }
      alternatives.append(specifiers)
    } while Self.takeOr(&scanner)
    guard scanner.isAtEnd else { return nil }
    self.alternatives = alternatives
  }

  func allows(_ version: PythonVersion, text: String) -> Bool {
    alternatives.contains { specifiers in
      guard specifiers.allSatisfy({ $0.allows(version, text: text) }) else { return false }
      return !version.isPrerelease || specifiers.contains(where: \.asksForPrereleases)
    }
  }

  var pinned: String? {
    guard alternatives.count == 1 else { return nil }
    return alternatives[0].compactMap(\.exactText).first
  }

  private static func takeOr(_ scanner: inout VersionScanner) -> Bool {
    scanner.take(text: "||") || scanner.take("|")
  }

  private static func specifiers(_ scanner: inout VersionScanner) -> [PythonSpecifier]? {
    var found: [PythonSpecifier] = []
    scanner.skipSpaces()
    while !scanner.isAtEnd, scanner.next != UInt8(ascii: "|") {
      // `*` of Poetry and Pipenv allows everything.
      if !scanner.take("*") {
        guard let specifier = PythonSpecifier(&scanner) else { return nil }
        found.append(specifier)
      }
      // Poetry lets a space stand for a comma.
      let hasSpace = scanner.skipSpaces()
      let hasComma = scanner.take(",")
      scanner.skipSpaces()
      guard hasSpace || hasComma || scanner.isAtEnd || scanner.next == UInt8(ascii: "|") else { return nil }
    }
    return found
  }
}
