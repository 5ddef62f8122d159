internal import ApplicationGraph
package import ApplicationModel
package import FindingModel
package import RuleModel

/// API stages that log whole requests and answers.
package struct APIGWDataTrace: SubjectRule {
  package static let metadata = RuleMetadata(
    id: "sas5-apigw-data-trace", risk: .inadequateMonitoring, title: "API logs whole requests and responses",
    severity: .high, weaknesses: [532],
    peers: ["checkov:CKV_AWS_276"],
    rationale: """
      Data trace writes every request and response into the logs: passwords of sign-ins, tokens, addresses, \
      payment data. Everyone who may read logs then reads what the users sent, for as long as the logs are \
      kept, and a single leaked session is enough to impersonate many people.
      """,
    blindSpots: """
      Meant for hunting a bug in a stage with made-up data; the rule cannot tell such a stage from another.
      """,
    remediation: Remediation(
      """
      Switch data trace off; keep the log level at ERROR and write access logs instead.
      """,
      snippets: [
        .sam: """
        {name}:
          Type: AWS::Serverless::Api
          Properties:
            MethodSettings:
              - ResourcePath: /*
                HttpMethod: "*"
                LoggingLevel: ERROR
                DataTraceEnabled: false
        """,
        .cloudFormation: """
        {name}:
          Type: AWS::ApiGateway::Stage
          Properties:
            MethodSettings:
              - ResourcePath: /*
                HttpMethod: "*"
                LoggingLevel: ERROR
                DataTraceEnabled: false
        """,
        .serverlessFramework: """
        provider:
          name: aws
          logs:
            restApi:
              level: ERROR
              fullExecutionData: false
        """,
      ]),
    references: ["https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html"])

  package init() {}

  package func subjects(in application: Application) -> [Stage] { application.apis.flatMap(\.stages) }

  package func evaluate(_ stage: Stage, in context: RuleContext) -> Verdict {
    switch stage.dataTrace {
    case .absent, .known(false, _): return .pass
    case .unresolved(let expression, let location):
      return .undetermined(reason: "the data trace of '\(stage.name)' is \(expression)", at: location)
    case .known(true, let location):
      if stage.loggingLevel.value == "OFF" { return .pass }
      let api = context.application.apis.first { $0.stages.contains { $0.id == stage.id } }
      return .fail([
        finding(
          "API '\(api?.name ?? stage.name)' logs whole requests and responses, with the tokens and personal data in them.",
          about: stage, functions: api.map { context.graph.functions(triggeredBy: $0.id) }, at: location,
          in: context)
      ])
    }
  }
}
