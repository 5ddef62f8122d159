internal import CodeAnalysis
package import FindingModel
package import RuleModel
package import TaintEngine

/// Event data merged into objects key by key.
package struct PrototypePollution: FlowRule {
  package static let metadata = RuleMetadata(
    id: "sas1-prototype-pollution", risk: .eventInjection,
    title: "Event data is merged into an object with its own keys", severity: .high, weaknesses: [1321],
    rationale:
      """
      A body with the key `__proto__` or `constructor` changes what every object of the process \
      inherits. The change outlives the invocation: later ones see options and rights that nobody set.
      """,
    blindSpots:
      """
      Merges by libraries whose safe versions are not told apart are reported with less confidence. \
      Values that pass through code that was not read, and checks that the engine does not understand; \
      it says so under what was not analysed.
      """,
    remediation: Remediation(
      """
      Copy the fields you expect, refuse `__proto__`, `constructor` and `prototype`, or merge into \
      `Object.create(null)`.
      """,
      snippets: [
        .javaScript: """
        const { name, size } = body; // the fields you expect
        const settings = { ...defaults, name, size };
        """
      ]),
    references: [
      "https://cheatsheetseries.owasp.org/cheatsheets/Prototype_Pollution_Prevention_Cheat_Sheet.html"
    ])

  package static let sinks: Set<SinkKind> = [.objectMerge]

  package init() {}

  package func consequence(of flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> String {
    "is merged into an object with keys of the caller's choice (`\(flow.callee)`)"
  }
}
