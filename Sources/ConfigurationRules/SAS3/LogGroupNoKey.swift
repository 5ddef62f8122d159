internal import ApplicationModel
package import FindingModel
package import RuleModel

/// Log groups under the platform's own key.
package struct LogGroupNoKey: Rule {
  package static let metadata = RuleMetadata(
    id: "sas3-log-group-no-key", risk: .insecureDeployment, title: "Log groups under the platform's own key",
    severity: .low, profile: .strict, weaknesses: [311],
    peers: ["checkov:CKV_AWS_158", "cfn_nag:W84", "prowler:cloudwatch_log_group_kms_encryption_enabled"],
    rationale: """
      Logs of functions collect more than anyone plans: events, addresses, tokens in error messages. They \
      are encrypted with the platform's key; with a key of your own, its policy limits who reads them and \
      its log says who did.
      """,
    blindSpots: """
      One finding for all groups of a template. Groups that a framework makes, and those a function makes \
      itself at its first run, are left out.
      """,
    remediation: Remediation(
      """
      Encrypt the groups with a key whose policy lets the logs service use it.
      """,
      snippets: [
        .cloudFormation: """
        {name}:
          Type: AWS::Logs::LogGroup
          Properties:
            KmsKeyId: !GetAtt LogKey.Arn
        """
      ]),
    references: ["https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html"])

  package init() {}

  package func evaluate(in context: RuleContext) -> [Verdict] {
    let groups = context.application.logGroups.filter { !$0.isImplied }.sorted { $0.location < $1.location }
    guard !groups.isEmpty else { return [.notApplicable] }
    let bare = groups.filter(\.key.isAbsent)
    guard let first = bare.first else { return [.pass] }
    let names = bare.prefix(5).map { "'\($0.name)'" }.joined(separator: ", ")
    let rest = bare.count > 5 ? " and \(bare.count - 5) more" : ""
    return [
      .fail([
        finding(
          "Log groups of the template name no key of their own: \(names)\(rest).",
          subject: .application(name: context.application.name), name: first.name, functions: [],
          at: first.location, in: context)
      ])
    ]
  }
}
