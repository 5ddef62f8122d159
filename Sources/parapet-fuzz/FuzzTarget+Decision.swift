internal import ApplicationModel
internal import FindingModel
internal import PolicyEngine

extension FuzzTarget {
  /// Decides requests by a policy in every role that a policy can have.
  static func decision(_ bytes: [UInt8]) -> String? {
    let reading = PolicyText.read(String(decoding: bytes, as: UTF8.self), at: .start(of: "policy.json"))
    let document = reading.document
    if reading.problems.count != document.unresolved.count { return "a problem is not in the document" }
    for request in requests {
      let identity = AccessEvaluation(identityPolicies: [document])
      let resource = AccessEvaluation(resourcePolicy: document)
      let all = AccessEvaluation(
        identityPolicies: [document], resourcePolicy: document, boundary: document,
        serviceControlPolicies: [[document]])
      for evaluation in [identity, resource, all] {
        guard case .allowed = evaluation.decision(for: request) else { continue }
        if !document.unresolved.isEmpty { return "a policy that cannot be read whole allows" }
      }
    }
    return nil
  }

  private static let requests: [AccessRequest] = {
    let role = RequestPrincipal(.role, name: "arn:aws:iam::111122223333:role/app")
    let values = ["aws:username": ["anna"], "aws:SourceIp": ["10.1.2.3"], "aws:CurrentTime": ["2026-01-31"]]
    let known = RequestContext(values, isComplete: true)
    let table = Text([.literal("arn:aws:dynamodb:*:*:table/"), .reference(ResourceReference("Orders"))])
    return [
      AccessRequest(
        principal: role, action: "s3:GetObject", target: .resource("arn:aws:s3:::b/k"), context: known),
      AccessRequest(principal: .anonymous, action: "dynamodb:GetItem", target: .resource(table)),
      AccessRequest(
        principal: role, action: "s3:ListAllMyBuckets", target: .everything,
        resourceAccount: "444455556666"),
    ]
  }()
}
