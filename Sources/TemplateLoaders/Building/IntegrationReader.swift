internal import ApplicationModel
internal import FindingModel

/// Reads what answers a route.
enum IntegrationReader {
  /// A REST API's integration: `Type`, `Uri`, `Credentials`, or the same keys in lower case in an OpenAPI body.
  static func rest(type: Value<String>, uri: Value<Text>, credentials: Value<Text>) -> Integration {
    switch type.value?.lowercased() {
    case "mock": return .mock
    case "http", "http_proxy": return .http(uri)
    case "aws", "aws_proxy": return service(uri: uri, credentials: credentials)
    default:
      if let expression = type.expression { return .unresolved(expression) }
      return uri.isAbsent ? .none : service(uri: uri, credentials: credentials)
    }
  }

  /// Whether an integration of this type may rewrite the request by a template; one of an unknown type may.
  static func isMapped(type: Value<String>) -> Bool {
    switch type {
    case .absent: false
    case .known(let type, _): type.lowercased() != "aws_proxy"
    case .unresolved: true
    }
  }

  /// `arn:aws:apigateway:{region}:{service}:path|action/…`, or a plain function ARN for HTTP APIs.
  static func service(uri: Value<Text>, credentials: Value<Text>) -> Integration {
    switch uri {
    case .absent: return .none
    case .unresolved(let expression, _): return .unresolved(expression)
    case .known(let text, _):
      let pattern = text.pattern
      if pattern.contains(":lambda:path/") || pattern.contains("/functions/") { return .function(uri) }
      if let attribute = text.reference?.attribute, attribute == "Arn" || attribute == "Alias" {
        return .function(uri)
      }
      if text.reference != nil { return .function(uri) }
      if pattern.hasPrefix("arn:"), pattern.contains(":lambda:"), pattern.contains(":function:") {
        return .function(uri)
      }
      if let action = action(in: pattern) { return .service(action: action, credentials: credentials) }
      return .http(uri)
    }
  }

  /// `…:states:action/StartExecution` → `states:StartExecution`; a path style has no action to name.
  private static func action(in pattern: String) -> String? {
    guard pattern.hasPrefix("arn:") else { return nil }
    if let range = pattern.ranges(of: ":action/").first {
      let service = pattern[..<range.lowerBound].split(separator: ":").last ?? ""
      return "\(service):\(pattern[range.upperBound...].prefix { $0.isLetter })"
    }
    if let range = pattern.ranges(of: ":path/").first {
      let service = pattern[..<range.lowerBound].split(separator: ":").last ?? ""
      return "\(service):*"
    }
    return nil
  }
}
