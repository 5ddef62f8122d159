/// Writes the arguments of a program without the secrets in them.
///
/// Redacted are the values given as real credentials, identifiers of AWS keys, what follows words such as
/// `password=`, and user information in URLs. It rather hides too much than too little.
struct Redaction {
  static let argumentLimit = 8
  /// Bytes shown of one argument.
  static let shownLimit = 128
  /// Bytes of one argument that are searched for secrets.
  static let searchedLimit = 4096

  /// Values that never appear.
  let secrets: UnsafePointer<Text>
  let secretCount: Int
  /// Shorter ones would hide innocent text, and are nobody's credentials.
  static let secretMinimum = 8
  static let replacement: StaticString = "[redacted]"

  /// Appends at most the first eight arguments, as the inside of a JSON string.
  ///
  /// - Parameter end: Position in `output` that the text does not pass.
  func append(
    arguments: UnsafePointer<UnsafePointer<UInt8>?>, to output: inout ByteWriter, upTo end: Int
  ) {
    var index = 0
    var hidesNext = false
    while let argument = arguments[index] {
      if index > 0 { output.append(escaping: Text(" "), upTo: end) }
      guard index < Redaction.argumentLimit else { return append(ellipsisTo: &output, upTo: end) }
      let text = Text(terminated: argument, limit: Redaction.searchedLimit)
      if hidesNext, text.count > 0, text.start[0] != UInt8(ascii: "-") {
        output.append(escaping: Text(Redaction.replacement), upTo: end)
        hidesNext = false
      } else {
        append(text, to: &output, upTo: end)
        hidesNext = isOptionForSecret(text)
      }
      index &+= 1
    }
  }

  /// Appends one text, cut to 128 bytes.
  func append(_ text: Text, to output: inout ByteWriter, upTo end: Int) {
    var shown = 0
    var index = 0
    var flushed = 0
    // A value whose name was seen, but which begins further on.
    var hiddenStart = Int.max
    var hiddenEnd = 0
    while index < text.count, shown < Redaction.shownLimit {
      if let found = hiddenRange(in: text, at: index), index < hiddenStart || found.start == index {
        hiddenStart = found.start
        hiddenEnd = found.end
      }
      if index < hiddenStart {
        index &+= 1
        shown &+= 1
        continue
      }
      output.append(escaping: text.dropping(flushed).prefix(index &- flushed), upTo: end)
      output.append(escaping: Text(Redaction.replacement), upTo: end)
      shown &+= Redaction.replacement.utf8CodeUnitCount
      while index < hiddenEnd {
        // A secret may begin in the hidden value and go on behind it.
        hiddenEnd = max(hiddenEnd, index &+ lengthOfSecret(beginning: text.dropping(index)))
        index &+= 1
      }
      flushed = index
      hiddenStart = Int.max
    }
    output.append(escaping: text.dropping(flushed).prefix(index &- flushed), upTo: end)
    if index < text.count || text.count == Redaction.searchedLimit { append(ellipsisTo: &output, upTo: end) }
  }

  @inline(never)
  private func append(ellipsisTo output: inout ByteWriter, upTo end: Int) {
    output.append(escaping: Text("…"), upTo: end)
  }

  /// What to hide of a secret whose sign stands at `index`.
  @inline(never)
  private func hiddenRange(in text: Text, at index: Int) -> (start: Int, end: Int)? {
    let rest = text.dropping(index)
    let length = lengthOfSecret(beginning: rest)
    if length > 0 { return (index, index &+ length) }
    if isKeyIdentifier(rest) { return (index, index &+ 20) }
    if rest.hasPrefix(Text("://")), let end = endOfUser(in: text, from: index &+ 3) {
      return (index &+ 3, end)
    }
    guard let word = secretWord(beginning: rest) else { return nil }
    return valueRange(in: text, after: index &+ word.count, isHeader: word == "authorization")
  }

  @inline(never)
  private func lengthOfSecret(beginning text: Text) -> Int {
    for number in 0..<secretCount {
      let value = secrets[number]
      if value.count >= Redaction.secretMinimum, text.hasPrefix(value) { return value.count }
    }
    return 0
  }

  /// `AKIA` or `ASIA` and sixteen more, as AWS gives them out.
  @inline(never)
  private func isKeyIdentifier(_ text: Text) -> Bool {
    guard text.count >= 20, text.hasPrefix(Text("AKIA")) || text.hasPrefix(Text("ASIA")) else { return false }
    for index in 4..<20 where !text.start[index].isUppercaseOrDigit { return false }
    return true
  }

  /// Where the user information of an authority ends: before the last `@` in it.
  @inline(never)
  private func endOfUser(in text: Text, from start: Int) -> Int? {
    var found: Int?
    var index = start
    while index < text.count {
      switch text.start[index] {
      case UInt8(ascii: "@"): found = index
      case slash, UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "\""), UInt8(ascii: "'"), 0...32:
        return found
      default: break
      }
      index &+= 1
    }
    return found
  }

  /// The value in `word=value`, `"word": "value"` and the like; nil when none follows.
  @inline(never)
  private func valueRange(in text: Text, after end: Int, isHeader: Bool) -> (start: Int, end: Int)? {
    var index = end
    // The rest of a longer name, such as the one of `secret` in `secret_access_key`.
    while index < text.count, text.start[index].isIdentifier { index &+= 1 }
    while index < text.count, text.start[index].isSpace || isQuote(text.start[index]) { index &+= 1 }
    guard index < text.count, text.start[index] == UInt8(ascii: "=") || text.start[index] == UInt8(ascii: ":")
    else { return nil }
    index &+= 1
    // A header goes on behind its scheme, as in `Authorization: Bearer …`, and what is quoted up to the quote.
    var goesOn = isHeader
    while index < text.count, text.start[index].isSpace || isQuote(text.start[index]) {
      if isQuote(text.start[index]) { goesOn = true }
      index &+= 1
    }
    let start = index
    while index < text.count, !isQuote(text.start[index]) {
      let byte = text.start[index]
      if !goesOn, byte.isSpace || byte == UInt8(ascii: "&") || byte == UInt8(ascii: ";") { break }
      index &+= 1
    }
    return index > start ? (start, index) : nil
  }

  @inline(never)
  private func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\\")
  }

  /// `--password` and `-secret-key`: the value is the next argument.
  @inline(never)
  private func isOptionForSecret(_ text: Text) -> Bool {
    if text == "-u" || text == "--user" { return true }
    guard text.count > 2, text.count < 64, text.start[0] == UInt8(ascii: "-") else { return false }
    for index in 1..<text.count where !text.start[index].isIdentifier {
      return false
    }
    for index in 1..<text.count where secretWord(beginning: text.dropping(index)) != nil { return true }
    return false
  }

  @inline(never)
  private func secretWord(beginning text: Text) -> Text? {
    guard text.count >= 3 else { return nil }
    var words = Text(
      "password\0passwd\0pwd\0token\0secret\0key\0authorization\0passphrase\0credential\0signature\0")
    while let end = words.index(of: 0) {
      let word = words.prefix(end)
      if text.hasPrefix(ignoringCase: word) { return word }
      words = words.dropping(end &+ 1)
    }
    return nil
  }
}
