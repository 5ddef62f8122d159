internal import CodeAnalysis
package import FindingModel
package import RuleModel
package import TaintEngine

/// Event data that says how long a presigned address is good.
package struct PresignedLifetimeChosen: FlowRule {
  package static let metadata = RuleMetadata(
    id: "sas2-presigned-lifetime", risk: .brokenAuthentication,
    title: "Callers choose how long a presigned address is good", severity: .low, weaknesses: [613],
    rationale:
      """
      Whoever has the address acts with the function's role until it expires, and nobody can take it back. \
      A caller who asks for hours instead of minutes gets an address that outlives his session and his \
      rights, to keep or to pass on.
      """,
    blindSpots:
      """
      An upper bound that a library or another function checks is not seen. Addresses signed with the \
      credentials of a role end with them, which may be sooner.
      """,
    remediation: Remediation(
      """
      Fix the time in the code, as short as the use allows, or bound what callers ask for.
      """,
      snippets: [
        .python: """
        url = s3.generate_presigned_url("get_object", Params=params, ExpiresIn=300)
        """,
        .javaScript: """
        const url = await getSignedUrl(s3, command, { expiresIn: 300 });
        """,
      ]),
    references: [
      "https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-presigned-url.html",
      "https://cwe.mitre.org/data/definitions/613.html",
    ])

  package static let sinks: Set<SinkKind> = [.lifetime]

  package init() {}

  package func consequence(of flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> String {
    "decides how long the address is good that `\(flow.callee)` signs"
  }
}
