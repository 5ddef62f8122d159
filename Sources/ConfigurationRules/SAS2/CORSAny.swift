internal import ApplicationGraph
internal import ApplicationModel
package import FindingModel
package import RuleModel

/// APIs and URLs that let scripts of every website call them where that gives the script something.
package struct CORSAny: Rule {
  package static let metadata = RuleMetadata(
    id: "sas2-cors-any", risk: .brokenAuthentication, title: "Every website may call the API from a browser",
    severity: .medium, weaknesses: [942],
    peers: ["checkov:CKV2_AWS_75", "prowler:awslambda_function_url_cors_policy"],
    rationale: """
      Browsers keep a page from reading other sites' answers unless these allow its origin. Allowing every \
      origin together with credentials lets any page a signed-in user visits act in that user's name. On an \
      API that only a private network reaches it turns the browser of everyone inside into a way in for \
      every website outside.
      """,
    blindSpots: """
      Every origin without credentials on an open API gives a script nothing it could not fetch itself, and \
      is not reported; on an API that asks for authorization it is low. Headers that the handler writes, and \
      OPTIONS mocks of REST APIs, are not read.
      """,
    remediation: Remediation(
      "List the origins of your own pages.",
      snippets: [
        .cloudFormation: """
        {name}:
          Type: AWS::ApiGatewayV2::Api
          Properties:
            CorsConfiguration:
              AllowOrigins: [https://app.example.com]
              AllowCredentials: true
        """,
        .sam: """
        {name}:
          Type: AWS::Serverless::HttpApi
          Properties:
            CorsConfiguration:
              AllowOrigins: [https://app.example.com]
        """,
        .serverlessFramework: """
        provider:
          httpApi:
            cors:
              allowedOrigins:
                - https://app.example.com
        """,
      ],
      variants: [
        .functionURL: [
          .cloudFormation: """
          {logicalID}Url:
            Type: AWS::Lambda::Url
            Properties:
              TargetFunctionArn: !Ref {name}
              AuthType: AWS_IAM
              Cors:
                AllowOrigins: [https://app.example.com]
          """,
          .sam: """
          {name}:
            Type: AWS::Serverless::Function
            Properties:
              FunctionUrlConfig:
                AuthType: AWS_IAM
                Cors:
                  AllowOrigins: [https://app.example.com]
          """,
          .serverlessFramework: """
          functions:
            {name}:
              url:
                authorizer: aws_iam
                cors:
                  allowedOrigins:
                    - https://app.example.com
          """,
        ],
        // Without a framework the headers of a REST API's OPTIONS method are written out one by one.
        .restAPI: [
          .cloudFormation: "",
          .sam: """
          {name}:
            Type: AWS::Serverless::Api
            Properties:
              StageName: live
              Cors:
                AllowOrigin: "'https://app.example.com'"
          """,
          .serverlessFramework: """
          functions:
            orders:
              events:
                - http:
                    path: orders
                    method: get
                    cors:
                      origins:
                        - https://app.example.com
          """,
        ],
      ]),
    references: [
      "https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html",
      "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html",
    ])

  package init() {}

  package func evaluate(in context: RuleContext) -> [Verdict] {
    context.application.functions.map { function in
      guard let url = function.url, let cors = url.cors else { return .notApplicable }
      let isGuarded = url.authorization.value == .iam
      guard let judgement = judge(cors, isPrivate: false, isGuarded: isGuarded) else { return .pass }
      return .fail([
        finding(
          "The function URL of '\(function.name)' \(judgement.text)", about: function, at: cors.wildcard,
          severity: judgement.severity, in: context
        ).showing(.functionURL, named: function.name, of: Self.metadata, in: context)
      ])
    }
      + context.application.apis.map { api in
        guard let cors = api.cors else { return .notApplicable }
        let isGuarded = api.routes.contains { !$0.isPreflight && $0.authorizer != .none }
        guard let judgement = judge(cors, isPrivate: api.front == .closed, isGuarded: isGuarded) else {
          return .pass
        }
        return .fail([
          finding(
            "'\(api.name)' \(judgement.text)", about: api, at: cors.wildcard, severity: judgement.severity,
            in: context
          ).showing(api.exampleKind, named: api.name, of: Self.metadata, in: context)
        ])
      }
  }

  private func judge(_ cors: CORSConfiguration, isPrivate: Bool, isGuarded: Bool) -> (
    text: String, severity: Severity
  )? {
    guard cors.wildcard != nil else { return nil }
    if cors.allowsCredentials.value == true {
      return (
        """
        allows every origin together with credentials: any page a signed-in user visits can act as that \
        user.
        """,
        .medium
      )
    }
    if isPrivate {
      return (
        """
        is only reachable from inside, yet allows every origin: any page that somebody inside visits can \
        call it.
        """,
        .medium
      )
    }
    if isGuarded {
      return (
        """
        asks for authorization, yet allows every origin: a script on any page can use a stolen token from \
        the victim's own browser.
        """,
        .low
      )
    }
    return nil
  }
}
