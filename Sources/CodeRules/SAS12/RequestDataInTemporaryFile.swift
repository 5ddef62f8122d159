internal import CodeAnalysis
package import FindingModel
package import RuleModel
package import TaintEngine

/// Event data in a file that outlives the invocation.
package struct RequestDataInTemporaryFile: FlowRule {
  package static let metadata = RuleMetadata(
    id: "sas12-tmp-residue", risk: .crossExecutionData, title: "Event data stays in /tmp", severity: .low,
    profile: .strict, weaknesses: [377, 488],
    rationale:
      """
      Files in /tmp stay for the next invocation of the same sandbox. A fixed name that one request \
      writes is what the next one, of another user, may read.
      """,
    blindSpots:
      """
      A file that is removed before the end is reported as well, because an error or a timeout leaves \
      it. Values that pass through code that was not read; it is listed under what was not analysed.
      """,
    remediation: Remediation(
      """
      Use a fresh name (`tempfile.TemporaryDirectory()`, `mkdtemp`) and remove it in `finally`.
      """,
      snippets: [
        .python: """
        with tempfile.TemporaryDirectory() as folder:
            ...
        """,
        .javaScript: """
        const folder = await fs.mkdtemp(path.join(os.tmpdir(), "order-"));
        """,
      ]),
    references: [
      "https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html",
      "https://cwe.mitre.org/data/definitions/377.html",
    ])

  package static let sinks: Set<SinkKind> = [.temporaryFile]

  package init() {}

  package func isRelevant(_ flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> Bool {
    flow.origin.isSentByCaller
  }

  package func consequence(of flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> String {
    "is written to a file below /tmp that the next invocation may find (`\(flow.callee)`)"
  }
}
