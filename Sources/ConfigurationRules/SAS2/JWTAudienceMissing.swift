internal import ApplicationGraph
package import ApplicationModel
package import FindingModel
package import RuleModel

/// JWT authorizers that accept tokens made for somebody else.
package struct JWTAudienceMissing: SubjectRule {
  package static let metadata = RuleMetadata(
    id: "sas2-jwt-audience-missing", risk: .brokenAuthentication,
    title: "JWT authorizer without audience or issuer",
    severity: .medium, weaknesses: [287, 346],
    rationale: """
      A token is signed by an issuer for one audience. An authorizer that does not compare the audience \
      accepts every token the issuer ever signed, also those for another application of the same tenant or \
      identity provider. An attacker signs in to any of these, or runs one, and replays the token here.
      """,
    blindSpots: """
      An audience given by a parameter counts as given. Whether the handler compares the claim itself is not \
      seen. Of a GraphQL API only the primary provider is judged.
      """,
    remediation: Remediation(
      "List the client ids the API is for as audience, and name the issuer.",
      snippets: [
        .cloudFormation: """
        Authorizer:
          Type: AWS::ApiGatewayV2::Authorizer
          Properties:
            ApiId: !Ref {name}
            AuthorizerType: JWT
            IdentitySource: [$request.header.Authorization]
            Name: users
            JwtConfiguration:
              Issuer: https://issuer.example.com
              Audience: [!Ref UserPoolClient]
        """,
        .sam: """
        {name}:
          Type: AWS::Serverless::HttpApi
          Properties:
            Auth:
              DefaultAuthorizer: Users
              Authorizers:
                Users:
                  IdentitySource: $request.header.Authorization
                  JwtConfiguration:
                    issuer: https://issuer.example.com
                    audience: [!Ref UserPoolClient]
        """,
        .serverlessFramework: """
        provider:
          httpApi:
            authorizers:
              users:
                type: jwt
                identitySource: $request.header.Authorization
                issuerUrl: https://issuer.example.com
                audience:
                  - !Ref UserPoolClient
        """,
      ]),
    references: ["https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html"])

  package init() {}

  package func subjects(in application: Application) -> [API] { application.apis }

  package func evaluate(_ api: API, in context: RuleContext) -> Verdict {
    let tokens = authorizers(of: api)
    if tokens.isEmpty { return .notApplicable }
    let findings = tokens.compactMap { name, authorizer in
      finding(about: api, name: name, authorizer: authorizer, in: context)
    }
    return findings.isEmpty ? .pass : .fail(findings)
  }

  private func authorizers(of api: API) -> [(name: String, authorizer: Authorizer)] {
    let named = api.authorizers.map { ($0.name, $0.authorizer) }
    // A GraphQL API has one for all fields, which the model keeps with each field.
    let primary = api.kind == .graphQL ? api.routes.first.map { [("primary", $0.authorizer)] } ?? [] : []
    return (named + primary).filter { if case .jwt = $0.1 { true } else { false } }
  }

  private func finding(about api: API, name: String, authorizer: Authorizer, in context: RuleContext)
    -> Finding?
  {
    guard case .jwt(let issuer, let audience, let location) = authorizer else { return nil }
    let missing = [audience.isEmpty ? "audience" : nil, issuer.isAbsent ? "issuer" : nil].compactMap { $0 }
    if missing.isEmpty { return nil }
    let effect =
      audience.isEmpty
      ? "A token that the issuer made for any other application opens this API too."
      : "Nothing says whose tokens count."
    return finding(
      "The authorizer '\(name)' of '\(api.name)' names no \(missing.inSentence()). \(effect)", about: api,
      at: location,
      discriminator: name, in: context)
  }
}
