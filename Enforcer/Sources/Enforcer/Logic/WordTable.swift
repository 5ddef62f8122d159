/// Words with what they mean, in one text: less code than a switch, and nothing for the dynamic linker to relocate.
///
/// Words are separated by single spaces, and each begins with the letter of its meaning.
struct WordTable {
  private let text: Text

  init(_ text: StaticString) { self.text = Text(text) }

  /// The letter of the word's meaning; 0 for words that are not in the table.
  @inline(never)
  func meaning(of word: Text) -> UInt8 {
    guard word.count > 0 else { return 0 }
    let bytes = text.start
    let first = word.start[0]
    var index = 0
    // Asked for every variable of every program that is executed, so nothing is called on the way.
    while index &+ word.count < text.count {
      if bytes[index &+ 1] == first {
        let end = index &+ 1 &+ word.count
        if end == text.count || bytes[end] == 32, text.dropping(index &+ 1).hasPrefix(word) {
          return bytes[index]
        }
      }
      index &+= 2
      while index < text.count, bytes[index] != 32 { index &+= 1 }
      index &+= 1
    }
    return 0
  }

  /// The letter that stands behind another one, in tables of single letters in pairs; 0 when there is none.
  @inline(never)
  func meaning(of letter: UInt8) -> UInt8 {
    var index = 0
    while index < text.count {
      if text[index] == letter { return text[index &+ 1] }
      index &+= 2
    }
    return 0
  }

  /// The word at a place, counted from zero; here words carry no letter.
  @inline(never)
  func word(at place: Int) -> Text {
    var rest = text
    var left = place
    while left > 0, let end = rest.index(of: 32) {
      rest = rest.dropping(end &+ 1)
      left &-= 1
    }
    return rest.prefix(rest.index(of: 32) ?? rest.count)
  }
}
