internal import ApplicationGraph
package import ApplicationModel
package import FindingModel
internal import PolicyEngine
package import RuleModel

/// Roles that people outside the application may assume.
package struct RoleTrustWide: SubjectRule {
  package static let metadata = RuleMetadata(
    id: "sas4-role-trust-wide", risk: .overPrivilegedRoles, title: "Role that outsiders may assume",
    severity: .high, weaknesses: [284, 863],
    peers: ["checkov:CKV_AWS_60", "checkov:CKV_AWS_61", "cfn_nag:F2", "cfn_nag:F6"],
    rationale: """
      A role's trust policy decides who may become it. With a principal `*`, or a GitHub, Cognito or other \
      federated principal without a condition on whose token it is, strangers with an account or a \
      repository of their own take the role and everything it may do. An account named without an external \
      id or an organisation can be led to use the role on somebody else's behalf.
      """,
    blindSpots: """
      Account numbers in the settings' trusted accounts pass, and so do accounts that come from parameters. \
      A number written in the template may be the owner's own. Whether an organisation or an identity \
      provider is well kept is not judged. Further services in the trust policy are reported only if they \
      run code and nothing else in the template uses the role.
      """,
    remediation: Remediation(
      "Name only who must assume the role. For GitHub compare the token's sub with one repository and "
        + "branch, "
        + "for another company's account demand an external id.",
      snippets: [
        .cloudFormation: """
        AssumeRolePolicyDocument:
          Version: "2012-10-17"
          Statement:
            - Effect: Allow
              Principal:
                Federated: !Sub "arn:aws:iam::${AWS::AccountId}:oidc-provider/token.actions.githubusercontent.com"
              Action: sts:AssumeRoleWithWebIdentity
              Condition:
                StringEquals:
                  token.actions.githubusercontent.com:aud: sts.amazonaws.com
                  token.actions.githubusercontent.com:sub: repo:example/shop:ref:refs/heads/main
        """
      ]),
    references: [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html",
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html",
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html",
    ])

  package init() {}

  package func subjects(in application: Application) -> [Role] { application.roles }

  package func evaluate(_ role: Role, in context: RuleContext) -> Verdict {
    guard let trust = role.trust else { return .notApplicable }
    var reasons = trust.openings().compactMap { reason(for: $0, of: role, in: context) }
    if let service = surplusService(of: role, in: context) { reasons.append(service) }
    guard let worst = reasons.max(by: { $0.severity < $1.severity }) else {
      guard let expression = trust.unresolved.first else { return .pass }
      return .undetermined(
        reason: "The trust policy of '\(role.name)' holds \(expression.text), which only the deployment can "
          + "evaluate.", at: trust.location)
    }
    // One finding per role: the cure is one edit of one policy.
    let functions = context.graph.functions(runningAs: role)
    var finding = finding(
      "Role '\(role.name)' can be assumed by \(worst.who). \(worst.consequence)", about: role,
      functions: functions, at: worst.location, severity: worst.severity, confidence: worst.confidence,
      trace: reasons.map { TraceStep(at: $0.location, note: "the trust policy lets \($0.who) in") },
      in: context)
    if let cure = worst.cure { finding.advise(cure.advice, example: cure.example) }
    return .fail([finding])
  }
}

/// Why a way into a role is too wide.
private struct TrustFlaw {
  let who: String
  var consequence = "They get everything the role may do."
  var severity = Severity.high
  var confidence = Confidence.high
  /// `nil` where the rule's own example, of a workflow on GitHub, fits.
  var cure: TrustCure?
  let location: SourceLocation
}

extension RoleTrustWide {
  private func reason(for opening: Opening, of role: Role, in context: RuleContext) -> TrustFlaw? {
    let statement = opening.statement
    switch opening.audience {
    case .anyone:
      if statement.hasExternalID {
        return TrustFlaw(
          who: "any AWS account that knows the external id",
          consequence: "An external id is no secret: name the account as well.", cure: .principal,
          location: opening.location)
      }
      return TrustFlaw(
        who: "any AWS account", severity: .critical, cure: .principal, location: opening.location)
    case .otherAccount(let text):
      return reason(forAccount: text, in: opening, context)
    case .federated(let provider):
      return Federation(provider).flaw(of: statement, at: opening.location)
    case .ownAccount, .service, .restricted:
      return nil
    }
  }

  private func reason(forAccount text: Text, in opening: Opening, _ context: RuleContext) -> TrustFlaw? {
    // An account from a parameter or another stack is the deployer's decision.
    guard let account = text.literalAccount, !context.settings.trustedAccounts.contains(account),
      !opening.statement.hasExternalID
    else { return nil }
    // Conditions on the organisation or on MFA tie the account down.
    guard opening.statement.conditions.isEmpty else { return nil }
    return TrustFlaw(
      who: "the AWS account \(account)",
      consequence:
        "Without an external id or an organisation, whoever has that account act on his behalf gets "
        + "the role too.", severity: .medium, confidence: .medium, cure: .externalID,
      location: opening.location)
  }

  /// A service that runs code and may use the role, although nothing of the template gives it to one.
  private func surplusService(of role: Role, in context: RuleContext) -> TrustFlaw? {
    guard let trust = role.trust, !context.graph.functions(runningAs: role).isEmpty,
      !context.application.others.contains(where: { $0.references.contains(role.id) })
    else { return nil }
    for statement in trust.statements where statement.allows && !statement.isImplied {
      guard case .only(let principals) = statement.principals else { continue }
      let surplus = principals.filter { principal in
        principal.kind == .service && Self.services.contains { principal.value.leadingLiteral.hasPrefix($0) }
      }
      guard let first = surplus.first else { continue }
      return TrustFlaw(
        who: surplus.map { "`\($0.value.pattern)`" }.phrase() + " besides Lambda",
        consequence:
          "Whoever may start something there and pass the role runs code with the function's rights.",
        severity: .low, confidence: .medium, cure: .service,
        location: first.location)
    }
    return nil
  }

  private static let services = [
    "batch.", "cloudformation.", "codebuild.", "datapipeline.", "ec2.", "ecs-tasks.", "ecs.", "eks.",
    "glue.", "sagemaker.", "ssm.",
  ]
}

/// An identity provider and what a trust policy must compare of its tokens.
private struct Federation {
  let name: String

  init(_ provider: Text) {
    let pattern = provider.pattern
    name = pattern.split(separator: "/", maxSplits: 1).last.map(String.init) ?? pattern
  }

  func flaw(of statement: Statement, at location: SourceLocation) -> TrustFlaw? {
    if name == "cognito-identity.amazonaws.com" {
      return statement.compares(keyEndingWith: ":aud")
        ? nil
        : TrustFlaw(
          who: "users of any Cognito identity pool, of any account", cure: .identityPool, location: location)
    }
    let isSAML = name.contains("saml") || statement.covers(action: "sts:AssumeRoleWithSAML")
    if isSAML, !statement.covers(action: "sts:AssumeRoleWithWebIdentity") { return nil }
    if ["accounts.google.com", "graph.facebook.com", "www.amazon.com"].contains(name) {
      let isTied = [":aud", ":app_id", ":sub", ":oaud"].contains { statement.compares(keyEndingWith: $0) }
      return isTied
        ? nil
        : TrustFlaw(
          who: "users of any application at \(name)", cure: .audience(of: name), location: location)
    }
    return flaw(ofSubjectIn: statement, at: location)
  }

  private func flaw(ofSubjectIn statement: Statement, at location: SourceLocation) -> TrustFlaw? {
    let subjects = statement.conditions.filter {
      $0.key.lowercased().hasSuffix(":sub") && $0.isPositive
    }
    if name.hasPrefix("token.actions.githubusercontent.com") {
      guard !subjects.isEmpty else {
        if statement.conditions.contains(where: { $0.isPositive && $0.isRepositoryClaim }) { return nil }
        return TrustFlaw(who: "workflows of every GitHub repository", severity: .critical, location: location)
      }
      let open = subjects.flatMap(\.values).first { $0.literal.map(Self.isAnyRepository) ?? false }
      return open.map {
        TrustFlaw(
          who: "workflows of GitHub repositories that match `\($0.pattern)`, strangers' included",
          severity: .critical, location: location)
      }
    }
    if subjects.isEmpty {
      let isTied = statement.conditions.contains { $0.isPositive && $0.namesClaim }
      return isTied
        ? nil
        : TrustFlaw(
          who: "everyone with a token of \(name)", confidence: .medium, cure: .tokenSubject(of: name),
          location: location)
    }
    return subjects.flatMap(\.values).contains { $0.literal == "*" }
      ? TrustFlaw(who: "everyone with a token of \(name)", cure: .tokenSubject(of: name), location: location)
      : nil
  }

  /// Whether the owner of the repository is left open: `*`, `repo:*`, `repo:*/shop:*`, `repo:exam*`.
  static func isAnyRepository(_ subject: String) -> Bool {
    let fields = subject.split(separator: ":", omittingEmptySubsequences: false)
    guard fields.count > 1, fields[0] == "repo" else {
      return subject.contains("*") && !subject.contains("repo:")
    }
    let owner = fields[1].prefix { $0 != "/" }
    return owner.contains("*") || owner.contains("?")
  }
}

extension PolicyCondition {
  /// An operator that demands a value, and not one that only holds if there is one.
  fileprivate var isPositive: Bool {
    let name = operation.lowercased()
    return [
      "stringequals", "stringlike", "stringequalsignorecase", "foranyvalue:stringequals",
      "foranyvalue:stringlike", "arnequals", "arnlike", "forallvalues:stringequals",
      "forallvalues:stringlike",
    ].contains(name)
  }

  /// Claims that tie a GitHub token to an owner or a repository without its subject.
  fileprivate var isRepositoryClaim: Bool {
    [":repository", ":repository_id", ":repository_owner", ":repository_owner_id", ":job_workflow_ref"]
      .contains { key.lowercased().hasSuffix($0) }
  }

  /// A claim of the token: any key with a provider's name before the colon but the audience every token has.
  fileprivate var namesClaim: Bool {
    let key = key.lowercased()
    return !key.hasPrefix("aws:") && !key.hasPrefix("sts:") && key.contains(":")
  }
}

extension Statement {
  fileprivate var hasExternalID: Bool {
    conditions.contains { $0.key.lowercased() == "sts:externalid" && $0.isPositive && !$0.values.isEmpty }
  }

  fileprivate func compares(keyEndingWith suffix: String) -> Bool {
    conditions.contains { $0.isPositive && $0.key.lowercased().hasSuffix(suffix) }
  }
}

extension Text {
  /// The twelve digits of an account, alone or in an ARN, where they are written out.
  fileprivate var literalAccount: String? {
    let candidate = literal.flatMap { $0.allSatisfy(\.isNumber) ? $0 : nil } ?? arnAccount?.literal
    guard let candidate, candidate.utf8.count == 12, candidate.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return candidate
  }
}
