package import ApplicationModel
package import FindingModel
package import RuleModel

/// REST APIs that answer errors of their own with the platform's texts.
package struct DefaultGatewayResponse: SubjectRule {
  package static let metadata = RuleMetadata(
    id: "sas10-gateway-response-default", risk: .verboseErrors,
    title: "The API answers errors with default texts",
    severity: .low, profile: .strict, weaknesses: [209],
    rationale: """
      API Gateway's default error responses tell a caller why a request failed: which authorizer refused it, that a \
      model did not fit and where, that an integration timed out. That is a map for whoever probes the API.
      """,
    blindSpots:
      "Errors the functions answer themselves are not looked at. HTTP APIs cannot change these texts.",
    remediation: Remediation(
      "Answer 4XX and 5XX errors with a text of your own that says no more than the caller needs.",
      snippets: [
        .cloudFormation: """
        ServerErrors:
          Type: AWS::ApiGateway::GatewayResponse
          Properties:
            RestApiId: !Ref {name}
            ResponseType: DEFAULT_5XX
            ResponseTemplates:
              application/json: '{"message": "Internal error"}'
        """,
        .sam: """
        {name}:
          Type: AWS::Serverless::Api
          Properties:
            GatewayResponses:
              DEFAULT_5XX:
                ResponseTemplates:
                  application/json: '{"message": "Internal error"}'
        """,
      ]),
    references: [
      "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gatewayResponse-definition.html"
    ])

  package init() {}

  package func subjects(in application: Application) -> [API] {
    application.apis.filter { $0.kind == .rest }
  }

  package func evaluate(_ api: API, in context: RuleContext) -> Verdict {
    guard !api.routes.isEmpty, api.endpointTypes.value?.contains("PRIVATE") != true else {
      return .notApplicable
    }
    let isServerErrorSet = api.gatewayResponses.contains("DEFAULT_5XX")
    let isClientErrorSet = api.gatewayResponses.contains("DEFAULT_4XX")
    guard !isServerErrorSet || !isClientErrorSet else { return .pass }
    return .fail([
      finding(
        "'\(api.name)' answers errors of its own with the platform's texts, which tell a caller why a request failed.",
        about: api, in: context)
    ])
  }
}
