internal import SecretDetection

/// Beginnings of the words that make a name one of a secret.
enum NameAnchors {
  private static let words = [
    "pass", "pwd", "pw_", "secr", "toke", "key", "auth", "cred", "dsn", "salt", "bear",
  ]

  /// The first three letters of each word in small ones, and the letter that has to follow; 0 for none.
  private static let beginnings: [(letters: UInt32, follower: UInt8)] = words.map { word in
    let bytes = Array(word.utf8)
    return (window(bytes[0], bytes[1], bytes[2]), bytes.count > 3 ? bytes[3] : 0)
  }

  /// The search that finds the anchors of forms as well.
  private static let filter: AnchorFilter = {
    var filter = AnchorFilter()
    for beginning in beginnings { filter.insert(AnchorFilter.slot(beginning.letters)) }
    return filter
  }()

  /// Three bytes with capitals made small, the first one lowest.
  private static func window(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> UInt32 {
    (UInt32(first) | UInt32(second) << 8 | UInt32(third) << 16) | 0x20_2020
  }

  /// Calls back with every position at which a word may begin; what it returns is the next that counts.
  static func forEach(in bytes: UnsafeBufferPointer<UInt8>, _ body: (_ position: Int) -> Int) {
    let beginnings = beginnings
    var next = 0
    while let (position, _) = filter.next(in: bytes, from: next) {
      next = position + 1
      let letters = window(bytes[position], bytes[position + 1], bytes[position + 2])
      let isWord = beginnings.contains { beginning in
        beginning.letters == letters
          && (beginning.follower == 0
            || (position + 3 < bytes.count && bytes[position + 3] | 0x20 == beginning.follower))
      }
      if isWord { next = max(body(position), next) }
    }
  }
}
