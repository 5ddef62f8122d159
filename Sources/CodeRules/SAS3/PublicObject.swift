internal import ApplicationGraph
internal import ApplicationModel
internal import CodeAnalysis
package import FindingModel
package import RuleModel
internal import TaintEngine

/// Objects that code makes readable for everybody.
package struct PublicObject: FunctionCodeRule {
  package static let metadata = RuleMetadata(
    id: "sas3-public-object", risk: .insecureDeployment, title: "An object is stored readable for everybody",
    severity: .medium, weaknesses: [732],
    rationale:
      """
      An object with the access list `public-read` is open to everybody who knows or guesses its \
      address, whatever the bucket's own policy says, as long as the bucket allows access lists. What \
      one caller's request produced is then readable for all.
      """,
    blindSpots:
      """
      A bucket that blocks public access lists refuses such calls; where the template shows that, the \
      rule is silent. Objects that are meant for the public look the same.
      """,
    remediation: Remediation(
      """
      Keep objects private and hand out presigned addresses that expire.
      """,
      snippets: [
        .python: """
        s3.put_object(Bucket=BUCKET, Key=key, Body=body)
        url = s3.generate_presigned_url("get_object", Params={"Bucket": BUCKET, "Key": key}, ExpiresIn=300)
        """,
        .javaScript: """
        await s3.send(new PutObjectCommand({ Bucket, Key, Body }));
        const url = await getSignedUrl(s3, new GetObjectCommand({ Bucket, Key }), { expiresIn: 300 });
        """,
      ]),
    references: [
      "https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#canned-acl",
      "https://docs.aws.amazon.com/AmazonS3/latest/userguide/ShareObjectPreSignedURL.html",
    ])

  package init() {}
  package func findings(of code: FunctionUnderTest, in context: RuleContext) -> [Finding] {
    code.code.cloudCalls.compactMap { cloud in
      guard cloud.service == "s3", cloud.target?.direction == .write,
        let call = code.code.analysis.calls[safe: cloud.call],
        let list = call.accessList, list.hasPrefix("public-read")
      else { return nil }
      let buckets = context.application.buckets.filter { cloud.target?.resources.contains($0.id) ?? false }
      // A block that is only the default says nothing of buckets that are older than it.
      if !buckets.isEmpty, buckets.allSatisfy({ $0.publicAccessBlock != nil && $0.blocksPublicACLs }) {
        return nil
      }
      return finding(
        "'\(code.name)' stores an object with the access list `\(list)`: everybody who has its address can read it.",
        of: code.function, at: cloud.location,
        severity: list == "public-read-write" ? .high : .medium,
        discriminator: cloud.target?.name?.pattern ?? "",
        in: context)
    }
  }

}
