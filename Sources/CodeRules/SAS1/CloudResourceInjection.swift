internal import CodeAnalysis
package import FindingModel
package import RuleModel
package import TaintEngine

/// Event data that names the cloud resource of a call.
package struct CloudResourceInjection: FlowRule {
  package static let metadata = RuleMetadata(
    id: "sas1-cloud-resource-injection", risk: .eventInjection, title: "Event data names a cloud resource",
    severity: .high, weaknesses: [99, 610],
    rationale:
      """
      The call runs with the function's role, not with the caller's rights. Whoever chooses the bucket, \
      table, queue, secret, role or function of the call reaches everything the role can reach: another \
      tenant's bucket, a secret of another service, a role to assume.
      """,
    blindSpots:
      """
      The bucket named by a notification of the bucket itself is the platform's. Values that pass \
      through code that was not read, and checks that the engine does not understand; it says so under \
      what was not analysed.
      """,
    remediation: Remediation(
      """
      Take names of resources from the function's configuration; where a caller must choose, map what he \
      sends by a table to known resources.
      """,
      snippets: [
        .python: """
        bucket = os.environ["BUCKET"]
        """,
        .javaScript: """
        const bucket = process.env.BUCKET;
        """,
      ]),
    references: [
      "https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html",
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html",
    ])

  package static let sinks: Set<SinkKind> = [.cloudResource]

  package init() {}

  /// Each parameter takes its own names, and is repaired for itself.
  package func cause(of flow: Flow) -> FlowCause { .sink(flow.location, part: flow.detail) }

  package func consequence(of flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> String {
    "names \(flow.detail.map { "the `\($0)`" } ?? "the resource") of `\(flow.callee)`, which runs with the rights of the function"
  }
}
