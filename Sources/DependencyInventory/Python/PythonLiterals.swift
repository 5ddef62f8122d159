/// Finds literal lists in the text of a Python program.
struct PythonLiterals {
  struct Literal {
    let text: String
    let line: Int
  }

  private enum Token: Equatable {
    case word(String)
    case string(String)
    case mark(Character)
  }

  /// Places where a name is given a value; programs have one or two.
  private static let attemptLimit = 20
  /// Tokens of one collection.
  private static let collectionLimit = 20_000

  private let tokens: [(token: Token, line: Int)]

  init(_ bytes: [UInt8]) {
    var tokens: [(token: Token, line: Int)] = []
    var line = 1
    var rest = String(decoding: bytes, as: UTF8.self)[...]
    while let first = rest.first {
      if first.isNewline {
        line += 1
        rest = rest.dropFirst()
      } else if first.isWhitespace {
        rest = rest.dropFirst()
      } else if first == "#" {
        rest = rest.drop { !$0.isNewline }
      } else if first == "\"" || first == "'" {
        let start = line
        let text = Self.string(&rest, quote: first, line: &line)
        tokens.append((.string(text), start))
      } else if first.isLetter || first == "_" {
        let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        rest = rest[word.endIndex...]
        tokens.append((.word(String(word)), line))
      } else {
        tokens.append((.mark(first), line))
        rest = rest.dropFirst()
      }
    }
    self.tokens = tokens
  }

  private static func string(_ rest: inout Substring, quote: Character, line: inout Int) -> String {
    let isTriple = rest.hasPrefix(String(repeating: quote, count: 3))
    rest = rest.dropFirst(isTriple ? 3 : 1)
    var text = ""
    while let character = rest.first {
      if character == quote, !isTriple || rest.hasPrefix(String(repeating: quote, count: 3)) {
        rest = rest.dropFirst(isTriple ? 3 : 1)
        return text
      }
      if character.isNewline {
        line += 1
        // An ordinary string ends with its line, whatever is wrong with it.
        if !isTriple { return text }
      }
      rest = rest.dropFirst()
      if character == "\\", let escaped = rest.first {
        if escaped.isNewline { line += 1 } else { text.append(escaped) }
        rest = rest.dropFirst()
      } else {
        text.append(character)
      }
    }
    return text
  }

  /// The strings of the list, tuple or map that is given to a name, directly or by a variable.
  func strings(of key: String) -> [Literal] {
    var attempts = 0
    for index in tokens.indices where tokens[index].token == .word(key) || tokens[index].token == .string(key)
    {
      // `install_requires=[…]` and `"install_requires": […]`.
      guard let mark = token(index + 1), mark == .mark("=") || mark == .mark(":") else { continue }
      attempts += 1
      if attempts > Self.attemptLimit { return [] }
      if case .word(let variable)? = token(index + 2), let start = assignment(to: variable) {
        return collection(at: start)
      }
      let found = collection(at: index + 2)
      if !found.isEmpty { return found }
    }
    return []
  }

  private func token(_ index: Int) -> Token? { tokens.indices.contains(index) ? tokens[index].token : nil }

  private func assignment(to variable: String) -> Int? {
    tokens.indices.first { index in
      tokens[index].token == .word(variable) && token(index + 1) == .mark("=")
        && [.mark("["), .mark("("), .mark("{")].contains(token(index + 2))
    }.map { $0 + 2 }
  }

  private func collection(at start: Int) -> [Literal] {
    guard let open = token(start), [.mark("["), .mark("("), .mark("{")].contains(open) else { return [] }
    var found: [Literal] = []
    var depth = 0
    for index in start..<min(tokens.count, start + Self.collectionLimit) {
      switch tokens[index].token {
      case .mark("["), .mark("("), .mark("{"): depth += 1
      case .mark("]"), .mark(")"), .mark("}"):
        depth -= 1
        if depth == 0 { return found }
      case .string(let text):
        // A key of a map is the name of an extra; formats and joins of strings are not plain literals.
        let next = token(index + 1)
        if next != .mark(":"), next != .mark("."), next != .mark("%"), next != .mark("+") {
          found.append(Literal(text: text, line: tokens[index].line))
        }
      // Code among the elements: a call, a comprehension.
      case .word(let word) where word == "for" || word == "lambda": return []
      default: break
      }
    }
    return found
  }
}
