/// Programs that a command line starts, as a POSIX shell reads it.
struct ShellText {
  /// Stands for a part of the line that the code leaves open.
  static let open: Character = "\u{FFFC}"

  private(set) var programs: [String] = []
  private(set) var throughLoader: [String] = []
  /// Whether the name of a program is, or holds, an open part.
  private(set) var hasOpenProgram = false

  private var expectsProgram = true
  private var skipsWord = false
  private var wrapper: String?

  init(_ line: String) {
    var word = ""
    var isQuoted = false
    var quote: Character?
    var escaped = false
    var isComment = false
    var previous: Character = " "
    for character in line {
      defer { previous = character }
      if isComment {
        isComment = character != "\n"
        if isComment { continue }
      }
      if escaped {
        word.append(character)
        escaped = false
        continue
      }
      if let open = quote {
        if character == open {
          quote = nil
        } else if character == "\\", open == "\"" {
          escaped = true
        } else {
          word.append(character)
        }
        continue
      }
      switch character {
      case "\\": escaped = true
      case "'", "\"":
        quote = character
        isQuoted = true
      case " ", "\t":
        end(&word, &isQuoted)
      // `2>&1`: no command begins there.
      case "&" where previous == ">" || previous == "<": continue
      case ";", "|", "&", "\n", "(", ")", "`", "{", "}":
        if character == "{" || character == "}", !word.isEmpty {
          word.append(character)
          continue
        }
        // `$(`: what came before is part of a word that the shell makes.
        if character == "(", word.hasSuffix("$") { word.removeLast() }
        end(&word, &isQuoted)
        startCommand()
      case "<", ">":
        // `2>&1`, `>out`: the number before belongs to it, the word behind is a file.
        if word.allSatisfy(\.isNumber) { word = "" }
        end(&word, &isQuoted)
        skipsWord = true
      case "#" where word.isEmpty: isComment = true
      default: word.append(character)
      }
    }
    end(&word, &isQuoted)
  }

  private mutating func startCommand() {
    expectsProgram = true
    skipsWord = false
    wrapper = nil
  }

  private mutating func end(_ word: inout String, _ isQuoted: inout Bool) {
    defer {
      word = ""
      isQuoted = false
    }
    guard !word.isEmpty || isQuoted else { return }
    if skipsWord {
      skipsWord = false
      return
    }
    guard expectsProgram else { return }
    take(word)
  }

  private mutating func take(_ word: String) {
    if Self.reserved.contains(word) { return }
    if Self.isAssignment(word) { return }
    if let wrapper {
      // Options of a program that starts another one, and the one argument of `timeout`.
      if word.hasPrefix("-") { return }
      if wrapper == "timeout", word.first?.isNumber == true { return }
    }
    if word.contains(Self.open) {
      hasOpenProgram = true
      expectsProgram = false
      return
    }
    if let wrapper, Self.isLoader(wrapper) {
      throughLoader.append(word)
      expectsProgram = false
      return
    }
    let name = word.split(separator: "/").last.map(String.init) ?? word
    if Self.isLoader(name) {
      programs.append(word)
      wrapper = name
      return
    }
    if Self.wrappers.contains(name) {
      if !["exec", "command", "time", "builtin"].contains(name) { programs.append(word) }
      wrapper = name
      return
    }
    if word.hasPrefix("$") {
      hasOpenProgram = true
    } else if !Self.builtins.contains(word) {
      programs.append(word)
    }
    expectsProgram = false
  }

  private static func isAssignment(_ word: String) -> Bool {
    guard let sign = word.firstIndex(of: "="), sign != word.startIndex else { return false }
    return word[..<sign].allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
  }

  static func isLoader(_ name: String) -> Bool {
    name.hasPrefix("ld-linux") || name.hasPrefix("ld-musl") || name == "ld.so"
  }

  /// Programs and words whose argument is a program in turn.
  private static let wrappers: Set<String> = [
    "env", "exec", "command", "builtin", "nice", "nohup", "stdbuf", "time", "timeout", "xargs", "sudo",
  ]

  private static let reserved: Set<String> = [
    "if", "then", "else", "elif", "fi", "do", "done", "while", "until", "!", "time",
  ]

  private static let builtins: Set<String> = [
    ".", ":", "[", "[[", "alias", "break", "case", "cd", "continue", "declare", "echo", "esac", "eval",
    "exit",
    "export", "false", "for", "function", "getopts", "hash", "local", "popd", "printf", "pushd", "pwd",
    "read",
    "readonly", "return", "set", "shift", "source", "test", "trap", "true", "type", "ulimit", "umask",
    "unset",
    "wait",
  ]
}
