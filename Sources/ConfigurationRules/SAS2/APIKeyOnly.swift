internal import ApplicationGraph
package import ApplicationModel
package import FindingModel
package import RuleModel

/// APIs that ask for nothing but an API key.
package struct APIKeyOnly: SubjectRule {
  package static let metadata = RuleMetadata(
    id: "sas2-apikey-only", risk: .brokenAuthentication, title: "API key as the only authentication",
    severity: .medium, weaknesses: [287, 798], peers: ["securityhub:AppSync.5"],
    rationale: """
      An API key names a client for quotas and billing; it does not say who is calling. Keys are shipped \
      inside web pages and mobile apps, end in logs, are shared by all users and rarely changed. Whoever \
      reads one out of an app can do all that every user of the app can do.
      """,
    blindSpots: """
      Authentication done by the handler is not seen. For GraphQL an additional API_KEY provider only opens \
      the fields that the schema marks for it, so it is reported as low. Private endpoints and APIs whose \
      resource policy shuts strangers out are left out.
      """,
    remediation: Remediation(
      "Add an authorizer that knows the user, and keep the key for quotas only.",
      snippets: [
        .cloudFormation: """
        Method:
          Type: AWS::ApiGateway::Method
          Properties:
            ApiKeyRequired: true
            AuthorizationType: COGNITO_USER_POOLS
            AuthorizerId: !Ref Authorizer
        """,
        .sam: """
        {name}:
          Type: AWS::Serverless::Api
          Properties:
            StageName: live
            Auth:
              ApiKeyRequired: true
              DefaultAuthorizer: AWS_IAM
        """,
        .serverlessFramework: """
        functions:
          orders:
            events:
              - http:
                  path: orders
                  method: get
                  private: true
                  authorizer: aws_iam
        """,
      ],
      variants: [
        .graphQL: [
          .cloudFormation: """
          {name}:
            Type: AWS::AppSync::GraphQLApi
            Properties:
              AuthenticationType: AMAZON_COGNITO_USER_POOLS
              UserPoolConfig:
                UserPoolId: !Ref UserPool
                AwsRegion: !Ref AWS::Region
                DefaultAction: ALLOW
          """
        ]
      ]),
    references: [
      "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html",
      "https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html",
    ])

  package init() {}

  package func subjects(in application: Application) -> [API] { application.apis }

  package func evaluate(_ api: API, in context: RuleContext) -> Verdict {
    switch api.front {
    case .closed: return .pass
    case .unknown(let reason):
      return api.routes.contains(where: \.isKeyOnly) ? .undetermined(reason: reason, at: api.location) : .pass
    case .open: break
    }
    return api.kind == .graphQL ? graphQL(api, in: context) : routes(of: api, in: context)
  }

  private func graphQL(_ api: API, in context: RuleContext) -> Verdict {
    guard let position = api.authenticationTypes.firstIndex(where: { $0.value == "API_KEY" }) else {
      return .pass
    }
    let isPrimary = position == 0
    let message =
      isPrimary
      ? "Whoever has the API key of '\(api.name)' can query it: the key is its primary authentication."
      : """
      '\(api.name)' also accepts an API key: fields that its schema marks for keys are open to whoever has \
      one.
      """
    return .fail([
      finding(
        message, about: api, at: api.authenticationTypes[position].location, severity: isPrimary ? nil : .low,
        confidence: isPrimary ? .high : .medium, in: context
      ).showing(.graphQL, named: api.name, of: Self.metadata, in: context)
    ])
  }

  private func routes(of api: API, in context: RuleContext) -> Verdict {
    let routes = api.routes.filter { $0.isKeyOnly && !$0.isPreflight && $0.integration != .mock }
    guard let first = routes.first else { return .pass }
    return .fail([
      finding(
        """
        Whoever has an API key of '\(api.name)' can call \(routes.map(\.title).inSentence()): nothing else \
        is asked for, and a key names an application, not a user.
        """,
        about: api, functions: functions(behind: routes, of: api, in: context), at: first.location,
        in: context)
    ])
  }

  private func functions(behind routes: [Route], of api: API, in context: RuleContext) -> [Function] {
    let titles = Set(routes.map(\.title))
    return context.graph.functions(triggeredBy: api.id).filter { function in
      function.triggers.contains { trigger in
        trigger.authorizer == .apiKey && trigger.detail.map(titles.contains) ?? false
      }
    }
  }
}
