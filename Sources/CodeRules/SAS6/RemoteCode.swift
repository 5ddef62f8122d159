internal import CodeAnalysis
package import FindingModel
package import RuleModel
package import TaintEngine

/// Code fetched from elsewhere at run time.
package struct RemoteCode: FlowRule {
  package static let metadata = RuleMetadata(
    id: "sas6-remote-code", risk: .vulnerableDependencies, title: "Code from another server is run",
    severity: .high, weaknesses: [494, 829],
    rationale:
      """
      What is fetched and run is part of the function, but no review, lockfile or scan has seen it: \
      whoever controls the server, its name or the way to it runs code with the function's role.
      """,
    blindSpots:
      """
      Models and packages that libraries fetch by themselves are not seen. Values that pass through code \
      that was not read; it is listed under what was not analysed.
      """,
    remediation: Remediation(
      """
      Package it with the function; where it must be fetched, check its digest against a constant before \
      use.
      """,
      snippets: [
        .python: """
        import plugin  # packaged with the function, pinned in its lockfile
        """,
        .javaScript: """
        const plugin = require("./plugin"); // packaged with the function, pinned in its lockfile
        """,
      ]),
    references: [
      "https://cwe.mitre.org/data/definitions/494.html",
      "https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-package.html",
    ])

  package static let sinks: Set<SinkKind> = [.codeExecution, .deserialization, .osCommand]
  package static let takesUnknownWriters = true

  package init() {}

  package func isRelevant(_ flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> Bool {
    flow.origin.isRemote
  }

  package func consequence(of flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> String {
    "is run (`\(flow.callee)`)"
  }
}
