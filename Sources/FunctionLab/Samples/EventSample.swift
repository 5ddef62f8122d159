/// Events as the platform's services send them, for functions that are tried before they have one.
package enum EventSample: String, CaseIterable, Sendable {
  case apiGateway = "api-gateway"
  case httpAPI = "http-api"
  case functionURL = "function-url"
  case loadBalancer = "load-balancer"
  case webSocket = "websocket"
  case tokenAuthorizer = "token-authorizer"
  case s3Put = "s3-put"
  case s3Delete = "s3-delete"
  case sqs
  case sns
  case dynamodb
  case kinesis
  case schedule
  case eventBridge = "event-bridge"
  case signUp = "cognito-sign-up"
  case stepFunctions = "step-functions"

  /// JSON, in the fields and forms of the service; names, numbers and texts are made up.
  package var text: String {
    switch self {
    case .apiGateway: WebSamples.apiGateway
    case .httpAPI: WebSamples.httpAPI
    case .functionURL: WebSamples.functionURL
    case .loadBalancer: WebSamples.loadBalancer
    case .webSocket: WebSamples.webSocket
    case .tokenAuthorizer: WebSamples.tokenAuthorizer
    case .s3Put: StorageSamples.put
    case .s3Delete: StorageSamples.delete
    case .dynamodb: StorageSamples.dynamodb
    case .sqs: MessageSamples.sqs
    case .sns: MessageSamples.sns
    case .kinesis: MessageSamples.kinesis
    case .schedule: MessageSamples.schedule
    case .eventBridge: MessageSamples.eventBridge
    case .signUp: MessageSamples.signUp
    case .stepFunctions: MessageSamples.stepFunctions
    }
  }
}
