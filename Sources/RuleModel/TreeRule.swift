package import FindingModel

/// A rule that judges the files of the scanned folder, whichever application they belong to.
package protocol TreeRule: Rule {
  func findings(in tree: TreeContext) -> [Finding]
}

extension TreeRule {
  package static var basis: RuleBasis { .files }

  /// Of a single application there is nothing to say.
  package func evaluate(in context: RuleContext) -> [Verdict] { [] }
}
