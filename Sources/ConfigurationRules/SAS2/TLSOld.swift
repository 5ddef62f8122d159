package import ApplicationModel
package import FindingModel
package import RuleModel

/// Custom domains that still speak TLS 1.0.
package struct TLSOld: SubjectRule {
  package static let metadata = RuleMetadata(
    id: "sas2-tls-old", risk: .brokenAuthentication, title: "Custom domain that accepts TLS 1.0",
    severity: .medium, weaknesses: [326, 757],
    peers: ["checkov:CKV_AWS_206", "cfn_nag:W62", "trivy:AVD-AWS-0005"],
    rationale: """
      TLS 1.0 and 1.1 were withdrawn in 2021 for weaknesses that let somebody on the network read or change \
      what is sent, tokens included. A domain that accepts them can be talked down to them by an attacker \
      between client and service.
      """,
    blindSpots: """
      Only custom domains choose a policy; an API's own execute-api address keeps the platform's. Where none \
      is written on a REST API's domain the platform chooses, which has been TLS 1.0 for a long time: \
      reported as low.
      """,
    remediation: Remediation(
      "Set the security policy to TLS_1_2 or a newer one.",
      snippets: [
        .cloudFormation: """
        {name}:
          Type: AWS::ApiGateway::DomainName
          Properties:
            DomainName: api.example.com
            RegionalCertificateArn: !Ref Certificate
            EndpointConfiguration: {Types: [REGIONAL]}
            SecurityPolicy: TLS_1_2
        """,
        .sam: """
        Api:
          Type: AWS::Serverless::Api
          Properties:
            StageName: live
            Domain:
              DomainName: api.example.com
              CertificateArn: !Ref Certificate
              SecurityPolicy: TLS_1_2
        """,
      ]),
    references: [
      "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-custom-domain-tls-version.html"
    ])

  package init() {}

  package func subjects(in application: Application) -> [DomainName] { application.domains }

  package func evaluate(_ domain: DomainName, in context: RuleContext) -> Verdict {
    switch domain.securityPolicy {
    case .unresolved(let expression, let location):
      return .undetermined(reason: "SecurityPolicy is \(expression)", at: location)
    case .known(let policy, let location):
      guard policy.uppercased() == "TLS_1_0" else { return .pass }
      return .fail([
        finding(
          "'\(domain.name)' accepts TLS 1.0 and 1.1: somebody on the network can make clients use them.",
          about: domain,
          at: location, in: context)
      ])
    case .absent:
      // HTTP and WebSocket APIs accept nothing older than TLS 1.2.
      guard domain.type == "AWS::ApiGateway::DomainName" else { return .pass }
      return .fail([
        finding(
          """
          '\(domain.name)' names no security policy, so the platform's default decides whether TLS 1.0 is \
          accepted.
          """,
          about: domain, severity: .low, confidence: .medium, in: context)
      ])
    }
  }
}
