internal import ArgumentParser
internal import FindingModel
internal import Glibc
internal import RuleCatalog
internal import RuleModel

/// `parapet rules`: the catalogue.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "List the rules, show one, or write their pages.",
    subcommands: [List.self, Show.self, Pages.self], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "One line per rule: id, severity, profile, title.")

    @Option(help: "Only rules of this risk, such as SAS-4.")
    var risk: String?

    func run() throws {
      var rules = RuleCatalog.all.map(\.metadata)
      // One width for all selections, so that two lists can be compared.
      let width = rules.map(\.id.count).max() ?? 0
      if let risk {
        guard let match = Risk.allCases.first(where: { $0.id.lowercased() == risk.lowercased() }) else {
          throw ValidationError("There is no risk '\(risk)'; risks are SAS-1 to SAS-12.")
        }
        rules = rules.filter { $0.risk == match }
      }
      let lines = rules.map { rule in
        let id = rule.id + String(repeating: " ", count: width - rule.id.count)
        let severity = rule.severity.name + String(repeating: " ", count: 8 - rule.severity.name.count)
        let profile = rule.profile == .strict ? "strict   " : "default  "
        return "\(id)  \(severity)  \(profile)\(rule.title)"
      }
      Descriptor.write(lines.joined(separator: "\n") + "\n", to: STDOUT_FILENO)
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Everything about one rule.")

    @Argument(help: "The rule's id.")
    var rule: String

    func run() throws { try ExplainCommand.explain(rule) }
  }

  struct Pages: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write a Markdown page per rule and an index.", shouldDisplay: false)

    @Argument(help: "The folder for the pages, docs/rules.", completion: .directory)
    var folder: String

    func run() throws {
      for (name, text) in RulePages.all(of: RuleCatalog.all.map(\.metadata)) {
        try OutputTarget(path: "\(folder)/\(name)").write(text)
      }
    }
  }
}
