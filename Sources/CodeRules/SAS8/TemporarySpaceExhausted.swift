internal import CodeAnalysis
package import FindingModel
package import RuleModel
package import TaintEngine

/// Data of any size written to /tmp.
package struct TemporarySpaceExhausted: FlowRule {
  package static let metadata = RuleMetadata(
    id: "sas8-tmp-exhaustion", risk: .denialOfServiceAndWallet, title: "Data of any size is written to /tmp",
    severity: .low, profile: .strict, weaknesses: [400],
    rationale:
      """
      /tmp has 512 MB unless more is paid for, and keeps its files between invocations in one sandbox. \
      Files from outside fill it up, and every later invocation fails.
      """,
    blindSpots:
      """
      A limit of the trigger (6 MB of a request) bounds what one invocation writes. A file that is \
      deleted is reported as well.
      """,
    remediation: Remediation(
      """
      Stream instead of storing, check the size first, and delete the file in `finally`.
      """,
      snippets: [
        .python: """
        size = s3.head_object(Bucket=bucket, Key=key)["ContentLength"]
        if size > LIMIT:
            raise ValueError("too large")
        """,
        .javaScript: """
        const { ContentLength } = await s3.send(new HeadObjectCommand({ Bucket, Key }));
        if (ContentLength > LIMIT) throw new Error("too large");
        """,
      ]),
    references: [
      "https://docs.aws.amazon.com/lambda/latest/dg/configuration-ephemeral-storage.html",
      "https://cwe.mitre.org/data/definitions/400.html",
    ])

  package static let sinks: Set<SinkKind> = [.temporaryFile]

  package init() {}

  package func consequence(of flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> String {
    "is written to /tmp without a limit (`\(flow.callee)`)"
  }
}
