internal import ApplicationModel
package import FindingModel
internal import PolicyEngine
internal import RuleModel

/// Roles that may start any function or state machine.
package struct InvokeAny: ConcernRule {
  package static let metadata = RuleMetadata(
    id: "sas4-invoke-any", risk: .overPrivilegedRoles, title: "Any function may be invoked",
    severity: .medium, weaknesses: [250, 441], peers: ["cfn_nag:W11", "trivy:AVD-AWS-0120"],
    rationale: """
      Functions behind a queue or a schedule trust their events, because only the platform sends them. A \
      role that may invoke every function lets an attacker call them with events of his own making and use \
      their rights: the small public function becomes the door to the administrative one.
      """,
    blindSpots: """
      Names with a prefix, `function:orders-*`, pass. Whether an invoked function does anything dangerous \
      with a forged event is not judged.
      """,
    remediation: Remediation(
      "Name the functions or state machines that are called.",
      snippets: [
        .sam: """
        Policies:
          - LambdaInvokePolicy:
              FunctionName: !Ref Worker
        """,
        .cloudFormation: """
        - Effect: Allow
          Action: lambda:InvokeFunction
          Resource: !GetAtt Worker.Arn
        """,
        .serverlessFramework: """
        provider:
          iam:
            role:
              statements:
                - Effect: Allow
                  Action: lambda:InvokeFunction
                  Resource: !GetAtt WorkerLambdaFunction.Arn
        """,
      ]),
    references: ["https://docs.aws.amazon.com/lambda/latest/dg/access-control-identity-based.html"])

  package init() {}

  static let concern = StatementConcern.invocation

  func judge(_ grant: Grant, in context: RuleContext) -> Judgement? {
    Judgement(
      message:
        "\(grant.holder.title) may start \(Self.kinds(of: grant.patterns)) of the account (\(grant.patterns.phrase) on "
        + "\(grant.resource)), also those that trust their callers.")
  }

  static func kinds(of patterns: [ActionPattern]) -> String {
    switch Set(patterns.map(\.service)) {
    case ["lambda"]: "every function"
    case ["states"]: "every state machine"
    default: "every function and state machine"
    }
  }
}
