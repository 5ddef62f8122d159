/// One command of a shell's text, taken apart as far as it takes to see what is fetched.
struct ShellCommand {
  struct Word {
    var text = ""
    let line: Int
  }

  var words: [Word] = []
  /// Whether what the command before it writes is what it reads.
  let isPiped: Bool

  /// Name without its folder, behind `sudo`, variables and the like; empty for none.
  var name: String { arguments.name }
  var operands: ArraySlice<Word> { arguments.rest }
  var line: Int { words.first?.line ?? 1 }

  /// What stands before a command without being one.
  private static let prefixes: Set<String> = [
    "sudo", "env", "time", "exec", "command", "nice", "then", "do", "else", "!", "{",
  ]

  private var arguments: (name: String, rest: ArraySlice<Word>) {
    var rest = words[...]
    while let first = rest.first {
      let text = first.text
      let isSetting = text.contains("=") && !text.hasPrefix("-") && text.first != "="
      guard Self.prefixes.contains(text) || isSetting || (text.hasPrefix("-") && rest.startIndex > 0) else {
        break
      }
      rest = rest.dropFirst()
    }
    guard let first = rest.first else { return ("", []) }
    return (String(first.text.split(separator: "/").last ?? ""), rest.dropFirst())
  }
}

/// Splits a shell's text into commands: quotes, escapes, comments and what is nested are understood, variables stay.
///
/// Linear in the text; what is nested stays in its word as it is written.
struct ShellSplitter {
  private let characters: [Character]
  private var position = 0
  private var line: Int
  private(set) var commands: [ShellCommand] = []
  private var command = ShellCommand(isPiped: false)
  private var word: ShellCommand.Word?

  /// - Parameter lines: Of one text; a backslash at the end of a line joins it with the next.
  static func commands(of lines: [NumberedLine]) -> [ShellCommand] {
    guard let first = lines.first else { return [] }
    var splitter = ShellSplitter(Array(lines.map(\.text).joined(separator: "\n")), line: first.number)
    splitter.split()
    return splitter.commands
  }

  private init(_ characters: [Character], line: Int) {
    self.characters = characters
    self.line = line
  }

  private mutating func split() {
    while let character = next() {
      switch character {
      case "\\":
        // At the end of a line it joins; before anything else it takes its meaning.
        if let escaped = next(), escaped != "\n" { append(escaped) }
      case "'", "\"": quoted(by: character)
      case "`": nested(from: "`", to: "`")
      case "$", "<", ">":
        append(character)
        if peek == "(" { parenthesised() }
      case "#" where word == nil: skipComment()
      case " ", "\t": endWord()
      case "|":
        let isOr = peek == "|"
        if isOr { _ = next() }
        if peek == "&", !isOr { _ = next() }
        endCommand(isPiped: !isOr)
      case "\n", ";", "&", "(", ")": endCommand(isPiped: false)
      default: append(character)
      }
    }
    endCommand(isPiped: false)
  }

  private var peek: Character? { position < characters.count ? characters[position] : nil }

  private mutating func next() -> Character? {
    guard position < characters.count else { return nil }
    let character = characters[position]
    position += 1
    if character == "\n" { line += 1 }
    return character
  }

  private mutating func append(_ character: Character) {
    if word == nil { word = ShellCommand.Word(line: line) }
    word?.text.append(character)
  }

  private mutating func quoted(by quote: Character) {
    if word == nil { word = ShellCommand.Word(line: line) }
    while let character = next(), character != quote {
      if character == "\\", quote == "\"", let escaped = next() {
        if escaped != "\n" { append(escaped) }
      } else {
        append(character)
      }
    }
  }

  private mutating func nested(from start: Character, to end: Character) {
    append(start)
    while let character = next(), character != end { append(character) }
    append(end)
  }

  /// To the parenthesis that closes the one that comes next.
  private mutating func parenthesised() {
    var depth = 0
    while let character = next() {
      append(character)
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if depth == 0 { return }
    }
  }

  private mutating func skipComment() {
    while let character = peek, character != "\n" {
      _ = character
      position += 1
    }
  }

  private mutating func endWord() {
    if let word { command.words.append(word) }
    word = nil
  }

  private mutating func endCommand(isPiped: Bool) {
    endWord()
    // A line break behind a pipe does not end it.
    if command.words.isEmpty { return command = ShellCommand(isPiped: command.isPiped || isPiped) }
    commands.append(command)
    command = ShellCommand(isPiped: isPiped)
  }
}
