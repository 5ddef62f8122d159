internal import CodeAnalysis
package import FindingModel
package import RuleModel
package import TaintEngine

/// A secret written to a file.
package struct SecretInTemporaryFile: FlowRule {
  package static let metadata = RuleMetadata(
    id: "sas7-secret-in-tmp", risk: .insecureSecrets, title: "A secret is written to a file",
    severity: .medium, weaknesses: [312, 377],
    rationale:
      """
      /tmp survives the invocation: the next one in the same sandbox, and every program or library that \
      reads files there, finds the secret in the clear.
      """,
    blindSpots:
      """
      A file that is deleted in time is reported as well. Values that pass through code that was not \
      read; it is listed under what was not analysed.
      """,
    remediation: Remediation(
      """
      Keep it in memory; hand it to programs by standard input.
      """,
      snippets: [
        .python: """
        subprocess.run(command, input=secret, text=True, check=True)  # no file
        """,
        .javaScript: """
        const child = spawn(program, args);
        child.stdin.end(secret); // no file
        """,
      ]),
    references: [
      "https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html",
      "https://cwe.mitre.org/data/definitions/312.html",
    ])

  package static let sinks: Set<SinkKind> = [.temporaryFile, .fileContent]
  package static let isDisclosure = true

  package init() {}

  package func isRelevant(_ flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> Bool {
    code.isSecret(flow.origin, in: context)
  }

  package func consequence(of flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> String {
    "is written to a file (`\(flow.callee)`)"
  }
}
