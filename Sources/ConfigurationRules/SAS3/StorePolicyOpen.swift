internal import ApplicationModel
package import FindingModel
internal import PolicyEngine
package import RuleModel

/// Search domains, keys, file systems, repositories and vaults whose own policy lets anyone in.
///
/// Buckets, secrets and layers have rules of their own, and so has what starts functions.
package struct StorePolicyOpen: Rule {
  package static let metadata = RuleMetadata(
    id: "sas3-store-policy-open", risk: .insecureDeployment, title: "Data store open to everyone",
    severity: .high, weaknesses: [732, 284],
    peers: [
      "checkov:CKV_AWS_33", "checkov:CKV_AWS_32",
      "prowler:opensearch_service_domains_not_publicly_accessible",
    ],
    rationale: """
      A policy of the resource itself decides beside the policies of identities, and the principal `*` is \
      everybody: for a search domain anyone on the internet, without a signature; for keys, repositories and \
      vaults whoever has an account of the platform. Open domains are found by scanners within days, read, \
      and held to ransom.
      """,
    blindSpots: """
      Domains inside a network or with fine-grained access control pass, because there an open policy is the \
      documented way. A policy that only the deployment decides is not judged. Policies attached outside the \
      template are not seen.
      """,
    remediation: Remediation(
      "Name the roles and accounts that need access, or keep callers to your own account or organisation by "
        + "a condition.",
      snippets: [.cloudFormation: Store.search.example(ofType: "AWS::OpenSearchService::Domain")],
      variants: Store.examples),
    references: [
      "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ac.html",
      "https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html",
      "https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html",
    ])

  package init() {}

  package func evaluate(in context: RuleContext) -> [Verdict] {
    let application = context.application
    return application.keys.map { verdict(about: $0, $0.policy?.document, in: context) }
      + application.others.map { verdict(about: $0, $0.policy, in: context) }
  }

  private func verdict(
    about resource: some Resource, _ policy: PolicyDocument?, in context: RuleContext
  ) -> Verdict {
    guard let policy, let store = Store.byType[resource.type] else { return .notApplicable }
    // Each opening once, with all that the strangers may do.
    var found: (opening: Opening, what: [String])?
    for access in store.accesses {
      let opening = policy.openings(for: access.action).first {
        $0.audience.isPublic && !$0.isForMountTargets
      }
      guard let opening else { continue }
      found = (found?.opening ?? opening, (found?.what ?? []) + [access.what])
    }
    guard let found else {
      return policy.unresolved.first.map {
        .undetermined(reason: "the policy of '\(resource.name)' is \($0.text)", at: policy.location)
      } ?? .pass
    }
    let finding = finding(
      """
      The policy of \(store.title) '\(resource.name)' lets \(store.who) \(found.what.inSentence()): \
      its principal is everybody, and no condition names whom it means.
      """,
      about: resource, at: found.opening.location, severity: store.severity, in: context)
    return .fail([
      finding.showing(
        ExampleKind(stringLiteral: resource.type), named: resource.name, of: Self.metadata, in: context)
    ])
  }
}

/// What a kind of store gives away.
private struct Store {
  let title: String
  let who: String
  /// An action that stands for others, and what it lets people do.
  let accesses: [(action: String, what: String)]
  var severity: Severity?
  /// The property that holds the policy, and an action for the example.
  let property: String
  let action: String

  static let byType: [String: Store] = [
    "AWS::OpenSearchService::Domain": search, "AWS::Elasticsearch::Domain": search,
    "AWS::KMS::Key": Store(
      title: "key", who: "anyone with an account",
      accesses: [
        ("kms:Decrypt", "decrypt with it"), ("kms:PutKeyPolicy", "rewrite its policy"),
        ("kms:ScheduleKeyDeletion", "delete it"),
      ], property: "KeyPolicy", action: "kms:Decrypt"),
    "AWS::EFS::FileSystem": Store(
      title: "file system", who: "anyone who reaches its network",
      accesses: [
        ("elasticfilesystem:ClientMount", "read its files"),
        ("elasticfilesystem:ClientWrite", "change its files"),
      ], severity: .medium, property: "FileSystemPolicy", action: "elasticfilesystem:ClientMount"),
    "AWS::ECR::Repository": Store(
      title: "image repository", who: "anyone with an account",
      accesses: [("ecr:BatchGetImage", "download its images"), ("ecr:PutImage", "replace its images")],
      property: "RepositoryPolicyText", action: "ecr:BatchGetImage"),
    "AWS::Backup::BackupVault": Store(
      title: "backup vault", who: "anyone with an account",
      accesses: [
        ("backup:StartRestoreJob", "restore its backups"), ("backup:CopyFromBackupVault", "copy its backups"),
        ("backup:DeleteRecoveryPoint", "delete its backups"),
      ], property: "AccessPolicy", action: "backup:CopyIntoBackupVault"),
    "AWS::CodeArtifact::Domain": packages, "AWS::CodeArtifact::Repository": packages,
  ]

  static let search = Store(
    title: "search domain", who: "anyone on the internet",
    accesses: [
      ("es:ESHttpGet", "read its indexes"), ("es:ESHttpPost", "change them"),
      ("es:ESHttpDelete", "delete them"),
    ], severity: .critical, property: "AccessPolicies", action: "es:ESHttpGet")

  private static let packages = Store(
    title: "package repository", who: "anyone with an account",
    accesses: [
      ("codeartifact:ReadFromRepository", "download its packages"),
      ("codeartifact:PublishPackageVersion", "publish packages"),
    ], property: "PermissionsPolicyDocument", action: "codeartifact:ReadFromRepository")

  static let examples = Dictionary(
    uniqueKeysWithValues: byType.map { type, store in
      (ExampleKind(stringLiteral: type), [Dialect.cloudFormation: store.example(ofType: type)])
    })

  func example(ofType type: String) -> String {
    """
    {name}:
      Type: \(type)
      Properties:
        \(property):
          Version: "2012-10-17"
          Statement:
            - Effect: Allow
              Principal:
                AWS: !GetAtt ReaderRole.Arn
              Action: \(action)
              Resource: "*"
    """
  }
}

extension Opening {
  /// Whether it asks for a mount target, which lies in a network of the owner.
  fileprivate var isForMountTargets: Bool {
    statement.conditions.contains { condition in
      condition.key.lowercased() == "elasticfilesystem:accessedviamounttarget"
        && condition.values.contains { $0.literal?.lowercased() == "true" }
    }
  }
}
