internal import CodeAnalysis
package import FindingModel
package import RuleModel
package import TaintEngine

/// Event data in a text that a shell parses.
package struct OSCommandInjection: FlowRule {
  package static let metadata = RuleMetadata(
    id: "sas1-os-command", risk: .eventInjection, title: "Event data reaches a shell", severity: .critical,
    weaknesses: [78],
    peers: ["semgrep:dangerous-system-call", "semgrep:detect-child-process"],
    rationale:
      """
      A shell reads the whole text as a program: `;`, `|`, `$( )` and line breaks in a file name or a \
      message start further commands. Whoever can choose the value runs programs inside the function, \
      reads its credentials from the environment and acts as its role.
      """,
    blindSpots:
      """
      Values that pass through code that was not read, and checks that the engine does not understand; \
      it says so under what was not analysed. Quoting done by hand is not taken for safe.
      """,
    remediation: Remediation(
      """
      Start the program without a shell and give it its arguments as a list; check the value against a \
      list or an anchored pattern of what it may be.
      """,
      snippets: [
        .python: """
        subprocess.run(["tar", "-cf", archive, "--", name], check=True)  # no shell, no options
        """,
        .javaScript: """
        execFile("tar", ["-cf", archive, "--", name], callback); // no shell, no options
        """,
      ]),
    references: [
      "https://docs.python.org/3/library/subprocess.html#security-considerations",
      "https://nodejs.org/api/child_process.html",
    ])

  package static let sinks: Set<SinkKind> = [.osCommand]

  package init() {}

  package func consequence(of flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> String {
    "becomes part of a command line that a shell parses (`\(flow.callee)`), so that it can start programs of its own"
  }
}
