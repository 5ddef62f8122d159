internal import CodeAnalysis
package import FindingModel
package import RuleModel
package import TaintEngine

/// Event data that is run as code.
package struct CodeInjection: FlowRule {
  package static let metadata = RuleMetadata(
    id: "sas1-code-exec", risk: .eventInjection, title: "Event data is run as code", severity: .critical,
    weaknesses: [95, 94],
    peers: ["bandit:B307", "semgrep:tainted-code-exec"],
    rationale:
      """
      What `eval`, `new Function`, `exec` or a dynamic import receives is a program of the same power as \
      the handler: it reads the environment with the role's credentials, changes what later invocations \
      see and calls the cloud as the function. An uploaded object or a message is enough.
      """,
    blindSpots:
      """
      Values that pass through code that was not read, and checks that the engine does not understand; \
      it says so under what was not analysed.
      """,
    remediation: Remediation(
      """
      Parse data with a parser for data (`JSON.parse`, `json.loads`, `ast.literal_eval`), and choose \
      among known functions or modules by a table.
      """,
      snippets: [
        .python: """
        value = json.loads(text)
        operation = OPERATIONS[name]  # a table of known functions
        """,
        .javaScript: """
        const value = JSON.parse(text);
        const operation = operations.get(name); // a Map of known functions
        """,
      ]),
    references: [
      "https://docs.python.org/3/library/functions.html#eval",
      "https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/eval",
    ])

  package static let sinks: Set<SinkKind> = [.codeExecution]

  package init() {}

  package func consequence(of flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> String {
    // The engine says so of a method that is looked up by a caller's word.
    flow.detail == "a method"
      ? "chooses the method of `\(flow.callee)` that is called" : "is run as code (`\(flow.callee)`)"
  }
}
