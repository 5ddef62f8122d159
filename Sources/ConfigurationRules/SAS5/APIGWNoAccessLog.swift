package import ApplicationModel
package import FindingModel
package import RuleModel

/// APIs on the internet that keep no record of requests.
package struct APIGWNoAccessLog: SubjectRule {
  package static let metadata = RuleMetadata(
    id: "sas5-apigw-no-access-log", risk: .inadequateMonitoring, title: "API without an access log",
    severity: .medium, weaknesses: [778],
    peers: [
      "checkov:CKV_AWS_76", "checkov:CKV_AWS_95", "cfn_nag:W46", "cfn_nag:W69", "securityhub:APIGateway.9",
      "trivy:AVD-AWS-0001",
    ],
    rationale: """
      The functions behind an API log what reaches them. Requests that the API itself refuses, with a wrong \
      token, to a path that does not exist, too many at once, leave no trace anywhere without an access log: \
      the search for a way in goes unseen, and after an incident nobody can say who called what from where.
      """,
    blindSpots: """
      APIs on private endpoints are left out, as are stages made outside the template and logs of a CDN in \
      front.
      """,
    remediation: Remediation(
      """
      Write access logs of every stage to a log group, with the caller's address, the identity and the \
      status.
      """,
      snippets: [
        .sam: """
        Globals:
          HttpApi:
            AccessLogSettings:
              DestinationArn: !GetAtt AccessLogs.Arn
              Format: '{"id":"$context.requestId","ip":"$context.identity.sourceIp","route":"$context.routeKey","status":"$context.status"}'
        """,
        .cloudFormation: stageOfRESTAPI,
        .serverlessFramework: """
        provider:
          name: aws
          logs:
            restApi: true
            httpApi: true
            websocket: true
        """,
      ],
      variants: [
        .restAPI: [
          .cloudFormation: stageOfRESTAPI,
          // SAM names the settings of the two kinds of API differently.
          .sam: """
          Globals:
            Api:
              AccessLogSetting:
                DestinationArn: !GetAtt AccessLogs.Arn
                Format: '{"id":"$context.requestId","ip":"$context.identity.sourceIp","path":"$context.path","status":"$context.status"}'
          """,
          .serverlessFramework: """
          provider:
            name: aws
            logs:
              restApi: true
          """,
        ],
        .httpAPI: [
          .cloudFormation: stageOfVersion2,
          .sam: """
          Globals:
            HttpApi:
              AccessLogSettings:
                DestinationArn: !GetAtt AccessLogs.Arn
                Format: '{"id":"$context.requestId","ip":"$context.identity.sourceIp","route":"$context.routeKey","status":"$context.status"}'
          """,
          .serverlessFramework: """
          provider:
            name: aws
            logs:
              httpApi: true
          """,
        ],
        .webSocketAPI: [
          .cloudFormation: stageOfVersion2,
          .serverlessFramework: """
          provider:
            name: aws
            logs:
              websocket: true
          """,
        ],
      ]),
    references: ["https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html"])

  private static let stageOfRESTAPI = """
    {logicalID}:
      Type: AWS::ApiGateway::Stage
      Properties:
        AccessLogSetting:
          DestinationArn: !GetAtt AccessLogs.Arn
          Format: '{"id":"$context.requestId","ip":"$context.identity.sourceIp","path":"$context.path","status":"$context.status"}'
    """

  private static let stageOfVersion2 = """
    {logicalID}:
      Type: AWS::ApiGatewayV2::Stage
      Properties:
        AccessLogSettings:
          DestinationArn: !GetAtt AccessLogs.Arn
          Format: '{"id":"$context.requestId","ip":"$context.identity.sourceIp","route":"$context.routeKey","status":"$context.status"}'
    """

  package init() {}

  package func subjects(in application: Application) -> [API] {
    application.apis.filter { $0.kind != .graphQL }
  }

  package func evaluate(_ api: API, in context: RuleContext) -> Verdict {
    if api.endpointTypes.value?.contains("PRIVATE") == true { return .notApplicable }
    guard !api.stages.isEmpty else { return .notApplicable }
    guard let silent = api.stages.first(where: \.accessLog.isAbsent) else { return .pass }
    return .fail([
      finding(
        "API '\(api.name)' keeps no access log: requests that it refuses itself, and attempts to find a way in, leave "
          + "no trace.", about: api, at: silent.isImplied ? api.location : silent.location, in: context
      ).showing(api.exampleKind, named: silent.name, of: Self.metadata, in: context)
    ])
  }
}
