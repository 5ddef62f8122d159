internal import ArgumentParser
internal import FindingModel
internal import Glibc
internal import RuleCatalog
internal import RuleModel

/// `parapet explain RULE`: why it matters, what to do, where it says so.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explain a rule: why it matters, when it is silent, how to repair it.")

  @Argument(help: "The rule's id, as printed with a finding.")
  var rule: String

  func run() throws { try Self.explain(rule) }

  static func explain(_ id: String) throws {
    guard let rule = RuleCatalog.rule(id) else { throw ValidationError(UnknownRule.message(id)) }
    Descriptor.write(RulePages.page(of: rule.metadata), to: STDOUT_FILENO)
  }
}

/// What to say about an id that names no rule.
enum UnknownRule {
  static func message(_ id: String) -> String {
    let ids = RuleCatalog.all.map { $0.metadata.id }
    let near = ids.min { distance(id, $0) < distance(id, $1) }
    let hint = near.map { distance(id, $0) <= max(3, id.count / 3) ? " Did you mean '\($0)'?" : "" } ?? ""
    return "There is no rule '\(id)'.\(hint) 'parapet rules list' shows all."
  }

  /// Insertions, deletions and replacements between two texts.
  private static func distance(_ left: String, _ right: String) -> Int {
    let right = Array(right)
    var row = Array(0...right.count)
    for (i, a) in left.prefix(100).enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in right.enumerated() {
        let above = row[j + 1]
        row[j + 1] = min(above + 1, row[j] + 1, diagonal + (a == b ? 0 : 1))
        diagonal = above
      }
    }
    return row[right.count]
  }
}
