internal import ApplicationModel
package import FindingModel
package import RuleModel

/// Functions whose logs are kept for ever.
package struct LogRetention: Rule {
  package static let metadata = RuleMetadata(
    id: "sas5-log-retention", risk: .inadequateMonitoring, title: "Logs are kept for ever",
    severity: .low, profile: .strict, weaknesses: [779],
    peers: [
      "checkov:CKV_AWS_66", "prowler:cloudwatch_log_group_retention_policy_specific_days_enabled",
      "securityhub:CloudWatch.16",
    ],
    rationale: """
      A function makes its log group at its first run, and such a group never forgets. What once slipped \
      into the logs, an address, a token, a whole event, stays readable for ever and is paid for every \
      month; rules on personal data ask for an end.
      """,
    blindSpots: """
      Retention set outside the template, by an account-wide automation for instance, is not seen. One \
      finding names all functions of a template.
      """,
    remediation: Remediation(
      """
      Declare a log group for each function, with a retention that fits.
      """,
      snippets: [
        .sam: """
        {name}Logs:
          Type: AWS::Logs::LogGroup
          Properties:
            LogGroupName: !Sub /aws/lambda/${{name}}
            RetentionInDays: 30
        """,
        .cloudFormation: """
        {name}Logs:
          Type: AWS::Logs::LogGroup
          Properties:
            LogGroupName: !Sub /aws/lambda/${{name}}
            RetentionInDays: 30
        """,
        .serverlessFramework: """
        provider:
          name: aws
          logRetentionInDays: 30
        """,
      ]),
    references: [
      "https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-loggroups.html",
      "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html",
    ])

  package init() {}

  package func evaluate(in context: RuleContext) -> [Verdict] {
    let functions = context.application.writtenFunctions.filter { function in
      // A group named by an expression belongs to somebody else.
      function.logging.logGroup.isAbsent || function.logging.logGroup.value?.reference != nil
    }
    guard !functions.isEmpty else { return [.notApplicable] }
    let endless = functions.filter { $0.logGroup(in: context.application)?.retentionDays.isAbsent ?? true }
    return [
      verdict(onAll: endless, in: context) { functions in
        "The logs of \(functions.enumeration) are kept for ever: no log group of the template sets a retention for "
          + "\(functions.verb("it", "them"))."
      }
    ]
  }
}
