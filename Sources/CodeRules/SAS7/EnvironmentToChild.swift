internal import CodeAnalysis
package import FindingModel
package import RuleModel
package import TaintEngine

/// The whole environment given to another program.
package struct EnvironmentToChild: FlowRule {
  package static let metadata = RuleMetadata(
    id: "sas7-credentials-to-child", risk: .insecureSecrets,
    title: "The whole environment is given to another program", severity: .low, profile: .strict,
    weaknesses: [526],
    rationale:
      """
      A program that is started with all variables holds the role's credentials, too: a flaw in it, or a \
      package that replaced it, acts as the function.
      """,
    blindSpots:
      """
      Programs started without saying anything of the environment inherit it as well; they are not \
      reported.
      """,
    remediation: Remediation(
      """
      Give it the variables it needs.
      """,
      snippets: [
        .python: """
        subprocess.run(command, env={"PATH": os.environ["PATH"]})
        """,
        .javaScript: """
        execFile(program, args, { env: { PATH: process.env.PATH } });
        """,
      ]),
    references: [
      "https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html",
      "https://cwe.mitre.org/data/definitions/526.html",
    ])

  package static let sinks: Set<SinkKind> = [.childEnvironment]
  package static let isDisclosure = true

  package init() {}

  package func isRelevant(_ flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> Bool {
    flow.origin.kind == .environment
  }

  package func consequence(of flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> String {
    "with the role's credentials in it is given to another program (`\(flow.callee)`)"
  }
}
