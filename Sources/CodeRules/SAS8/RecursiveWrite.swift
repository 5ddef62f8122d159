internal import ApplicationGraph
internal import ApplicationModel
internal import CodeAnalysis
package import FindingModel
package import RuleModel
internal import TaintEngine

/// Functions that write what starts them.
package struct RecursiveWrite: FunctionCodeRule {
  package static let metadata = RuleMetadata(
    id: "sas8-recursive-write", risk: .denialOfServiceAndWallet,
    title: "A function writes to what triggers it", severity: .high, weaknesses: [674, 400],
    rationale:
      """
      A function that writes to the bucket, queue, topic or table whose events start it starts itself, \
      again and again, as fast as the platform scales, until somebody sees the bill. The platform stops \
      some such loops after sixteen turns, not all.
      """,
    blindSpots:
      """
      A condition in the code that ends the recursion is not recognised; a filter of the trigger is.
      """,
    remediation: Remediation(
      """
      Write somewhere else, or filter the trigger (prefix, suffix, pattern) so that its own writes do \
      not pass.
      """,
      snippets: [
        .python: """
        s3.put_object(Bucket=os.environ["RESULTS"], Key=key, Body=body)  # another bucket
        """,
        .javaScript: """
        await s3.send(new PutObjectCommand({ Bucket: process.env.RESULTS, Key, Body })); // another bucket
        """,
      ]),
    references: [
      "https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html"
    ])

  package init() {}
  package func findings(of code: FunctionUnderTest, in context: RuleContext) -> [Finding] {
    context.code.links.filter {
      $0.writer == code.function.id && $0.reader == code.function.id && !$0.fields.isEmpty && $0.isInevitable
    }.compactMap { link in
      let resource = link.resource.flatMap { context.graph.resource($0)?.name }
      return finding(
        "'\(code.name)' writes to \(resource.map { "'\($0)'" } ?? "itself"), whose events start it: every write starts it "
          + "again.", of: code.function, at: link.location, confidence: link.isCertain ? .high : .medium,
        discriminator: link.resource ?? "self", in: context)
    }
  }

}
