internal import ApplicationGraph
internal import ApplicationModel
package import FindingModel
package import RuleModel

/// APIs whose own address goes around the client certificates of their domain.
package struct DefaultEndpointOpen: Rule {
  package static let metadata = RuleMetadata(
    id: "sas2-default-endpoint-open", risk: .brokenAuthentication,
    title: "Mutual TLS that the default endpoint goes around", severity: .medium, weaknesses: [288],
    rationale: """
      Mutual TLS is a property of the custom domain: only there are client certificates asked for. The API \
      keeps its own execute-api address beside it unless that is turned off, and whoever calls that address \
      is asked for no certificate at all.
      """,
    blindSpots: "Mappings between domain and API made outside the template are not seen.",
    remediation: Remediation(
      "Turn the default endpoint off.",
      snippets: [
        .cloudFormation: """
        {name}:
          Type: AWS::ApiGatewayV2::Api
          Properties:
            DisableExecuteApiEndpoint: true
        """,
        .sam: """
        {name}:
          Type: AWS::Serverless::HttpApi
          Properties:
            DisableExecuteApiEndpoint: true
        """,
        .serverlessFramework: """
        provider:
          httpApi:
            disableDefaultEndpoint: true
        """,
      ]),
    references: [
      "https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mutual-tls.html",
      "https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-disable-default-endpoint.html",
    ])

  package init() {}

  package func evaluate(in context: RuleContext) -> [Verdict] {
    let domains = context.application.domains.filter(\.requiresClientCertificate)
    return context.application.apis.map { api in
      let domain = domains.first { domain in
        domain.apis.contains { $0.references.first?.id == api.id }
      }
      guard let domain else { return .notApplicable }
      switch api.disablesDefaultEndpoint {
      case .known(true, _): return .pass
      case .unresolved(let expression, let location):
        return .undetermined(reason: "DisableExecuteApiEndpoint is \(expression)", at: location)
      case .absent, .known(false, _):
        // A private endpoint's address is inside the network already.
        if api.front == .closed { return .pass }
        return .fail([
          finding(
            """
            '\(domain.name)' asks for client certificates, but '\(api.name)' also answers at its execute-api \
            address, where nobody is asked for one.
            """,
            about: api, at: api.disablesDefaultEndpoint.location,
            trace: [TraceStep(at: domain.location, note: "the domain demands a client certificate")],
            in: context)
        ])
      }
    }
  }
}
