package import ApplicationModel
package import FindingModel
package import RuleModel

/// GraphQL APIs that log nothing.
package struct GraphQLNoLog: SubjectRule {
  package static let metadata = RuleMetadata(
    id: "sas5-graphql-no-log", risk: .inadequateMonitoring, title: "GraphQL API without logs",
    severity: .low, profile: .strict, weaknesses: [778],
    peers: ["checkov:CKV_AWS_193", "securityhub:AppSync.2"],
    rationale: """
      Without field logs the service keeps no record of queries: neither of resolvers that fail nor of who \
      asked for which fields. A caller who walks through all records by number, one query each, leaves no \
      trace.
      """,
    blindSpots: """
      Logs of the functions behind resolvers are not counted: resolvers that read tables directly never \
      reach one.
      """,
    remediation: Remediation(
      """
      Log at least errors of fields, without the verbose content.
      """,
      snippets: [
        .cloudFormation: """
        {name}:
          Type: AWS::AppSync::GraphQLApi
          Properties:
            LogConfig:
              CloudWatchLogsRoleArn: !GetAtt ApiLogRole.Arn
              FieldLogLevel: ERROR
              ExcludeVerboseContent: true
        """
      ]),
    references: ["https://docs.aws.amazon.com/appsync/latest/devguide/monitoring.html"])

  package init() {}

  package func subjects(in application: Application) -> [API] {
    application.apis.filter { $0.kind == .graphQL }
  }

  package func evaluate(_ api: API, in context: RuleContext) -> Verdict {
    switch api.fieldLogLevel {
    case .unresolved(let expression, let location):
      return .undetermined(reason: "the log level of '\(api.name)' is \(expression)", at: location)
    case .known(let level, _) where level != "NONE": return .pass
    case .absent, .known:
      return .fail([
        finding(
          "GraphQL API '\(api.name)' logs no fields: who asked for what, and what failed, is recorded nowhere.",
          about: api, at: api.fieldLogLevel.location, in: context)
      ])
    }
  }
}
