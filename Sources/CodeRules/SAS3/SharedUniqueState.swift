internal import ApplicationGraph
internal import ApplicationModel
internal import CodeAnalysis
package import FindingModel
package import RuleModel
internal import TaintEngine

/// Unique values made once for all copies of a snapshot.
package struct SharedUniqueState: FunctionCodeRule {
  package static let metadata = RuleMetadata(
    id: "sas3-snapstart-unique-state", risk: .insecureDeployment,
    title: "A unique value is made before the snapshot is taken", severity: .medium, weaknesses: [331, 336],
    rationale:
      """
      With SnapStart every copy of the function starts from one snapshot. An identifier, key or random \
      seed that was made while the module loaded is the same in all of them: tokens repeat, and who \
      knows one knows all.
      """,
    blindSpots:
      """
      Only well-known makers of random values and identifiers are looked at, and only functions with \
      SnapStart.
      """,
    remediation: Remediation(
      """
      Make unique values inside the handler, or in a hook that runs after the snapshot is restored.
      """,
      snippets: [
        .python: """
        def handler(event, context):
            token = secrets.token_hex(16)  # made for each invocation
        """,
        .javaScript: """
        export const handler = async (event) => {
          const token = randomBytes(16).toString("hex"); // made for each invocation
        """,
      ]),
    references: [
      "https://docs.aws.amazon.com/lambda/latest/dg/snapstart-uniqueness.html"
    ])

  package init() {}
  package func findings(of code: FunctionUnderTest, in context: RuleContext) -> [Finding] {
    guard let snapStart = code.function.snapStart.value, snapStart != "None" else { return [] }
    return code.code.analysis.calls.compactMap { call in
      guard call.isInitialization, Self.makers.contains(call.callee) else { return nil }
      return finding(
        "'\(code.name)' is restored from a snapshot, and `\(call.callee)` runs before it is taken: every copy has the "
          + "same value.", of: code.function, at: call.location, discriminator: call.callee, in: context)
    }
  }

  private static let makers: Set<String> = [
    "uuid.uuid4", "uuid.uuid1", "random.random", "random.randint", "random.choice", "random.getrandbits",
    "secrets.token_hex", "secrets.token_bytes", "secrets.token_urlsafe", "os.urandom", "random.seed",
    "numpy.random.seed",
    "crypto.randomBytes", "crypto.randomUUID", "Math.random", "uuid.v4", "nanoid.nanoid", "time.time",
    "Date.now",
  ]

}
