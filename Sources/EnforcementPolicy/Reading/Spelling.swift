internal import JSONText

/// Words that users write, and words that they may have meant.
enum Spelling {
  /// A text for a message: on one line, of bounded length.
  static func shown(_ text: String) -> String {
    let start = String(String.UnicodeScalarView(text.unicodeScalars.prefix(80)))
    return text.unicodeScalars.count > 80 ? safe(start) + "…" : safe(text)
  }

  /// Without characters that move cursors or reorder text.
  static func safe(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0.isUnsafeToPrint ? "?" : $0 }))
  }

  static func hint(_ problem: String, _ word: String, among words: [String]) -> String {
    nearest(to: word, among: words).map { "\(problem); did you mean '\($0)'?" }
      ?? "\(problem); known are: \(words.joined(separator: ", "))"
  }

  /// The word that a third of the letters or fewer tell apart; the first of several.
  static func nearest(to word: String, among words: [String]) -> String? {
    let letters = Array(word.lowercased().utf8)
    guard (1...40).contains(letters.count) else { return nil }
    let distances = words.map { ($0, distance(letters, Array($0.utf8))) }
    guard let best = distances.min(by: { $0.1 < $1.1 }), best.1 <= max(1, letters.count / 3) else {
      return nil
    }
    return best.0
  }

  /// Insertions, deletions and replacements of single letters.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var row = Array(0...right.count)
    for (i, letter) in left.enumerated() {
      var previous = row[0]
      row[0] = i + 1
      for (j, other) in right.enumerated() {
        let replaced = previous + (letter == other ? 0 : 1)
        previous = row[j + 1]
        row[j + 1] = min(replaced, previous + 1, row[j] + 1)
      }
    }
    return row[right.count]
  }
}
