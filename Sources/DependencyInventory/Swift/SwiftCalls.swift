/// Calls in the text of a Swift program whose arguments are plain strings.
enum SwiftCalls {
  struct Call {
    let line: Int
    /// `label: "text"`.
    var labelled: [String: String] = [:]
    /// Strings without a label of their own.
    var unlabelled: [String] = []
    /// `..<` or `...` between two strings.
    var range: String?
  }

  /// Tokens of one call; a manifest's have a dozen.
  private static let callLimit = 200

  /// `.exact("1.0.0")` of older manifests is `exact: "1.0.0"` of newer ones.
  private static let wrappers: Set<String> = ["exact", "branch", "revision"]

  /// Calls of `.name(…)`, in order; text that is computed counts as nothing.
  static func named(_ name: String, in bytes: [UInt8]) -> [Call] {
    let tokens = tokens(of: bytes)
    var calls: [Call] = []
    var index = 0
    while index + 2 < tokens.count {
      guard tokens[index].text == ".", tokens[index + 1].text == name, tokens[index + 2].text == "(" else {
        index += 1
        continue
      }
      calls.append(call(tokens, from: index + 2, line: tokens[index].line))
      index += 3
    }
    return calls
  }

  private static func call(_ tokens: [Token], from start: Int, line: Int) -> Call {
    var call = Call(line: line)
    var depth = 0
    for index in start..<min(tokens.count, start + callLimit) {
      let token = tokens[index]
      if token.isString {
        if tokens[index - 1].text == ":", index >= 2 {
          call.labelled[tokens[index - 2].text] = call.labelled[tokens[index - 2].text] ?? token.text
        } else if tokens[index - 1].text == "(", index >= 2, wrappers.contains(tokens[index - 2].text) {
          call.labelled[tokens[index - 2].text] = token.text
        } else {
          call.unlabelled.append(token.text)
        }
      } else if token.text == "(" {
        depth += 1
      } else if token.text == ")" {
        depth -= 1
        if depth == 0 { return call }
      } else if token.text == "..<" || token.text == "..." {
        call.range = token.text
      }
    }
    return call
  }

  private struct Token {
    let text: String
    let isString: Bool
    let line: Int
  }

  private static func tokens(of bytes: [UInt8]) -> [Token] {
    var tokens: [Token] = []
    var line = 1
    var rest = String(decoding: bytes, as: UTF8.self)[...]
    while let first = rest.first {
      if first.isNewline {
        line += 1
        rest = rest.dropFirst()
      } else if first.isWhitespace {
        rest = rest.dropFirst()
      } else if rest.hasPrefix("//") {
        rest = rest.drop { !$0.isNewline }
      } else if rest.hasPrefix("/*") {
        let end = rest.place(of: "*/")?.upperBound ?? rest.endIndex
        line += rest[..<end].count { $0.isNewline }
        rest = rest[end...]
      } else if first == "\"" {
        let content = rest.dropFirst()
        let end = content.firstIndex { $0 == "\"" || $0.isNewline } ?? content.endIndex
        let text = String(content[..<end])
        rest = content[end...].drop { $0 == "\"" }
        tokens.append(Token(text: text.contains("\\(") ? "" : text, isString: true, line: line))
      } else if first.isLetter || first == "_" {
        let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        rest = rest[word.endIndex...]
        tokens.append(Token(text: String(word), isString: false, line: line))
      } else {
        let mark = ["..<", "..."].first { rest.hasPrefix($0) } ?? String(first)
        rest = rest.dropFirst(mark.count)
        tokens.append(Token(text: mark, isString: false, line: line))
      }
    }
    return tokens
  }
}
