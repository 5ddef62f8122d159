/// Beginnings of the words that make a name one of a secret.
enum NameAnchors {
  private static let words = [
    "pass", "pwd", "pw_", "secr", "toke", "key", "auth", "cred", "dsn", "salt", "bear",
  ]

  /// By the lower five bits of three letters, which are the same in both cases: 0 for no word, 1 for a word, and
  /// otherwise the letter that has to follow.
  ///
  /// A table that fits the nearest cache: a set costs more than all the rest of the search.
  private static let table: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 1 << 15)
    for word in words.map({ Array($0.utf8) }) {
      table[word.prefix(3).reduce(0) { $0 << 5 | Int($1 & 31) }] = word.count > 3 ? word[3] : 1
    }
    return table
  }()

  /// Calls back with every position at which a word may begin; what it returns is the next that counts.
  static func forEach(in bytes: UnsafeBufferPointer<UInt8>, _ body: (_ position: Int) -> Int) {
    table.withUnsafeBufferPointer { table in
      var letters = 0
      var next = 0
      for index in bytes.indices {
        letters = (letters << 5 | Int(bytes[index] & 31)) & 0x7FFF
        let follower = table[letters]
        guard follower != 0, index >= next + 2, bytes[index - 2] & 0x40 != 0 else { continue }
        guard follower == 1 || (index + 1 < bytes.count && bytes[index + 1] | 0x20 == follower) else {
          continue
        }
        next = max(body(index - 2), index - 1)
      }
    }
  }
}
