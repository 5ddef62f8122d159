internal import ApplicationModel
internal import FindingModel
internal import PolicyEngine

extension FuzzTarget {
  /// A policy as text, decided, expanded and reduced.
  static func decision(_ bytes: [UInt8]) -> String? {
    let reading = PolicyText.read(String(decoding: bytes, as: UTF8.self), at: .start(of: "policy.json"))
    let document = reading.document
    if document.statements.contains(where: { $0.location.line < 1 }) { return "a statement has no line" }
    return wrongDecision(of: document) ?? wrongReduction(of: document)
  }

  private static func wrongDecision(of document: PolicyDocument) -> String? {
    let evaluation = AccessEvaluation(
      identityPolicies: [document], resourcePolicy: document, boundary: document)
    let decision = evaluation.decision(
      for: AccessRequest(
        principal: RequestPrincipal(.role, name: "arn:aws:iam::111122223333:role/r"), action: "s3:GetObject",
        target: .resource("arn:aws:s3:::uploads/a"),
        context: RequestContext(["aws:SourceIp": ["2001:db8::1"]], isComplete: true)))
    guard case .allowed = decision else { return nil }
    if !document.unresolved.isEmpty { return "a policy that is not understood allows" }
    return document.statements.contains(where: \.allows) ? nil : "a policy without an Allow allows"
  }

  /// Least privilege for what the statements name has to give it.
  private static func wrongReduction(of document: PolicyDocument) -> String? {
    let needs = document.statements.prefix(20).flatMap { statement in
      statement.resources.texts.prefix(20).map { resource in
        ActionNeed(
          action: "s3:GetObject", resource: resource.value, reason: .call("s3 GetObject"),
          locations: [resource.location])
      }
    }
    let minimal = LeastPrivilege().statements(for: needs)
    let given = minimal.map { minimal in
      Statement(
        effect: .known(.allow, at: .start(of: "")),
        actions: .only(minimal.actions.map { Located(Text($0.name), at: .start(of: "")) }),
        resources: .only(minimal.resources.map { Located($0, at: .start(of: "")) }),
        location: .start(of: ""))
    }
    let comparison = PrivilegeComparison(granted: given, needed: needs)
    if let missing = comparison.missing.first { return "'\(missing.resource)' is needed and not given" }
    let excess = PrivilegeComparison(granted: document.statements, needed: needs).excess
    if excess.contains(where: { $0.unusedCount == 0 }) { return "an entry without excess is reported" }
    return PolicyRendering(dialect: .sam).yaml(minimal).isEmpty ? "the statements have no text" : nil
  }
}
