internal import Documents
internal import PackageModel

/// What records of several formats have in common.
enum RecordFields {
  /// The day of a timestamp, `2024-05-01` of `2024-05-01T10:00:00Z`; `nil` for a placeholder such as the year 1.
  static func day(_ node: Node?) -> String? {
    guard let text = node?.text, text.utf8.count >= 10 else { return nil }
    let day = text.prefix(10)
    let isDay = day.utf8.enumerated().allSatisfy { index, byte in
      index == 4 || index == 7 ? byte == UInt8(ascii: "-") : (0x30...0x39).contains(byte)
    }
    return isDay && !day.hasPrefix("0001") ? String(day) : nil
  }

  /// One line, short enough for a table.
  static func line(_ text: String) -> String {
    let words = text.split { $0.isWhitespace || $0.isNewline }.joined(separator: " ")
    guard words.utf8.count > AdvisoryLimits.text else { return words }
    var cut = ""
    for word in words.prefix(AdvisoryLimits.text).split(separator: " ").dropLast() {
      guard cut.utf8.count + word.utf8.count < AdvisoryLimits.text else { break }
      cut += (cut.isEmpty ? "" : " ") + word
    }
    return cut + " …"
  }

  /// The title, or where there is none the first sentence of the description.
  static func summary(_ title: Node?, _ description: Node?) -> String {
    if let title = title?.text, !title.allSatisfy(\.isWhitespace) { return line(title) }
    let text = line(String((description?.text ?? "").prefix(4 * AdvisoryLimits.text)))
    guard let stop = text.firstRange(of: ". ") else { return text }
    return String(text[..<stop.lowerBound]) + "."
  }

  static func texts(_ node: Node?) -> [String] {
    guard let node else { return [] }
    return node.isSequence ? node.elements.compactMap(\.text) : node.text.map { [$0] } ?? []
  }

  /// Addresses, the first few.
  static func references(_ texts: some Sequence<String>) -> [String] {
    var seen: Set<String> = []
    return Array(
      texts.lazy.filter { text in
        (text.hasPrefix("https://") || text.hasPrefix("http://")) && text.utf8.count <= AdvisoryLimits.text
      }
      .filter { seen.insert($0).inserted }.prefix(AdvisoryLimits.references))
  }

  static func weaknesses(_ node: Node?) -> [Int] {
    texts(node).prefix(AdvisoryLimits.ratings).compactMap(weakness)
  }

  /// The number of `CWE-79`.
  private static func weakness(_ text: String) -> Int? {
    let upper = text.uppercased()
    guard upper.hasPrefix("CWE-"), let number = Int(upper.dropFirst(4)), (1...99_999).contains(number) else {
      return nil
    }
    return number
  }

  /// With `CVE-` before it, as most sources leave it out.
  static func cve(_ text: String) -> String? {
    let upper = text.uppercased()
    let number = upper.hasPrefix("CVE-") ? upper.dropFirst(4) : upper[...]
    let parts = number.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count >= 4,
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    return "CVE-" + number
  }

  /// The words of CVSS's own scale.
  static func severityWord(score: Double) -> String? {
    switch score {
    case 9.0...10.0: "CRITICAL"
    case 7.0..<9.0: "HIGH"
    case 4.0..<7.0: "MEDIUM"
    case 0.1..<4.0: "LOW"
    default: nil
    }
  }

  /// In the one spelling of each word that is used here.
  static func severityWord(_ text: String) -> String? {
    switch text.uppercased() {
    case "CRITICAL": "CRITICAL"
    case "HIGH", "IMPORTANT": "HIGH"
    case "MEDIUM", "MODERATE": "MEDIUM"
    case "LOW": "LOW"
    default: nil
    }
  }

  /// An id is a short word: it is a key of the database and a word of the command line.
  static func isIdentifier(_ text: String) -> Bool {
    (2...128).contains(text.utf8.count) && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
  }
}
