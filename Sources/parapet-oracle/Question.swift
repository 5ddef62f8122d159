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
      self = .decide(
        AccessEvaluation(identityPolicies: fields[3...].map(Self.document)),
        AccessRequest(
          principal: role, action: fields[1], target: .resource(Text(fields[2])),
          context: RequestContext(isComplete: true)))
    case ("trust", 6):
      var context: [String: [String]] = [:]
      let pair = fields[4].split(separator: "=", maxSplits: 1).map(String.init)
      if pair.count == 2 { context[pair[0]] = [pair[1]] }
      self = .decide(
        AccessEvaluation(resourcePolicy: Self.document(fields[5])),
        AccessRequest(
          principal: RequestPrincipal(.role, name: Text(fields[3])), action: fields[1],
          target: .resource(Text(fields[2])), context: RequestContext(context, isComplete: true)))
    default: return nil
    }
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
