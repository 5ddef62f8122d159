internal import ApplicationModel
internal import FindingModel

/// Triggers that only a permission tells of: the connection itself is made elsewhere.
enum PermissionTriggers {
  /// - Parameter known: Triggers of the same function that its connections already gave.
  /// - Returns: `nil` where a connection of the template explains the permission.
  static func trigger(_ permission: Permission, besides known: [Trigger]) -> Trigger? {
    guard let principal = permission.principal.value else { return nil }
    // A permission for calls through the URL adds nobody to those the URL itself lets in.
    let isForURL =
      permission.functionURLAuthorization.value != nil || permission.isForFunctionURL.value == true
    if isForURL, known.contains(where: { $0.kind == .functionURL }) { return nil }
    let kinds = kinds(of: principal.literal ?? principal.pattern)
    guard !kinds.isEmpty else { return make(.permission, permission, detail: principal.pattern) }
    if known.contains(where: { kinds.contains($0.kind) }) { return nil }
    if permission.functionURLAuthorization.value != nil { return nil }
    return make(kinds[0], permission, detail: nil)
  }

  private static func make(_ kind: TriggerKind, _ permission: Permission, detail: String?) -> Trigger {
    let source =
      permission.sourceARN.isAbsent && permission.principal.value?.literal != "*"
      ? permission.sourceAccount : permission.sourceARN
    return Trigger(
      kind: kind, source: source, detail: detail, authorizer: authorizer(kind), connection: permission.id,
      location: permission.location, isImplied: permission.isImplied)
  }

  private static func authorizer(_ kind: TriggerKind) -> Authorizer {
    switch kind {
    case .restAPI, .httpAPI, .webSocketAPI, .graphQL, .loadBalancer:
      .unresolved(Expression("an API whose routes are not known here"))
    default: .platform
    }
  }

  /// What a service principal invokes functions for; the first is taken where nothing else is known.
  private static func kinds(of principal: String) -> [TriggerKind] {
    guard let end = principal.ranges(of: ".amazonaws.com").first?.lowerBound else { return [] }
    switch principal[..<end] {
    case "apigateway": return [.restAPI, .httpAPI, .webSocketAPI, .authorizer]
    case "s3": return [.bucket]
    case "batchoperations.s3": return [.bucket]
    case "sns": return [.topic]
    case "events": return [.eventRule, .schedule]
    case "scheduler": return [.schedule]
    case "elasticloadbalancing": return [.loadBalancer]
    case "cognito-idp", "cognito-sync": return [.userPool]
    case "ses": return [.email]
    case "iot": return [.iot]
    case "config": return [.configurationRule]
    case "secretsmanager": return [.secretRotation]
    case "alexa-appkit", "alexa-connectedhome", "lex", "lexv2", "connect": return [.voiceAssistant]
    case "states": return [.stateMachine]
    case "appsync": return [.graphQL]
    case "bedrock": return [.agent]
    case "pipes": return [.pipe]
    case "firehose": return [.firehose]
    case "cloudformation": return [.customResource]
    case "edgelambda", "cloudfront": return [.edge, .functionURL]
    case "codecommit", "codepipeline", "codedeploy", "vpc-lattice", "transfer": return [.permission]
    case let service where service.hasPrefix("logs"): return [.logSubscription]
    default: return [.permission]
    }
  }
}
