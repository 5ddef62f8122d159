internal import ApplicationModel
internal import FindingModel
internal import PolicyEngine

/// One line of the standard input.
enum Question {
  case expand(pattern: String)
  case decide(AccessEvaluation, AccessRequest)

  init?(_ fields: [String]) {
    switch (fields.first, fields.count) {
    case ("expand", 2): self = .expand(pattern: fields[1])
    case ("decide", 4...):
      let role = RequestPrincipal(.role, name: "arn:aws:iam::111122223333:role/caller")
      let policies = fields[3...].filter { $0.hasPrefix("{") }
      self = .decide(
        AccessEvaluation(identityPolicies: policies.map(Self.document)),
        AccessRequest(
          principal: role, action: fields[1], target: .resource(Text(fields[2])),
          context: Self.context(fields[3...].filter { !$0.hasPrefix("{") })))
    case ("trust", 6):
      self = .decide(
        AccessEvaluation(resourcePolicy: Self.document(fields[5])),
        AccessRequest(
          principal: RequestPrincipal(.role, name: Text(fields[3])), action: fields[1],
          target: .resource(Text(fields[2])), context: Self.context([fields[4]])))
    default: return nil
    }
  }

  /// - Parameter pairs: `key=value`; everything else is absent.
  private static func context(_ pairs: [String]) -> RequestContext {
    var values: [String: [String]] = [:]
    for pair in pairs.map({ $0.split(separator: "=", maxSplits: 1).map(String.init) }) where pair.count == 2 {
      values[pair[0]] = [pair[1]]
    }
    return RequestContext(values, isComplete: true)
  }

  private static func document(_ json: String) -> PolicyDocument {
    PolicyText.read(json, at: .start(of: "policy.json")).document
  }

  var answer: String {
    switch self {
    case .expand(let pattern):
      let actions = ServiceCatalogue().actionLevels(matching: pattern)
      return actions.map { "\($0.name)=\($0.level.rawValue)" }.joined(separator: ",")
    case .decide(let evaluation, let request):
      switch evaluation.decision(for: request) {
      case .allowed: return "allowed"
      case .denied: return "denied"
      case .depends: return "depends"
      }
    }
  }
}
