internal import ApplicationGraph
package import ApplicationModel
package import FindingModel
internal import PolicyEngine
package import RuleModel

/// Identity pools that hand credentials to anyone.
package struct CognitoUnauthenticated: SubjectRule {
  package static let metadata = RuleMetadata(
    id: "sas2-cognito-unauthenticated", risk: .brokenAuthentication,
    title: "Identity pool that gives strangers credentials", severity: .high, weaknesses: [306, 284],
    peers: [
      "securityhub:Cognito.2", "checkov:CKV_AWS_366", "prowler:cognito_identity_pool_guest_access_disabled",
    ],
    rationale: """
      An identity pool with unauthenticated identities gives temporary credentials of your account to \
      everyone who knows its id, which is in every page and app that uses it. What the guest role may do, \
      anyone may do: write objects that start functions, publish messages, invoke functions directly or read \
      tables.
      """,
    blindSpots: """
      The severity follows the guest role's policies as far as they are in the template: critical if it may \
      feed or invoke functions or read data, medium if none of that is found. The platform narrows what \
      guests get in the enhanced flow to a list of services, which is not modelled.
      """,
    remediation: Remediation(
      "Turn unauthenticated identities off, or reduce the guest role to what strangers may do.",
      snippets: [
        .cloudFormation: """
        {name}:
          Type: AWS::Cognito::IdentityPool
          Properties:
            AllowUnauthenticatedIdentities: false
        """
      ]),
    references: [
      "https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools.html",
      "https://docs.aws.amazon.com/securityhub/latest/userguide/cognito-controls.html",
    ])

  /// What a stranger must not be able to do, by what follows from it.
  private static let harms: [(action: String, effect: String)] = [
    ("lambda:InvokeFunction", "invoke functions"), ("states:StartExecution", "start state machines"),
    ("execute-api:Invoke", "call APIs that demand IAM"), ("s3:PutObject", "write objects"),
    ("sqs:SendMessage", "send messages"), ("sns:Publish", "publish messages"),
    ("events:PutEvents", "put events"),
    ("kinesis:PutRecord", "write streams"), ("iot:Publish", "publish to devices"),
    ("iot:Receive", "read what devices send"),
    ("dynamodb:PutItem", "write tables"), ("dynamodb:GetItem", "read tables"),
    ("dynamodb:Query", "read tables"),
    ("dynamodb:Scan", "read tables"), ("s3:GetObject", "read objects"),
    ("secretsmanager:GetSecretValue", "read secrets"), ("ssm:GetParameter", "read parameters"),
  ]

  package init() {}

  package func subjects(in application: Application) -> [IdentityPool] { application.identityPools }

  package func evaluate(_ pool: IdentityPool, in context: RuleContext) -> Verdict {
    switch pool.allowsUnauthenticated {
    case .absent, .known(false, _): return .pass
    case .unresolved(let expression, let location):
      return .undetermined(reason: "AllowUnauthenticatedIdentities is \(expression)", at: location)
    case .known(true, let location):
      return .fail([finding(about: pool, at: location, in: context)])
    }
  }

  private func finding(about pool: IdentityPool, at location: SourceLocation, in context: RuleContext)
    -> Finding
  {
    let start = "Anyone on the internet gets credentials of the account from '\(pool.name)'"
    guard let role = pool.unauthenticatedRole.value?.reference.flatMap({ context.graph.role($0.id) }) else {
      return finding(
        "\(start). The guest role is not in the template, so what they may do is not known.", about: pool,
        at: location, confidence: .medium, in: context)
    }
    var effects: [String] = []
    for (action, effect) in Self.harms where !effects.contains(effect) {
      if role.statements.contains(where: { $0.allows && $0.covers(action: action) }) {
        effects.append(effect)
      }
    }
    let step = TraceStep(at: role.location, note: "'\(role.name)' is the role strangers get")
    if effects.isEmpty {
      return finding(
        """
        \(start), as '\(role.name)'. That role's policies in the template let them reach no data and no \
        function.
        """,
        about: pool, at: location, severity: .medium, trace: [step], in: context)
    }
    return finding(
      "\(start), as '\(role.name)', which may \(effects.inSentence()).", about: pool,
      functions: context.application.functions.filter { isInvoked($0, by: role) }, at: location,
      severity: .critical,
      trace: [step], in: context)
  }

  private func isInvoked(_ function: Function, by role: Role) -> Bool {
    let arn = Text([.reference(ResourceReference(function.id, attribute: "Arn"))])
    if case .denied = role.statements.decision(for: "lambda:InvokeFunction", on: arn) { return false }
    return true
  }
}
