/// Where a program that an interpreter is asked to run comes from.
enum ProgramSource {
  /// One file, or a folder.
  case file(Text)
  /// Files or folders separated by colons, possibly behind a name and `=`.
  case list(Text)
  /// A module that the current folder may hold.
  case module(Text)
  case standardInput
  /// Nothing says where: the current folder is searched.
  case currentFolder
}

/// Walks over the command line of an interpreter and tells everything that code is loaded from.
struct InterpreterArguments {
  /// Words that are looked at; nobody writes more options than that.
  static let wordLimit = 256

  private let interpreter: Interpreter
  private let arguments: UnsafePointer<UnsafePointer<CChar>?>
  private var index = 1
  /// Letters of an option such as `-xc` that were not looked at.
  private var letters = Text("")
  /// Text for a shell that was not looked at.
  private var command = Text("")
  private var operandIsCommand = false
  /// Whether python was told not to look for modules in the current folder.
  private var isIsolated = false
  private var hasProgram = false
  private var isFinished = false

  init(_ interpreter: Interpreter, _ arguments: UnsafePointer<UnsafePointer<CChar>?>) {
    self.interpreter = interpreter
    self.arguments = arguments
    if arguments[0] == nil { isFinished = true }
  }

  /// nil when there is no further source.
  mutating func next() -> ProgramSource? {
    while true {
      if let file = nextSourced() { return .file(file) }
      if !letters.isEmpty {
        if let source = letter() { return source }
        continue
      }
      guard !isFinished else { return nil }
      guard let word = word() else { return end() }
      if let source = judge(word) { return source }
    }
  }

  private mutating func word() -> Text? {
    guard index < InterpreterArguments.wordLimit, let word = arguments[index] else { return nil }
    index &+= 1
    return Text(terminated: UnsafeRawPointer(word))
  }

  /// After the last word: without a program, interpreters read one from their standard input.
  private mutating func end() -> ProgramSource? {
    isFinished = true
    guard !hasProgram, interpreter != .make else { return nil }
    return interpreter == .java ? nil : .standardInput
  }

  private mutating func judge(_ word: Text) -> ProgramSource? {
    let dash = UInt8(ascii: "-")
    if interpreter == .java { return judgeJava(word) }
    if word == "--" { return judgeOperand(self.word()) }
    if word == "-" {
      isFinished = true
      return .standardInput
    }
    if word[0] == dash, word[1] == dash {
      let equals = word.index(of: UInt8(ascii: "="))
      let value = equals.map { word.dropping($0 &+ 1) }
      return apply(interpreter.option(long: equals.map { word.prefix($0) } ?? word), value)
    }
    if word[0] == dash || (word[0] == UInt8(ascii: "+") && interpreter == .shell) {
      letters = word.dropping(1)
      return nil
    }
    if interpreter == .plain, word == "run" { return nil }
    return judgeOperand(word)
  }

  private mutating func letter() -> ProgramSource? {
    let option = interpreter.option(letters[0])
    if letters[0] == UInt8(ascii: "I") || letters[0] == UInt8(ascii: "P") { isIsolated = true }
    let rest = letters.dropping(1)
    switch option {
    case .flag, .commandFollows, .standardInput: letters = rest
    default: letters = Text("")
    }
    return apply(option, rest.isEmpty ? nil : rest)
  }

  /// - Parameter value: nil when it is the next word.
  private mutating func apply(_ option: Interpreter.Option, _ value: Text?) -> ProgramSource? {
    switch option {
    case .flag, .attached: return nil
    case .value:
      if value == nil { _ = word() }
      return nil
    case .code:
      if value == nil { _ = word() }
      hasProgram = true
      // What follows a program given as text is for the program, except that perl, awk and sed take several.
      isFinished = interpreter == .python || interpreter == .php || interpreter == .lua
      return interpreter == .python && !isIsolated ? .currentFolder : nil
    case .commandFollows:
      operandIsCommand = true
      return nil
    case .standardInput:
      hasProgram = true
      return .standardInput
    case .script:
      hasProgram = true
      isFinished = true
      return (value ?? word()).map { .file($0) }
    case .endsOptions:
      hasProgram = true
      return (value ?? word()).map { .file($0) }
    case .path: return (value ?? word()).map { .list($0) }
    case .module:
      hasProgram = true
      isFinished = true
      return (value ?? word()).map { .module($0) }
    }
  }

  private mutating func judgeOperand(_ word: Text?) -> ProgramSource? {
    guard let word else { return end() }
    isFinished = true
    if operandIsCommand {
      command = word
      hasProgram = true
      return nil
    }
    guard !hasProgram, interpreter.operandIsScript else { return nil }
    return .file(word)
  }

  private mutating func judgeJava(_ word: Text) -> ProgramSource? {
    if word[0] == UInt8(ascii: "@") { return .file(word.dropping(1)) }
    guard word[0] == UInt8(ascii: "-") else {
      isFinished = true
      // A class is looked for where the options said, and in the current folder when they said nothing.
      if word.hasSuffix(Text(".java")) { return .file(word) }
      return hasProgram ? nil : .currentFolder
    }
    if let colon = word.index(of: UInt8(ascii: ":")), isJavaLoader(word.prefix(colon)) {
      return .list(word.dropping(colon &+ 1))
    }
    let equals = word.index(of: UInt8(ascii: "="))
    let option = interpreter.option(long: equals.map { word.prefix($0) } ?? word)
    if option == .path { hasProgram = true }
    return apply(option, equals.map { word.dropping($0 &+ 1) })
  }

  private func isJavaLoader(_ name: Text) -> Bool {
    WordTable("y-javaagent y-agentpath y-Xbootclasspath y-Xbootclasspath/a y-Xbootclasspath/p")
      .meaning(of: name) != 0
  }

  /// The next file that the text for a shell reads with `.` or `source`.
  private mutating func nextSourced() -> Text? {
    var sourcing = false
    while let word = shellWord() {
      if sourcing { return word }
      sourcing = word == "." || word == "source"
    }
    return nil
  }

  /// Takes the next word off ``command``, without quotes around it.
  private mutating func shellWord() -> Text? {
    var start = 0
    while start < command.count, isShellDelimiter(command[start]) { start &+= 1 }
    var end = start
    while end < command.count, !isShellDelimiter(command[end]) { end &+= 1 }
    let word = Text(start: command.start + start, count: end &- start)
    command = command.dropping(end)
    return word.isEmpty ? nil : word
  }

  private func isShellDelimiter(_ byte: UInt8) -> Bool {
    Text(" \t\n\r;&|(){}`\"'<>").index(of: byte) != nil
  }
}
