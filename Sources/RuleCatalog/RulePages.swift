package import FindingModel

/// Markdown pages about rules, made of their metadata: `explain` prints one, `docs/rules` holds all.
package enum RulePages {
  /// File names and texts: a page per rule, and `README.md` with the index.
  package static func all(of rules: [RuleMetadata]) -> [(name: String, text: String)] {
    [("README.md", index(of: rules))] + rules.map { ("\($0.id).md", page(of: $0)) }
  }

  package static func page(of rule: RuleMetadata) -> String {
    var lines = ["# \(rule.id)", "", "\(rule.title).", ""]
    lines += ["| | |", "|---|---|", "| Risk | \(rule.risk.id) \(rule.risk.title) |"]
    lines += ["| Severity | \(rule.severity.name) |", "| Profile | \(rule.profile.rawValue) |"]
    lines += ["| Weaknesses | \(rule.weaknesses.map { "CWE-\($0)" }.joined(separator: ", ")) |"]
    if !rule.peers.isEmpty {
      lines += ["| Same check elsewhere | \(rule.peers.map { "`\($0)`" }.joined(separator: ", ")) |"]
    }
    lines += ["", "## Why it matters", "", rule.rationale]
    lines += ["", "## When it is silent or may be wrong", "", rule.blindSpots]
    lines += ["", "## What to do", "", rule.remediation.advice]
    for dialect in Dialect.allCases {
      guard let snippet = rule.remediation.snippets[dialect] else { continue }
      lines += block(snippet, title: dialect.title, dialect)
    }
    for (kind, snippets) in rule.remediation.variants.sorted(by: { $0.key.title < $1.key.title }) {
      for dialect in Dialect.allCases {
        guard let snippet = snippets[dialect], !snippet.isEmpty else { continue }
        lines += block(snippet, title: "\(dialect.title), \(kind.title)", dialect)
      }
    }
    lines += ["", "To accept it, with a reason and an end:", "", "```yaml"]
    lines += ["# parapet:ignore \(rule.id) reason=\"why it is acceptable\" until=2027-06-30", "```"]
    lines += ["", "## References", ""] + rule.references.map { "- <\($0)>" }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func block(_ snippet: String, title: String, _ dialect: Dialect) -> [String] {
    let example = snippet.replacing("{name}", with: "Example").replacing("{logicalID}", with: "Example")
    return ["", "\(title):", "", "```\(dialect.fence)", example, "```"]
  }

  static func index(of rules: [RuleMetadata]) -> String {
    var lines = ["# Rules", "", "\(rules.count) rules. Made by `make docs`; do not edit by hand.", ""]
    for risk in Risk.allCases {
      let own = rules.filter { $0.risk == risk }
      if own.isEmpty { continue }
      lines += [
        "## \(risk.id) \(risk.title)", "", "| Rule | Severity | Profile | Problem |", "|---|---|---|---|",
      ]
      lines += own.map {
        "| [\($0.id)](\($0.id).md) | \($0.severity.name) | \($0.profile.rawValue) | \($0.title) |"
      }
      lines.append("")
    }
    return lines.joined(separator: "\n")
  }
}
