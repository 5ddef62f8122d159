internal import JSONText

extension String {
  /// For names and paths: what is unsafe to print is spelt out, `\u{1B}`, so that two names never look alike.
  var printable: String { spellingOutUnsafe { _ in false } }

  /// For sentences: white space is folded to single spaces, the rest as in ``printable``.
  var prose: String {
    split(whereSeparator: { $0 == " " || $0 == "\t" || $0.isNewline }).joined(separator: " ").printable
  }

  /// For snippets: as ``printable``, line by line; tabs become two spaces.
  var printableLines: [String] {
    split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).joined(separator: "  ").printable
    }
  }

  /// For text with lines of its own: as ``printable``, but line feeds and tabs stay.
  var printableBlock: String { spellingOutUnsafe { $0 == "\n" || $0 == "\t" } }

  private func spellingOutUnsafe(except isAllowed: (Unicode.Scalar) -> Bool) -> String {
    func mustGo(_ scalar: Unicode.Scalar) -> Bool { scalar.isUnsafeToPrint && !isAllowed(scalar) }
    guard unicodeScalars.contains(where: mustGo) else { return self }
    var result = ""
    for scalar in unicodeScalars {
      if mustGo(scalar) {
        result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
