internal import CodeAnalysis
package import FindingModel
package import RuleModel
package import TaintEngine

/// Event data as an argument of a program that may take it for an option.
package struct ArgumentInjection: FlowRule {
  package static let metadata = RuleMetadata(
    id: "sas1-arg-injection", risk: .eventInjection, title: "Event data becomes an argument of a program",
    severity: .high, weaknesses: [88],
    rationale:
      """
      Without a shell a value stays one argument, but the program still reads it: \
      `--checkpoint-action=exec=...` makes tar run a program, `-o` makes curl write a file, `ext::` \
      makes git start a command. An attacker who chooses an argument that may begin with a dash, or an \
      address, chooses what the program does.
      """,
    blindSpots:
      """
      Only programs whose options or addresses are known to be dangerous are reported. Values that pass \
      through code that was not read, and checks that the engine does not understand; it says so under \
      what was not analysed.
      """,
    remediation: Remediation(
      """
      Put `--` before values, reject those that begin with `-`, and check addresses and names against \
      what they may be.
      """,
      snippets: [
        .python: """
        subprocess.run(["git", "clone", "--", checked_url, target], check=True)
        """,
        .javaScript: """
        execFile("git", ["clone", "--", checkedURL, target], callback);
        """,
      ]),
    references: [
      "https://docs.python.org/3/library/subprocess.html",
      "https://nodejs.org/api/child_process.html#child_processexecfilefile-args-options-callback",
    ])

  package static let sinks: Set<SinkKind> = [.commandArgument]

  package init() {}

  package func consequence(of flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> String {
    "becomes an argument of another program (`\(flow.callee)`), which may take it for an option or an address"
  }
}
