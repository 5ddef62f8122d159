internal import ApplicationGraph
package import ApplicationModel
package import FindingModel
internal import PolicyEngine
package import RuleModel

/// Buckets whose objects anyone may read or list, and what else anyone may do with them.
///
/// Writing alone is judged here where no function starts by it; `sas2-rogue-entry-bucket` has the other buckets.
package struct BucketPublicRead: SubjectRule {
  package static let metadata = RuleMetadata(
    id: "sas3-bucket-public-read", risk: .insecureDeployment, title: "Bucket open to anyone",
    severity: .high, weaknesses: [732, 200],
    peers: [
      "checkov:CKV_AWS_20", "checkov:CKV_AWS_57", "prowler:s3_bucket_public_access", "securityhub:S3.2",
      "cfn_nag:F14", "cfn_nag:F16",
    ],
    rationale: """
      Names of buckets are guessed, leaked in links and found by scanners that do nothing else all day. Once \
      a bucket lets anyone read, every object in it is published: uploads of users, exports, logs, whatever \
      a function puts there tomorrow. Reading leaves no trace unless access logs are on.
      """,
    blindSpots: """
      Grants on single objects are not seen, nor is the account's own block. A template that sets no block \
      but asks for public access is reported with medium confidence: buckets created since April 2023 refuse \
      it, older ones obey. Writing by anyone into a bucket that starts functions belongs to \
      `sas2-rogue-entry-bucket`.
      """,
    remediation: Remediation(
      """
      Turn on all four switches of the public access block and serve public files through CloudFront with an \
      origin access control.
      """,
      snippets: [
        .cloudFormation: """
        {name}:
          Type: AWS::S3::Bucket
          Properties:
            PublicAccessBlockConfiguration:
              BlockPublicAcls: true
              IgnorePublicAcls: true
              BlockPublicPolicy: true
              RestrictPublicBuckets: true
        """
      ]),
    references: [
      "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html"
    ])

  package init() {}

  package func subjects(in application: Application) -> [Bucket] { application.buckets }

  package func evaluate(_ bucket: Bucket, in context: RuleContext) -> Verdict {
    let access = PublicAccess(bucket)
    let isEntry = !context.graph.functions(triggeredBy: bucket.id).isEmpty
    if let opening = access.opening(countingWrites: !isEntry),
      !bucket.blocksPublicPolicies || bucket.publicAccessBlock == nil
    {
      if let open = bucket.openSwitch(\.restrictsPublicBuckets) ?? bucket.openSwitch(\.blocksPublicPolicy) {
        return open
      }
      let scope = opening.statement.isForPrefixOnly ? " below one prefix" : ""
      return report(
        bucket, "its policy lets anyone on the internet \(access.verbs) its objects\(scope)",
        at: opening.location, isNarrow: opening.statement.isForPrefixOnly && !access.changes, in: context)
    }
    return list(of: bucket, in: context)
  }

  /// The canned access list: it opens the list of objects; each object has a list of its own.
  private func list(of bucket: Bucket, in context: RuleContext) -> Verdict {
    switch bucket.accessControl {
    case .absent: return .pass
    case .unresolved(let expression, let location):
      return .undetermined(reason: "the access list of '\(bucket.name)' is \(expression)", at: location)
    case .known(let name, let location):
      let audience: String
      switch name {
      case "PublicRead", "PublicReadWrite": audience = "anyone on the internet"
      case "AuthenticatedRead": audience = "anyone with an AWS account"
      default: return .pass
      }
      guard !bucket.blocksPublicACLs || bucket.publicAccessBlock == nil else { return .pass }
      if let open = bucket.openSwitch(\.ignoresPublicACLs) ?? bucket.openSwitch(\.blocksPublicACLs) {
        return open
      }
      return report(
        bucket, "its access list \(name) lets \(audience) list its objects", at: location, isNarrow: false,
        in: context)
    }
  }

  private func report(
    _ bucket: Bucket, _ flaw: String, at location: SourceLocation, isNarrow: Bool, in context: RuleContext
  ) -> Verdict {
    let isOnlyWebsite = bucket.isWebsite && context.graph.functions(triggeredBy: bucket.id).isEmpty
    let reason =
      isOnlyWebsite
      ? " It is a website, so some of this is meant; everything else put there is public too." : ""
    let doubt =
      bucket.publicAccessBlock == nil
      ? " Only the block that buckets created since April 2023 have by default would stop it." : ""
    return .fail([
      finding(
        "Bucket '\(bucket.name)' is public: \(flaw).\(reason)\(doubt)", about: bucket, at: location,
        severity: isOnlyWebsite || isNarrow ? .medium : nil,
        confidence: bucket.publicAccessBlock == nil ? .medium : .high, in: context)
    ])
  }
}

/// What the policies of a bucket let anybody do.
private struct PublicAccess {
  private var openings: [(verb: String, isWrite: Bool, opening: Opening)] = []

  private static let actions: [(action: String, verb: String, isWrite: Bool)] = [
    ("s3:GetObject", "read", false), ("s3:ListBucket", "list", false), ("s3:PutObject", "replace", true),
    ("s3:DeleteObject", "delete", true),
  ]

  init(_ bucket: Bucket) {
    for (action, verb, isWrite) in Self.actions {
      let opening = bucket.policies.lazy.flatMap { $0.document.openings(for: action) }
        .first { $0.audience.isPublic }
      if let opening { openings.append((verb, isWrite, opening)) }
    }
  }

  func opening(countingWrites: Bool) -> Opening? {
    openings.first { countingWrites || !$0.isWrite }?.opening
  }

  var changes: Bool { openings.contains(where: \.isWrite) }

  /// `read, replace and delete`.
  var verbs: String { openings.map(\.verb).inSentence() }
}

extension Bucket {
  /// A switch of the block that only the deployment decides.
  fileprivate func openSwitch(_ key: KeyPath<PublicAccessBlock, Value<Bool>>) -> Verdict? {
    guard let block = publicAccessBlock, case .unresolved(let expression, let location) = block[keyPath: key]
    else { return nil }
    return .undetermined(reason: "the public access block of '\(name)' has \(expression)", at: location)
  }
}

extension Statement {
  /// Whether it covers only objects below literal prefixes, `arn:aws:s3:::site/public/*`.
  fileprivate var isForPrefixOnly: Bool {
    guard case .only(let resources) = resources, !resources.isEmpty else { return false }
    return resources.allSatisfy { resource in
      guard let key = resource.value.pattern.split(separator: "/", maxSplits: 1).dropFirst().first else {
        return false
      }
      return !key.hasPrefix("*")
    }
  }
}
