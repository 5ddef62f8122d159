package import ApplicationModel
package import FindingModel
package import RuleModel

/// APIs open to the internet without a rate limit of their own.
package struct NoThrottle: SubjectRule {
  package static let metadata = RuleMetadata(
    id: "sas8-no-throttle", risk: .denialOfServiceAndWallet, title: "Public API without a rate limit",
    severity: .medium, weaknesses: [770], peers: ["cfn_nag:W64", "cfn_nag:W68", "serverless-rules:ES2003"],
    rationale: """
      Without a limit of its own an API shares the account's 10,000 requests a second with every other API of the \
      region. A caller who sends that many makes all of them answer with errors, guesses passwords at full speed, \
      and runs up the bill of every function behind the API.
      """,
    blindSpots: """
      Limits of a web application firewall count as limits, whatever they are. Limits set in the console or by \
      another stack are not known. The throttle of a usage plan limits only callers who show a key, so it does not \
      count for routes that need none. APIs none of whose routes can be called anonymously are not judged.
      """,
    remediation: Remediation(
      "Give the stage a default rate and burst that real traffic stays below.",
      snippets: [
        .cloudFormation: stageOfVersion2,
        .sam: samRestAPI,
        .serverlessFramework: httpAPIStage,
      ],
      variants: [
        .httpAPI: [
          .cloudFormation: stageOfVersion2,
          .sam: """
          {name}:
            Type: AWS::Serverless::HttpApi
            Properties:
              DefaultRouteSettings:
                ThrottlingRateLimit: 50
                ThrottlingBurstLimit: 100
          """,
          .serverlessFramework: httpAPIStage,
        ],
        .webSocketAPI: [
          .cloudFormation: stageOfVersion2,
          .serverlessFramework: """
          resources:
            extensions:
              WebsocketsDeploymentStage:
                Properties:
                  DefaultRouteSettings:
                    ThrottlingRateLimit: 50
                    ThrottlingBurstLimit: 100
          """,
        ],
        .restAPI: [
          .cloudFormation: """
          Stage:
            Type: AWS::ApiGateway::Stage
            Properties:
              RestApiId: !Ref {name}
              MethodSettings:
                - HttpMethod: "*"
                  ResourcePath: "/*"
                  ThrottlingRateLimit: 50
                  ThrottlingBurstLimit: 100
          """,
          .sam: samRestAPI,
          // The framework deploys the stage of http events itself and lets nobody write its method settings.
          .serverlessFramework: "",
        ],
      ]),
    references: [
      "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html"
    ])

  private static let samRestAPI = """
    {name}:
      Type: AWS::Serverless::Api
      Properties:
        MethodSettings:
          - HttpMethod: "*"
            ResourcePath: "/*"
            ThrottlingRateLimit: 50
            ThrottlingBurstLimit: 100
    """

  private static let httpAPIStage = """
    resources:
      extensions:
        HttpApiStage:
          Properties:
            DefaultRouteSettings:
              ThrottlingRateLimit: 50
              ThrottlingBurstLimit: 100
    """

  private static let stageOfVersion2 = """
    Stage:
      Type: AWS::ApiGatewayV2::Stage
      Properties:
        ApiId: !Ref {name}
        DefaultRouteSettings:
          ThrottlingRateLimit: 50
          ThrottlingBurstLimit: 100
    """

  package init() {}

  package func subjects(in application: Application) -> [API] {
    application.apis.filter { $0.kind != .graphQL }
  }

  package func evaluate(_ api: API, in context: RuleContext) -> Verdict {
    guard isAnonymous(api) else { return .notApplicable }
    if api.stages.isEmpty { return .notApplicable }
    let open = api.stages.filter { stage in
      stage.throttlingRate.isAbsent && stage.throttlingBurst.isAbsent && !stage.isProtectedByFirewall
    }
    guard !open.isEmpty else { return .pass }
    return .fail([
      finding(
        "'\(api.name)' can be called by anyone, as often as they like: it has no rate limit of its own and shares "
          + "the account's with every other API.",
        about: api, in: context
      ).showing(api.exampleKind, named: api.name, on: api, of: Self.metadata, in: context)
    ])
  }

  private func isAnonymous(_ api: API) -> Bool {
    if api.endpointTypes.value?.contains("PRIVATE") == true { return false }
    // A usage plan limits only callers who must show a key.
    return api.routes.contains { route in
      guard route.authorizer == .none, route.method != "OPTIONS", route.requiresAPIKey.value != true else {
        return false
      }
      switch route.integration {
      case .function, .service, .http: return true
      case .mock, .none, .unresolved: return false
      }
    }
  }
}
