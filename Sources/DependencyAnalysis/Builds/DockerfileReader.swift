internal import FindingModel

/// Reads what instructions of a Dockerfile fetch.
///
/// https://docs.docker.com/reference/dockerfile/
enum DockerfileReader {
  static func steps(of lines: [NumberedLine], path: String) -> [BuildStep] {
    var steps: [BuildStep] = []
    var index = 0
    while index < lines.count {
      var instruction = [lines[index]]
      index += 1
      guard let keyword = instruction[0].keyword else { continue }
      while instruction.last?.text.isContinued ?? false, index < lines.count {
        // Comments and empty lines may stand between the parts of an instruction.
        let text = lines[index].text.drop(while: \.isWhitespace)
        if text.hasPrefix("#") || text.isEmpty {
          instruction.append(NumberedLine(text: "\\", number: lines[index].number))
        } else {
          instruction.append(lines[index])
        }
        index += 1
      }
      let body = keyword == "RUN" ? heredoc(instruction, lines, &index) : nil
      switch keyword {
      case "RUN": steps += run(body ?? instruction.withoutKeyword, path)
      case "ADD": steps += additions(instruction.withoutKeyword, path)
      default: break
      }
    }
    return steps
  }

  /// The lines of `RUN <<EOF` up to `EOF`.
  private static func heredoc(
    _ instruction: [NumberedLine], _ lines: [NumberedLine], _ index: inout Int
  ) -> [NumberedLine]? {
    guard instruction.count == 1, let mark = instruction[0].text.firstRange(of: "<<") else { return nil }
    let rest = instruction[0].text[mark.upperBound...]
    let name = rest.drop { "-\"'".contains($0) }.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    guard !name.isEmpty, rest.first != "<" else { return nil }
    var body: [NumberedLine] = []
    while index < lines.count {
      let line = lines[index]
      index += 1
      if line.text.drop(while: { $0 == "\t" }) == name { break }
      body.append(line)
    }
    return body
  }

  private static func run(_ lines: [NumberedLine], _ path: String) -> [BuildStep] {
    guard let first = lines.first else { return [] }
    let text = first.text.drop(while: \.isWhitespace)
    guard text.hasPrefix("[") else {
      return ShellDownloads.steps(of: ShellSplitter.commands(of: lines), path: path)
    }
    // `["bash", "-c", "curl … | sh"]`: the last of its texts is the program.
    let words = jsonTexts(lines)
    let line = { (text: String) in [NumberedLine(text: text[...], number: first.number)] }
    let program =
      words.count >= 3 && words[1].hasPrefix("-") && words[1].contains("c")
      ? words[2] : words.joined(separator: " ")
    return ShellDownloads.steps(of: ShellSplitter.commands(of: line(program)), path: path)
  }

  private static func additions(_ lines: [NumberedLine], _ path: String) -> [BuildStep] {
    guard let first = lines.first else { return [] }
    let isList = first.text.drop(while: \.isWhitespace).hasPrefix("[")
    let words =
      isList ? jsonTexts(lines) : ShellSplitter.commands(of: lines).flatMap(\.words).map(\.text)
    guard !words.contains(where: { $0.hasPrefix("--checksum=") }) else { return [] }
    let sources = words.dropLast().filter { $0.hasPrefix("http://") || $0.hasPrefix("https://") }
    return sources.filter { !$0.isFixedRepository }.map { address in
      BuildStep(
        .addition(address.withoutSecrets), at: SourceLocation(path: path, line: first.number, column: 1))
    }
  }

  private static func jsonTexts(_ lines: [NumberedLine]) -> [String] {
    let text = lines.map(\.text).joined(separator: " ")
    // Texts of such a list are programs and addresses: no escapes but of quotes.
    return text.replacing("\\\"", with: "\u{1}").split(separator: "\"", omittingEmptySubsequences: false)
      .enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element).replacing("\u{1}", with: "\"") }
  }
}

extension NumberedLine {
  /// `RUN` of `run apt-get`; `nil` for comments, empty lines and what is no instruction.
  fileprivate var keyword: String? {
    let word = text.drop(while: \.isWhitespace).prefix { $0.isASCII && $0.isLetter }
    return word.isEmpty ? nil : word.uppercased()
  }
}

extension [NumberedLine] {
  /// Without the keyword and the options of the instruction: `--mount=…` of `RUN`.
  fileprivate var withoutKeyword: [NumberedLine] {
    var lines = self
    guard !lines.isEmpty else { return [] }
    lines[0].text = lines[0].text.drop(while: \.isWhitespace).drop { $0.isLetter }.drop(while: \.isWhitespace)
    for option in ["--mount=", "--network=", "--security="] {
      while lines[0].text.hasPrefix(option) {
        lines[0].text = lines[0].text.drop { !$0.isWhitespace }.drop(while: \.isWhitespace)
      }
    }
    return lines
  }
}

extension Substring {
  /// Whether the instruction goes on in the next line.
  fileprivate var isContinued: Bool { last { !$0.isWhitespace } == "\\" }
}

extension String {
  /// A repository with a commit or a tag behind `#`, which `ADD` clones.
  fileprivate var isFixedRepository: Bool { contains(".git#") }
}
