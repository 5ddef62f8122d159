internal import ApplicationGraph
package import ApplicationModel
package import FindingModel
internal import PolicyEngine
package import RuleModel

/// Functions that may not write their logs.
package struct NoLogPermission: FunctionRule {
  package static let metadata = RuleMetadata(
    id: "sas5-no-log-permission", risk: .inadequateMonitoring, title: "Function may not write its logs",
    severity: .medium, weaknesses: [778],
    peers: ["cfn_nag:W58"],
    rationale: """
      A function writes its logs with its own role. If the role does not allow that, the function runs as \
      before and every line it prints is thrown away without an error: no trace of failures, and none of \
      what an attacker did.
      """,
    blindSpots: """
      Judged only where the template holds the role and every managed policy is one whose content is known; \
      conditions and boundaries are not weighed.
      """,
    remediation: Remediation(
      """
      Attach AWSLambdaBasicExecutionRole, or allow logs:CreateLogStream and logs:PutLogEvents on the \
      function's group.
      """,
      snippets: [
        .cloudFormation: """
        {name}Role:
          Type: AWS::IAM::Role
          Properties:
            ManagedPolicyArns:
              - arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole
        """,
        .serverlessFramework: """
        functions:
          orders:
            handler: app.orders
            disableLogs: false
        """,
      ]),
    references: ["https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html"])

  package init() {}

  /// Managed policies that let a function write its logs.
  private static let writing: Set<String> = [
    "AWSLambdaBasicExecutionRole", "AWSLambdaBasicDurableExecutionRolePolicy",
    "AWSLambdaVPCAccessExecutionRole",
    "AWSLambdaSQSQueueExecutionRole", "AWSLambdaDynamoDBExecutionRole", "AWSLambdaKinesisExecutionRole",
    "AWSLambdaMSKExecutionRole", "AWSLambdaExecute", "AWSLambdaFullAccess", "AWSLambdaInvocation-DynamoDB",
    "AWSLambdaReplicator", "CloudWatchLogsFullAccess", "CloudWatchFullAccess", "CloudWatchFullAccessV2",
    "CloudWatchAgentServerPolicy", "AdministratorAccess", "PowerUserAccess",
  ]
  /// Managed policies that say nothing about logs.
  private static let silent: Set<String> = [
    "AWSXRayDaemonWriteAccess", "AWSXrayWriteOnlyAccess", "AmazonS3ReadOnlyAccess", "AmazonS3FullAccess",
    "AmazonDynamoDBReadOnlyAccess", "AmazonSQSFullAccess", "AmazonSNSFullAccess", "SecretsManagerReadWrite",
    "AmazonSSMReadOnlyAccess", "AmazonSESFullAccess",
  ]

  package func evaluate(_ function: Function, in context: RuleContext) -> Verdict {
    guard !function.isImplied, let role = context.graph.role(of: function) else { return .notApplicable }
    let group = Text([.literal("log-group:")] + function.logGroupName.parts + [.literal(":*")])
    let matching = role.statements.filter { $0.mayCover(logGroup: group) }
    if matching.contains(where: {
      $0.denies && $0.conditions.isEmpty && $0.covers(action: "logs:PutLogEvents")
    }) {
      return report(function, "its role denies logs:PutLogEvents", in: context)
    }
    var unknown: Located<Text>?
    for policy in role.managedPolicies {
      let name = policy.value.pattern.split(separator: "/").last.map(String.init) ?? ""
      if Self.writing.contains(name) { return .pass }
      if !Self.silent.contains(name) { unknown = policy }
    }
    let missing = ["logs:CreateLogStream", "logs:PutLogEvents"].first { action in
      !matching.contains { $0.allows && $0.covers(action: action) }
    }
    guard let missing else { return .pass }
    if let unknown {
      return .undetermined(
        reason: "whether \(unknown.value.pattern) lets '\(function.name)' write logs is not known",
        at: unknown.location)
    }
    if role.policies.contains(where: { !$0.document.unresolved.isEmpty }) {
      return .undetermined(
        reason: "a policy of '\(role.name)' has parts that are not known", at: role.location)
    }
    return report(function, "its role does not allow \(missing)", in: context)
  }

  private func report(_ function: Function, _ cause: String, in context: RuleContext) -> Verdict {
    .fail([
      finding(
        "Everything '\(function.name)' prints is thrown away: \(cause).", about: function, in: context)
    ])
  }
}

extension Statement {
  /// Whether its resources may cover a group, `log-group:/aws/lambda/orders:*`.
  ///
  /// Only the last segments are compared: a star for an open region would match any text, colons and all.
  fileprivate func mayCover(logGroup: Text) -> Bool {
    func names(_ resource: Text) -> Bool {
      resource.isWildcard || (resource.arnSegment(5)?.mayName(logGroup) ?? true)
    }
    switch resources {
    case .absent: return false
    case .only(let patterns): return patterns.contains { names($0.value) }
    case .allExcept(let patterns): return !patterns.contains { names($0.value) }
    }
  }
}
