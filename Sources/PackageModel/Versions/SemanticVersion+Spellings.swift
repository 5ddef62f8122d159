extension SemanticVersion {
  /// Largest number in a version of npm: JavaScript's largest safe integer.
  static let nodeNumberLimit: UInt64 = 1 << 53 - 1

  /// What npm reads, in its loose mode: `v1.2.3`, `=1.2.3`, `1.2.3beta`, `01.2.3`.
  init?(node scanner: inout VersionScanner) {
    _ = scanner.take { $0 == UInt8(ascii: "v") || $0 == UInt8(ascii: "=") || $0.isWhitespace }
    guard let major = Self.nodeNumber(&scanner), scanner.take("."),
      let minor = Self.nodeNumber(&scanner), scanner.take("."),
      let patch = Self.nodeNumber(&scanner),
      let prerelease = Self.nodePrerelease(&scanner),
      Self.skipMetadata(&scanner)
    else { return nil }
    self.init(major, minor, patch, prerelease: prerelease)
  }

  static func nodeNumber(_ scanner: inout VersionScanner) -> UInt64? {
    scanner.takeNumber(allowsLeadingZeros: true).flatMap { $0 <= nodeNumberLimit ? $0 : nil }
  }

  private static func nodePrerelease(_ scanner: inout VersionScanner) -> [Identifier]? {
    if scanner.take("-") { return identifiers(&scanner, allowsLeadingZeros: true) }
    // The hyphen may be missing where a letter follows the numbers.
    guard scanner.isNext({ $0.isLetter }) else { return [] }
    return identifiers(&scanner, allowsLeadingZeros: true)
  }

  /// What golang.org/x/mod/semver reads, with or without the `v`: `v1.2.3`, `v1`; and the names of Go's own
  /// releases, `go1.21rc2`.
  init?(go scanner: inout VersionScanner) {
    if scanner.take(text: "go") {
      self.init(goRelease: &scanner)
      return
    }
    _ = scanner.take("v")
    guard let major = scanner.takeNumber(allowsLeadingZeros: false) else { return nil }
    guard scanner.take(".") else {
      // `v1` and `v1.2` are short for versions with zeros; nothing may follow them.
      self.init(major, 0, 0)
      return
    }
    guard let minor = scanner.takeNumber(allowsLeadingZeros: false) else { return nil }
    guard scanner.take(".") else {
      self.init(major, minor, 0)
      return
    }
    guard let patch = scanner.takeNumber(allowsLeadingZeros: false),
      let prerelease = Self.prerelease(&scanner), Self.skipMetadata(&scanner)
    else { return nil }
    self.init(major, minor, patch, prerelease: prerelease)
  }

  /// `1.21rc2` is `1.21.0-rc.2`, as the Go vulnerability database writes it.
  private init?(goRelease scanner: inout VersionScanner) {
    guard let major = scanner.takeNumber(allowsLeadingZeros: false) else { return nil }
    var numbers: [UInt64] = []
    while numbers.count < 2, scanner.take(".") {
      guard let number = scanner.takeNumber(allowsLeadingZeros: false) else { return nil }
      numbers.append(number)
    }
    var prerelease: [Identifier] = []
    for phase in ["beta", "rc"] where prerelease.isEmpty {
      guard phase == "beta" ? scanner.take(text: "beta") : scanner.take(text: "rc") else { continue }
      guard let number = scanner.takeNumeral() else { return nil }
      prerelease = [.word(phase), .number(number)]
    }
    // What follows names a builder's own changes or experiments: `go1.21.3-corp`, `go1.21.3 X:boringcrypto`.
    if scanner.take("-") || scanner.take("+") || scanner.skipSpaces() { _ = scanner.take { _ in true } }
    self.init(major, numbers.first ?? 0, numbers.count > 1 ? numbers[1] : 0, prerelease: prerelease)
  }

  /// What SwiftPM reads of a tag: a semantic version, with or without a `v`, or two numbers.
  init?(swift scanner: inout VersionScanner) {
    _ = scanner.take("v")
    guard let major = scanner.takeNumber(allowsLeadingZeros: false), scanner.take("."),
      let minor = scanner.takeNumber(allowsLeadingZeros: false)
    else { return nil }
    var patch: UInt64 = 0
    if scanner.take(".") {
      guard let number = scanner.takeNumber(allowsLeadingZeros: false) else { return nil }
      patch = number
    }
    guard let prerelease = Self.prerelease(&scanner), Self.skipMetadata(&scanner) else { return nil }
    self.init(major, minor, patch, prerelease: prerelease)
  }

  /// `-rc.1`; empty where there is none, `nil` where it breaks semver's grammar.
  static func prerelease(_ scanner: inout VersionScanner) -> [Identifier]? {
    scanner.take("-") ? identifiers(&scanner, allowsLeadingZeros: false) : []
  }

  static func identifiers(_ scanner: inout VersionScanner, allowsLeadingZeros: Bool) -> [Identifier]? {
    var found: [Identifier] = []
    repeat {
      let text = scanner.take { $0.isIdentifier }
      guard let first = text.first else { return nil }
      if text.allSatisfy({ $0.isDigit }) {
        guard allowsLeadingZeros || text.count == 1 || first != UInt8(ascii: "0") else { return nil }
        found.append(.number(Numeral(digits: text)))
      } else {
        found.append(.word(String(decoding: text, as: UTF8.self)))
      }
    } while scanner.take(".")
    return found
  }

  /// - Returns: `false` where a `+` is followed by something else than identifiers.
  static func skipMetadata(_ scanner: inout VersionScanner) -> Bool {
    guard scanner.take("+") else { return true }
    repeat {
      guard !scanner.take(while: { $0.isIdentifier }).isEmpty else { return false }
    } while scanner.take(".")
    return true
  }
}
