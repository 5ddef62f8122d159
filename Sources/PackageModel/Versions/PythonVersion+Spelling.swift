extension PythonVersion {
  /// What PEP 440 reads, with every spelling that it normalises: `v1.0-Alpha_1`, `1.0-1`, `1.0.REV3`.
  init?(_ scanner: inout VersionScanner) {
    self.init(releaseOf: &scanner)
    if let phase = Self.phase(&scanner) { pre = (phase, Self.suffixNumber(&scanner)) }
    post = Self.postNumber(&scanner)
    if Self.takeSuffix({ $0.take(text: "dev") }, &scanner) { dev = Self.suffixNumber(&scanner) }
    guard scanner.take("+") else { return }
    repeat {
      let segment = scanner.take { $0.isLetter || $0.isDigit }
      guard !segment.isEmpty else { return nil }
      local.append(Self.localSegment(segment))
    } while scanner.take(".") || scanner.take("-") || scanner.take("_")
  }

  /// Epoch and release, without what may follow.
  init?(releaseOf scanner: inout VersionScanner) {
    _ = scanner.take(text: "v")
    guard let first = scanner.takeNumeral() else { return nil }
    epoch = .zero
    release = [first]
    if scanner.take("!") {
      guard let number = scanner.takeNumeral() else { return nil }
      epoch = first
      release = [number]
    }
    while let number = Self.furtherNumber(&scanner) { release.append(number) }
  }

  init(epoch: Numeral, release: [Numeral]) {
    self.epoch = epoch
    self.release = release
  }

  private static func furtherNumber(_ scanner: inout VersionScanner) -> Numeral? {
    let start = scanner.position
    if scanner.take("."), let number = scanner.takeNumeral() { return number }
    scanner.rewind(to: start)
    return nil
  }

  private static func phase(_ scanner: inout VersionScanner) -> Phase? {
    var phase: Phase?
    _ = takeSuffix(
      { scanner in
        // Long words first: `alpha` starts with `a`.
        if scanner.take(text: "alpha") || scanner.take(text: "a") {
          phase = .alpha
        } else if scanner.take(text: "beta") || scanner.take(text: "b") {
          phase = .beta
        } else if scanner.take(text: "preview") || scanner.take(text: "pre") || scanner.take(text: "c")
          || scanner.take(text: "rc")
        {
          phase = .candidate
        }
        return phase != nil
      }, &scanner)
    return phase
  }

  private static func postNumber(_ scanner: inout VersionScanner) -> Numeral? {
    let start = scanner.position
    // `1.0-1` is the first release after 1.0.
    if scanner.take("-"), let number = scanner.takeNumeral() { return number }
    scanner.rewind(to: start)
    let isPost = takeSuffix(
      { $0.take(text: "post") || $0.take(text: "rev") || $0.take(text: "r") }, &scanner)
    return isPost ? suffixNumber(&scanner) : nil
  }

  /// Takes a word with one separator before it, or nothing at all.
  private static func takeSuffix(
    _ word: (inout VersionScanner) -> Bool, _ scanner: inout VersionScanner
  ) -> Bool {
    let start = scanner.position
    takeSeparator(&scanner)
    if word(&scanner) { return true }
    scanner.rewind(to: start)
    return false
  }

  /// The number behind a word; none is zero.
  private static func suffixNumber(_ scanner: inout VersionScanner) -> Numeral {
    takeSeparator(&scanner)
    return scanner.takeNumeral() ?? .zero
  }

  private static func takeSeparator(_ scanner: inout VersionScanner) {
    _ = scanner.take(".") || scanner.take("-") || scanner.take("_")
  }

  private static func localSegment(_ bytes: ArraySlice<UInt8>) -> LocalSegment {
    bytes.allSatisfy { $0.isDigit }
      ? .number(Numeral(digits: bytes)) : .word(String(decoding: bytes.map(\.lowercased), as: UTF8.self))
  }
}
