package import ApplicationModel
package import FindingModel
package import RuleModel

/// GraphQL APIs that log whole requests, headers and responses.
package struct VerboseGraphQLLog: SubjectRule {
  package static let metadata = RuleMetadata(
    id: "sas10-graphql-verbose-log", risk: .verboseErrors,
    title: "The GraphQL API logs whole requests and responses",
    severity: .medium, weaknesses: [532, 209], peers: ["checkov:CKV_AWS_193"],
    rationale: """
      At level ALL with verbose content AppSync writes every request's headers, arguments, resolved templates and \
      responses to the log: access tokens and personal data in clear text, for everyone who may read logs and for \
      as long as logs are kept.
      """,
    blindSpots: "What the resolvers' own functions log is not looked at.",
    remediation: Remediation(
      "Log errors only, or exclude verbose content.",
      snippets: [
        .cloudFormation: """
        {name}:
          Type: AWS::AppSync::GraphQLApi
          Properties:
            LogConfig:
              FieldLogLevel: ERROR
              ExcludeVerboseContent: true
              CloudWatchLogsRoleArn: !GetAtt LogRole.Arn
        """
      ]),
    references: ["https://docs.aws.amazon.com/appsync/latest/devguide/monitoring.html"])

  package init() {}

  package func subjects(in application: Application) -> [API] {
    application.apis.filter { $0.kind == .graphQL }
  }

  package func evaluate(_ api: API, in context: RuleContext) -> Verdict {
    guard case .known(let level, let location) = api.fieldLogLevel, ["ALL", "DEBUG", "INFO"].contains(level)
    else {
      if case .unresolved(let expression, let location) = api.fieldLogLevel {
        return .undetermined(reason: "FieldLogLevel is \(expression)", at: location)
      }
      return .pass
    }
    switch api.excludesVerboseContent {
    case .known(true, _): return .pass
    case .unresolved(let expression, let location):
      return .undetermined(reason: "ExcludeVerboseContent is \(expression)", at: location)
    case .absent, .known:
      return .fail([
        finding(
          "'\(api.name)' logs whole requests and responses, with the tokens and personal data in them: its field log "
            + "level is \(level) and verbose content is not excluded.",
          about: api, at: location, in: context)
      ])
    }
  }
}
