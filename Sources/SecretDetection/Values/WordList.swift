/// Words to look for inside of a text, in small letters, whatever the case of the text.
///
/// The library's search for a text in a text works with characters and builds tables first; for short words in
/// short texts that took most of the time of a scan.
struct WordList: Sendable {
  private let byFirstByte: [[[UInt8]]]

  init(_ words: [String]) {
    var table = [[[UInt8]]](repeating: [], count: 256)
    for word in words {
      let bytes = Array(word.utf8)
      if let first = bytes.first { table[Int(first)].append(bytes) }
    }
    byFirstByte = table
  }

  /// Whether any of the words stands in a text.
  func isIn(_ text: some RandomAccessCollection<UInt8>) -> Bool {
    var position = text.startIndex
    while position < text.endIndex {
      for word in byFirstByte[Int(text[position].lowercased)] where stands(word, in: text, at: position) {
        return true
      }
      position = text.index(after: position)
    }
    return false
  }

  func isIn(_ text: String) -> Bool { isIn(Array(text.utf8)) }

  private func stands<Text: RandomAccessCollection<UInt8>>(
    _ word: [UInt8], in text: Text, at start: Text.Index
  ) -> Bool {
    guard text.distance(from: start, to: text.endIndex) >= word.count else { return false }
    var position = start
    for byte in word {
      guard text[position].lowercased == byte else { return false }
      position = text.index(after: position)
    }
    return true
  }
}
