/// Where characters stand among the bytes: libyaml counts the former.
struct CharacterOffsets {
  /// Bytes before the first character.
  private let start: Int
  /// Numbers of the characters of several bytes, ascending, and how many bytes more than characters there are after each.
  private var wide: [(character: Int, surplus: Int)] = []

  /// Cost is one pass; a text of ASCII needs no table.
  init(_ bytes: [UInt8]) {
    start = bytes.byteOrderMarkCount
    var character = 0
    var surplus = 0
    for byte in bytes.dropFirst(start) {
      if byte & 0xC0 != 0x80 {
        character += 1
        continue
      }
      surplus += 1
      if wide.last?.character == character - 1 {
        wide[wide.count - 1].surplus = surplus
      } else {
        wide.append((character - 1, surplus))
      }
    }
  }

  /// Cost grows with the logarithm of the number of wide characters.
  func offset(of character: Int) -> Int {
    var low = 0
    var high = wide.count
    while low < high {
      let middle = (low + high) / 2
      if wide[middle].character < character { low = middle + 1 } else { high = middle }
    }
    return start + character + (low > 0 ? wide[low - 1].surplus : 0)
  }
}
