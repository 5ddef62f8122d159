/// What commands of package managers fetch from places that may change.
enum PackageInstallation {
  typealias Step = (kind: BuildStep.Kind, line: Int)

  static func kinds(of command: ShellCommand) -> [Step] {
    var words = Array(command.operands)
    switch command.name {
    case "pip", "pip3": return python(words)
    case "python", "python3", "uv":
      guard let pip = words.firstIndex(where: { $0.text == "pip" }), pip <= 1 else { return [] }
      words.removeSubrange(...pip)
      return python(words)
    case "npm", "pnpm", "yarn": return node(words, tool: command.name)
    default: return []
    }
  }

  // MARK: pip

  private static let indexOptions: Set<String> = [
    "-i", "--index-url", "--extra-index-url", "-f", "--find-links", "--index", "--default-index",
  ]

  private static func python(_ words: [ShellCommand.Word]) -> [Step] {
    guard words.contains(where: { $0.text == "install" || $0.text == "download" }) else { return [] }
    var steps: [Step] = []
    var option = ""
    for word in words {
      // `--index-url=…` has its value in the same word.
      let parts = word.text.split(separator: "=", maxSplits: 1)
      let (name, value) =
        word.text.hasPrefix("--") && parts.count == 2
        ? (String(parts[0]), String(parts[1])) : (option, word.text)
      option = word.text.hasPrefix("-") ? word.text : ""
      if indexOptions.contains(name) {
        if value.lowercased().hasPrefix("http://") {
          steps.append((.openIndex(value.withoutSecrets), word.line))
        }
      } else if name == "--trusted-host" {
        steps.append((.openIndex(value), word.line))
      } else if let place = place(of: word.text) {
        steps.append((.packageAt(place), word.line))
      }
    }
    return steps
  }

  /// The address in `https://…`, `git+https://…` or `name @ https://…`; `nil` with a digest or a commit.
  private static func place(of word: String) -> String? {
    guard let scheme = word.firstRange(of: "://"), !word.hasPrefix("-"), !word.hasPrefix("file:") else {
      return nil
    }
    if word.contains("#sha256=") || word.contains("--hash") { return nil }
    if word.hasPrefix("git+") {
      let path = word[scheme.upperBound...].drop { $0 != "/" }
      let revision = path.firstIndex(of: "@").map { path[path.index(after: $0)...].prefix { $0 != "#" } }
      if let revision, revision.utf8.count >= 7, revision.allSatisfy(\.isHexDigit) { return nil }
    }
    return word.withoutSecrets
  }

  // MARK: npm, pnpm, yarn

  private static func node(_ words: [ShellCommand.Word], tool: String) -> [Step] {
    var steps: [Step] = []
    for (index, word) in words.enumerated() {
      let next = index + 1 < words.count ? words[index + 1].text : ""
      let registry =
        word.text == "--registry"
        ? next : word.text.hasPrefix("--registry=") ? String(word.text.dropFirst(11)) : ""
      if registry.lowercased().hasPrefix("http://") {
        steps.append((.openIndex(registry.withoutSecrets), word.line))
      }
    }
    let isAdding = words.contains { ["install", "i", "add"].contains($0.text) }
    let isGlobal = words.contains { ["-g", "--global", "global"].contains($0.text) }
    guard isAdding, isGlobal else { return steps }
    let verbs: Set<String> = ["install", "i", "add", "global"]
    let open = words.filter { word in
      !word.text.hasPrefix("-") && !verbs.contains(word.text) && word.text.isUnpinnedProgram
    }
    if let first = open.first { steps.append((.unpinnedPrograms(open.map(\.text)), first.line)) }
    return steps
  }
}

extension String {
  /// `serverless`, `npm@latest`; not `npm@10.2.0`, a path or an address.
  fileprivate var isUnpinnedProgram: Bool {
    guard let first, first.isLetter || first == "@", !contains("://"), !contains("$") else { return false }
    guard let at = dropFirst().lastIndex(of: "@") else { return !contains("/") || first == "@" }
    return !(self[index(after: at)...].first?.isNumber ?? false)
  }
}
