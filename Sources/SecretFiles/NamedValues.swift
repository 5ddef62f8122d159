/// A literal beside a name that may promise a secret, as offsets in the bytes of a file.
struct NamedValue: Equatable {
  enum Form: Equatable {
    case quoted
    /// Without quotes, in files where values need none.
    case bare
    /// Behind a comma, as the next argument or element.
    case argument
    /// `--password x`.
    case option
    /// `<password>x</password>`.
    case element
    /// `?token=x` of an address, `;Password=x` of a connection: their own detectors say more of them.
    case query
  }

  let name: Range<Int>
  let value: Range<Int>
  let form: Form
}

/// Finds names that may promise a secret, and the literals that follow them, whatever the language.
///
/// One pass that looks at pairs of letters: a parser per language would cost more and read fewer files. Each name
/// is looked at once, and what follows it within bounds, so the cost is linear.
struct NamedValues {
  /// Bytes of a name; longer ones are no names.
  static let nameLimit = 100
  /// Bytes of a value; longer ones are documents.
  static let valueLimit = 1_024
  /// Bytes between a name and its value.
  static let gapLimit = 120

  let bytes: UnsafeBufferPointer<UInt8>
  let allowsBareValues: Bool

  func forEach(_ body: (NamedValue) -> Void) {
    var done = 0
    NameAnchors.forEach(in: bytes) { position in
      let name = name(around: position, after: done)
      if isName(name), let value = value(of: name) { body(value) }
      done = name.upperBound
      return done
    }
  }

  private func name(around position: Int, after bound: Int) -> Range<Int> {
    var start = position
    while start > bound, position - start <= Self.nameLimit, bytes[start - 1].isNameByte { start -= 1 }
    // `\nDB_PASSWORD=…` in a text of a program: the letter belongs to the escape.
    if start > 0, start < position, bytes[start - 1] == 0x5C { start += 1 }
    var end = position
    while end < bytes.count, end - position <= Self.nameLimit, bytes[end].isNameByte { end += 1 }
    // A full stop ends a sentence, and a hyphen begins an option.
    while end > position, bytes[end - 1] == 0x2E || bytes[end - 1] == 0x2D { end -= 1 }
    return start..<end
  }

  /// `AWS::Cognito::Secret` is a type, and `pwd$` a pattern.
  private func isName(_ name: Range<Int>) -> Bool {
    guard name.count <= Self.nameLimit, bytes[name.upperBound - 1] != 0x24 else { return false }
    return name.lowerBound < 2 || bytes[name.lowerBound - 1] != 0x3A || bytes[name.lowerBound - 2] != 0x3A
  }

  // MARK: What follows a name

  private func value(of name: Range<Int>) -> NamedValue? {
    let isOption = name.count > 2 && bytes[name.lowerBound] == 0x2D
    var scanner = ByteScanner(bytes, at: name.upperBound, limit: name.upperBound + Self.gapLimit)
    let isQuoted = scanner.takeQuote() != nil
    _ = scanner.take(0x5D)
    if !isQuoted, name.lowerBound > 0, bytes[name.lowerBound - 1] == 0x3C, scanner.take(0x3E) {
      return element(name, scanner)
    }
    let hadSpace = scanner.skipSpaces()
    guard let next = scanner.peek else { return nil }
    switch next {
    case 0x3D: return assigned(name, scanner)
    case 0x3A: return keyed(name, scanner)
    case 0x7C where scanner.take("||"), 0x3F where scanner.take("??"): return quoted(name, scanner)
    case 0x2C where isQuoted:
      scanner.skip(1)
      if let sibling = sibling(name, scanner) { return sibling }
      // In a list the next element has nothing to do with a name.
      guard isFirstArgument(name) || isOption else { return nil }
      return quoted(name, scanner).map { NamedValue(name: name, value: $0.value, form: .argument) }
    case 0x0A, 0x0D: return allowsBareValues || isQuoted ? sibling(name, scanner) : nil
    default:
      if isQuoted || !hadSpace { return sibling(name, scanner) }
      return isOption ? option(name, scanner) : spaced(name, scanner)
    }
  }

  /// `set("name", …`: a bracket and a quote stand before the name.
  private func isFirstArgument(_ name: Range<Int>) -> Bool {
    var position = name.lowerBound - 1
    while position > 0, name.lowerBound - position < 5, bytes[position].isQuote || bytes[position] == 0x5C {
      position -= 1
    }
    return position >= 0 && bytes[position] == 0x28
  }

  /// `=`, `=>`; not `==`, `=~`.
  private func assigned(_ name: Range<Int>, _ scanner: ByteScanner) -> NamedValue? {
    var scanner = scanner
    scanner.skip(1)
    guard let next = scanner.peek, next != 0x3D, next != 0x7E else { return nil }
    if next == 0x3E { scanner.skip(1) }
    scanner.skipSpaces()
    return quoted(name, scanner) ?? bare(name, scanner)
  }

  /// `:`, `:=`, `: Type =`; not `::`.
  private func keyed(_ name: Range<Int>, _ scanner: ByteScanner) -> NamedValue? {
    var scanner = scanner
    scanner.skip(1)
    if scanner.peek == 0x3D { scanner.skip(1) }
    guard scanner.peek != 0x3A else { return nil }
    scanner.skipSpaces()
    if let value = quoted(name, scanner) { return value }
    if allowsBareValues { return bare(name, scanner) }
    // The type of a declaration stands between.
    guard scanner.skipType(), scanner.take(0x3D), scanner.peek != 0x3D, scanner.peek != 0x3E else {
      return nil
    }
    scanner.skipSpaces()
    return quoted(name, scanner)
  }

  /// The next key of the same record, `value`: `{"Name": "DB_PASSWORD", "Value": "…"}`.
  private func sibling(_ name: Range<Int>, _ scanner: ByteScanner) -> NamedValue? {
    var scanner = scanner
    scanner.skipBlanks()
    if scanner.take(0x2C) { scanner.skipBlanks() }
    let wasQuoted = scanner.takeQuote() != nil
    guard scanner.takeWord(["value", "parametervalue", "defaultvalue"]) else { return nil }
    if wasQuoted { _ = scanner.takeQuote() }
    scanner.skipSpaces()
    guard scanner.take(0x3A) || scanner.take(0x3D) else { return nil }
    scanner.skipSpaces()
    return quoted(name, scanner) ?? bare(name, scanner)
  }

  private func quoted(_ name: Range<Int>, _ scanner: ByteScanner) -> NamedValue? {
    var scanner = scanner
    scanner.skipSpaces()
    guard let value = scanner.takeLiteral(limit: Self.valueLimit) else { return nil }
    return NamedValue(name: name, value: value, form: .quoted)
  }

  private func bare(_ name: Range<Int>, _ scanner: ByteScanner) -> NamedValue? {
    // `A=x B=y` of a shell is no sentence.
    let isLast = bytes[scanner.position - 1] != 0x3D
    guard allowsBareValues, let value = scanner.word(limit: Self.valueLimit, isLast: isLast) else {
      return nil
    }
    let isQuery = name.lowerBound > 0 && [0x3F, 0x26, 0x3B].contains(bytes[name.lowerBound - 1])
    return NamedValue(name: name, value: value, form: isQuery ? .query : .bare)
  }

  private func option(_ name: Range<Int>, _ scanner: ByteScanner) -> NamedValue? {
    var scanner = scanner
    if let value = scanner.takeLiteral(limit: Self.valueLimit) {
      return NamedValue(name: name, value: value, form: .option)
    }
    return scanner.word(limit: Self.valueLimit, isLast: false).map {
      NamedValue(name: name, value: $0, form: .option)
    }
  }

  /// `ENV DB_PASSWORD x`, `password x` of a `.netrc`: only where a line begins with it.
  private func spaced(_ name: Range<Int>, _ scanner: ByteScanner) -> NamedValue? {
    guard allowsBareValues else { return nil }
    var start = name.lowerBound
    while start > 0, name.lowerBound - start < 20, bytes[start - 1] != 0x0A { start -= 1 }
    let before = bytes[start..<name.lowerBound].filter { $0 != 0x20 && $0 != 0x09 }
    guard before.elementsEqual("ENV".utf8) || (before.isEmpty && bytes[name].elementsEqual("password".utf8))
    else { return nil }
    return bare(name, scanner).map { NamedValue(name: name, value: $0.value, form: .option) }
  }

  private func element(_ name: Range<Int>, _ scanner: ByteScanner) -> NamedValue? {
    let end = bytes[scanner.position...].prefix(Self.valueLimit).firstIndex { $0 == 0x3C || $0 == 0x0A }
    guard let end, end > scanner.position, end + 1 < bytes.count, bytes[end] == 0x3C, bytes[end + 1] == 0x2F
    else { return nil }
    return NamedValue(name: name, value: scanner.position..<end, form: .element)
  }
}

extension UInt8 {
  /// Letters, digits, `_`, `-`, `.` and `$`.
  var isNameByte: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2D, 0x2E, 0x24: true
    default: false
    }
  }
}
