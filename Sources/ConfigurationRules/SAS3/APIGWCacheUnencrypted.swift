package import ApplicationModel
package import FindingModel
package import RuleModel

/// API stages whose cache is not encrypted.
package struct APIGWCacheUnencrypted: SubjectRule {
  package static let metadata = RuleMetadata(
    id: "sas3-apigw-cache-unencrypted", risk: .insecureDeployment, title: "API cache without encryption",
    severity: .medium, weaknesses: [311],
    peers: ["checkov:CKV_AWS_308", "cfn_nag:W87", "securityhub:APIGateway.5", "trivy:AVD-AWS-0002"],
    rationale: """
      The cache of a stage keeps whole responses, those for signed-in users included, on disks of instances. \
      Unless it is told to, the service writes them there in the clear.
      """,
    blindSpots: """
      Settings of single methods are only seen where no setting for all methods exists.
      """,
    remediation: Remediation(
      """
      Turn on the encryption of cached data for all methods.
      """,
      snippets: [
        .sam: """
        {name}:
          Type: AWS::Serverless::Api
          Properties:
            CacheClusterEnabled: true
            MethodSettings:
              - ResourcePath: /*
                HttpMethod: "*"
                CachingEnabled: true
                CacheDataEncrypted: true
        """,
        .cloudFormation: """
        {name}:
          Type: AWS::ApiGateway::Stage
          Properties:
            CacheClusterEnabled: true
            MethodSettings:
              - ResourcePath: /*
                HttpMethod: "*"
                CachingEnabled: true
                CacheDataEncrypted: true
        """,
      ]),
    references: ["https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html"])

  package init() {}

  package func subjects(in application: Application) -> [Stage] { application.apis.flatMap(\.stages) }

  package func evaluate(_ stage: Stage, in context: RuleContext) -> Verdict {
    switch stage.isCached {
    case .absent, .known(false, _): return .notApplicable
    case .unresolved(let expression, let location):
      if stage.isCacheEncrypted.value == true { return .pass }
      return .undetermined(reason: "whether '\(stage.name)' has a cache is \(expression)", at: location)
    case .known(true, let location):
      switch stage.isCacheEncrypted {
      case .known(true, _): return .pass
      case .unresolved(let expression, let location):
        return .undetermined(
          reason: "the encryption of the cache of '\(stage.name)' is \(expression)", at: location)
      case .absent, .known(false, _):
        let api = context.application.apis.first { $0.stages.contains { $0.id == stage.id } }
        let message =
          "The cache of API '\(api?.name ?? stage.name)' keeps responses, those for signed-in users included, in the "
          + "clear."
        return .fail([finding(message, about: stage, at: location, in: context)])
      }
    }
  }
}
