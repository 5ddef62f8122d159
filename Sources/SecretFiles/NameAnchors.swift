/// Beginnings of the words that make a name one of a secret.
enum NameAnchors {
  private static let words = [
    "pas", "pwd", "pw_", "sec", "tok", "key", "aut", "cre", "dsn", "sal", "bea", "cod",
  ]

  /// By the lower five bits of the first two letters, which are the same in both cases.
  private static let pairs: [Bool] = {
    var table = [Bool](repeating: false, count: 1_024)
    for word in words {
      let letters = Array(word.utf8)
      table[Int(letters[0] & 31) << 5 | Int(letters[1] & 31)] = true
    }
    return table
  }()

  /// By the lower five bits of three letters.
  private static let triples: Set<Int> = Set(
    words.map { word in word.utf8.reduce(0) { $0 << 5 | Int($1 & 31) } })

  /// - Parameter position: At least two bytes before the end.
  static func begins(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
    let first = bytes[position]
    guard first & 0x40 != 0 else { return false }
    let pair = Int(first & 31) << 5 | Int(bytes[position + 1] & 31)
    guard pairs[pair] else { return false }
    return triples.contains(pair << 5 | Int(bytes[position + 2] & 31))
  }
}
