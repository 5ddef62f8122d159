/// An option of a requirements file, `--name=value`, `--name value`, `-nvalue`.
struct RequirementOption {
  let name: String
  let value: String

  init?(_ text: String) {
    let text = text[...].trimmed
    if text.hasPrefix("--") {
      let end = text.firstIndex { $0 == "=" || $0.isWhitespace } ?? text.endIndex
      name = String(text[..<end])
      value = Self.bare(text[end...].dropFirst())
    } else if text.hasPrefix("-") {
      name = String(text.prefix(2))
      value = Self.bare(text.dropFirst(2).drop { $0 == "=" })
    } else {
      return nil
    }
  }

  private static func bare(_ text: Substring) -> String {
    let text = text.trimmed
    guard let first = text.first, first == "\"" || first == "'", text.count > 1, text.last == first else {
      return String(text)
    }
    return String(text.dropFirst().dropLast())
  }

  /// A requirement and the options behind it, `name==1.0 --hash=sha256:… --hash=sha256:…`.
  static func split(_ text: String) -> (text: String, options: [RequirementOption]) {
    guard let mark = text.place(of: " --") else { return (text, []) }
    var options: [RequirementOption] = []
    var rest = text[mark.lowerBound...]
    while let start = rest.place(of: "--") {
      let end = rest[start.upperBound...].place(of: " --")?.lowerBound ?? rest.endIndex
      if let option = RequirementOption(String(rest[start.lowerBound..<end])) { options.append(option) }
      rest = rest[end...]
    }
    return (String(text[..<mark.lowerBound][...].trimmed), options)
  }
}
