/// One line of a Gemfile in its simple form: `gem "name", "~> 1.0", group: :test, require: false`.
struct RubyWords {
  var command = ""
  /// Strings that stand for themselves.
  var arguments: [String] = []
  /// `:name`, outside options.
  var symbols: [String] = []
  /// `key: "value"` and `:key => "value"`.
  var options: [String: String] = [:]
  /// The same, with all values of a list.
  var lists: [String: [String]] = [:]
  var opensBlock = false

  /// Words that open what `end` closes.
  private static let openers: Set<String> = ["if", "unless", "case", "begin", "def", "while", "until"]

  /// Lines of a program, those that end with a comma joined to the next.
  static func lines(_ bytes: [UInt8]) -> [(line: Int, words: RubyWords)] {
    var found: [(line: Int, words: RubyWords)] = []
    var tokens: [Token] = []
    var start: Int?
    for (index, raw) in TextLines.raw(bytes).enumerated() {
      let more = Token.of(raw)
      start = start ?? (more.isEmpty ? nil : index + 1)
      tokens += more
      // Comments between continued lines do not end them.
      if more.isEmpty && !tokens.isEmpty || more.last == .mark(",") { continue }
      if let start { found.append((start, RubyWords(tokens))) }
      (tokens, start) = ([], nil)
    }
    if let start { found.append((start, RubyWords(tokens))) }
    return found
  }

  private init(_ tokens: [Token]) {
    guard case .word(let first)? = tokens.first else { return }
    command = first
    opensBlock = tokens.contains(.word("do")) || Self.openers.contains(first)
    var key: String?
    var listDepth = 0
    var index = 1
    while index < tokens.count {
      let next = index + 1 < tokens.count ? tokens[index + 1] : nil
      switch tokens[index] {
      // `gem "x" if condition`: what follows is no argument.
      case .word("if"), .word("unless"), .word("do"): return
      case .word(let word):
        if next == .mark(":") {
          key = word
          index += 1
        } else if let name = key {
          lists[name, default: []].append(word)
          if listDepth == 0 { key = nil }
        }
      case .symbol(let name), .string(let name):
        if next == .mark("=>") {
          key = name
          index += 1
        } else if let option = key {
          options[option] = options[option] ?? name
          lists[option, default: []].append(name)
          if listDepth == 0 { key = nil }
        } else if case .symbol = tokens[index] {
          symbols.append(name)
        } else {
          arguments.append(name)
        }
      case .mark("["): listDepth += 1
      case .mark("]"):
        listDepth -= 1
        if listDepth <= 0 { key = nil }
      default: break
      }
      index += 1
    }
  }

  private enum Token: Equatable {
    case word(String)
    case string(String)
    case symbol(String)
    case mark(String)

    static func of(_ line: Substring) -> [Token] {
      var tokens: [Token] = []
      var rest = line
      while let first = rest.first {
        if first == "#" { return tokens }
        if first.isWhitespace {
          rest = rest.dropFirst()
        } else if first == "\"" || first == "'" {
          let content = rest.dropFirst()
          let end = content.firstIndex(of: first) ?? content.endIndex
          let text = String(content[..<end])
          rest = content[end...].dropFirst()
          // A text that is computed says nothing.
          tokens.append(text.contains("#{") ? .mark("#{") : .string(text))
        } else if first.isLetter || first == "_" {
          let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "?" }
          rest = rest[word.endIndex...]
          tokens.append(.word(String(word)))
        } else if first == ":", rest.dropFirst().first.map({ $0.isLetter || $0 == "_" }) == true,
          tokens.last.map({ if case .word = $0 { false } else { true } }) ?? true
            || line[..<rest.startIndex].last?.isWhitespace == true
        {
          let name = rest.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == "_" }
          rest = rest[name.endIndex...]
          tokens.append(.symbol(String(name)))
        } else if rest.hasPrefix("=>") {
          tokens.append(.mark("=>"))
          rest = rest.dropFirst(2)
        } else {
          tokens.append(.mark(String(first)))
          rest = rest.dropFirst()
        }
      }
      return tokens
    }
  }
}
