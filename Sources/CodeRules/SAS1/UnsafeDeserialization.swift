internal import CodeAnalysis
package import FindingModel
package import RuleModel
package import TaintEngine

/// Event data given to a deserialiser that creates objects.
package struct UnsafeDeserialization: FlowRule {
  package static let metadata = RuleMetadata(
    id: "sas1-deser", risk: .eventInjection, title: "Event data is deserialised into objects",
    severity: .critical, weaknesses: [502],
    peers: ["bandit:B301", "bandit:B506", "semgrep:tainted-pickle-deserialization"],
    rationale:
      """
      Formats that can name classes or functions run them while they are read: one pickled object, one \
      YAML tag or one serialised function is a program of the attacker's choice, run with the function's \
      role before any check of the result.
      """,
    blindSpots:
      """
      Values that pass through code that was not read, and checks that the engine does not understand; \
      it says so under what was not analysed.
      """,
    remediation: Remediation(
      """
      Use a format that holds data only (JSON, `yaml.safe_load`) and check its shape; sign what must be \
      an object of yours.
      """,
      snippets: [
        .python: """
        document = yaml.safe_load(text)
        value = json.loads(text)
        """,
        .javaScript: """
        const value = JSON.parse(text);
        const document = yaml.load(text); // js-yaml 4: data only
        """,
      ]),
    references: [
      "https://docs.python.org/3/library/pickle.html",
      "https://pyyaml.org/wiki/PyYAMLDocumentation",
    ])

  package static let sinks: Set<SinkKind> = [.deserialization]

  package init() {}

  package func consequence(of flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> String {
    "is deserialised by `\(flow.callee)`, which runs what the data names"
  }
}
