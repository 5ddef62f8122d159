internal import ApplicationGraph
internal import ApplicationModel
package import FindingModel
internal import PolicyEngine
package import RuleModel

/// Roles shared by functions that differ in who reaches them.
package struct SharedRole: Rule {
  package static let metadata = RuleMetadata(
    id: "sas4-shared-role", risk: .overPrivilegedRoles, title: "One role for functions of different exposure",
    severity: .medium, weaknesses: [250, 653],
    rationale: """
      Functions that share a role have the sum of what each of them needs. The function that everybody can \
      call is the one most likely to fall, and with a shared role it falls with the rights of the internal \
      ones: the public form reads what only the nightly billing should.
      """,
    blindSpots: """
      What the exposed function needs is said where its code was read. A role is reported if it allows more \
      than logs, traces and network interfaces, and if some of its functions can be reached from outside \
      and others cannot; functions of one kind may share a role without a finding.
      """,
    remediation: Remediation(
      "Give each function, or at least those that outsiders reach, a role of its own.",
      snippets: [
        .sam: """
        # Without Role, SAM makes one role per function from these.
        Policies:
          - DynamoDBReadPolicy:
              TableName: !Ref Orders
        """,
        .cloudFormation: """
        PublicFormRole:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Principal:
                    Service: lambda.amazonaws.com
                  Action: sts:AssumeRole
        """,
        .serverlessFramework: """
        # Version 3: the plugin serverless-iam-roles-per-function; or name a role yourself.
        functions:
          publicForm:
            handler: form.handler
            role: PublicFormRole
        """,
      ]),
    references: [
      "https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html",
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
    ])

  package init() {}

  package func evaluate(in context: RuleContext) -> [Verdict] {
    context.workloadRoles.filter { $0.functions.count > 1 }.map { evaluate($0, in: context) }
  }

  private func evaluate(_ holder: WorkloadRole, in context: RuleContext) -> Verdict {
    let rights = holder.role.ownRights
    guard !rights.isEmpty else { return .pass }
    let reach = holder.functions.map { (function: $0, exposure: context.graph.exposure(of: $0)) }
    let outside = reach.filter { $0.exposure > .account }
    let inside = reach.filter { $0.exposure <= .account }
    guard let widest = outside.max(by: { $0.exposure < $1.exposure }), !inside.isEmpty else { return .pass }
    let who = widest.exposure == .internet ? "anyone on the internet" : "people outside the account"
    let others = inside.map { "'\($0.function.name)'" }.sorted().phrase()
    let message =
      "\(holder.functions.count) functions share the role '\(holder.role.name)'. '\(widest.function.name)', "
      + "which \(who) can make run, may therefore do whatever \(others) may: \(rights.phrase())."
    let own = OwnNeeds(of: widest.function, in: context)
    var finding = finding(
      message + (own?.sentence ?? ""), about: holder.role, functions: holder.functions, confidence: .medium,
      in: context)
    if let own, !own.minimal.isEmpty {
      finding.show(
        example: PolicyRendering(dialect: context.application.dialect).yaml(own.minimal), of: Self.metadata)
    }
    return .fail([finding])
  }
}

/// What one of the functions that share a role needs of it.
private struct OwnNeeds {
  let name: String
  let minimal: [MinimalStatement]

  /// - Returns: `nil` where the function's code was not read to its end.
  init?(of function: Function, in context: RuleContext) {
    guard let needs = context.needs(of: function) else { return nil }
    name = function.name
    minimal = LeastPrivilege(names: ResourceNames(context.application))
      .statements(for: needs.filter(\.isCalled))
  }

  var sentence: String {
    let actions = minimal.flatMap(\.actions).map { "`\($0.name)`" }
    return actions.isEmpty
      ? " '\(name)' itself makes no call that needs a right."
      : " '\(name)' itself needs only \(actions.phrase(limit: 6))."
  }
}

extension Role {
  /// Actions and managed policies beyond what every function needs, as written.
  fileprivate var ownRights: [String] {
    var rights: [String] = []
    for statement in statements where statement.allows {
      if statement.actions.isException { rights.append("all but some actions") }
      for pattern in statement.actionPatterns where !pattern.isBasic { rights.append("`\(pattern.text)`") }
    }
    for policy in managedPolicies where !policy.value.isBasicExecution {
      rights.append(policy.value.pattern.split(separator: "/").last.map(String.init) ?? "a managed policy")
    }
    var seen: Set<String> = []
    return rights.filter { seen.insert($0).inserted }
  }
}

extension ActionPattern {
  /// What a function needs for its log, its traces, its network and the source the platform polls for it.
  fileprivate var isBasic: Bool {
    ["logs", "xray", "ec2"].contains(service) || "\(service):\(name)" == "cloudwatch:putmetricdata"
  }
}

extension Text {
  fileprivate var isBasicExecution: Bool {
    ["ExecutionRole", "AWSXRayDaemonWriteAccess", "AWSXrayWriteOnlyAccess", "ExecutionRolePolicy"].contains {
      pattern.hasSuffix($0)
    }
  }
}
