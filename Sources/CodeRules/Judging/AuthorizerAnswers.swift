internal import ApplicationGraph
internal import ApplicationModel
internal import CodeAnalysis
internal import FindingModel
internal import RuleModel
internal import TaintEngine

extension FunctionUnderTest {
  /// Whether the function decides over requests to an API.
  func isAuthorizer(in context: RuleContext) -> Bool {
    if function.triggers.contains(where: { $0.kind == .authorizer }) { return true }
    guard !context.application.dialect.isTemplate else { return false }
    return code.analysis.fieldsRead.contains {
      ["authorizationToken", "methodArn", "routeArn", "identitySource"].contains($0.components.first ?? "")
    }
  }
}

extension ValueFact {
  /// Whether an authorizer's answer lets the request through: a policy that allows, or `isAuthorized`.
  var allowsRequest: Bool {
    if fields["isAuthorized"]?.mayBe(.boolean(true)) == true { return true }
    guard let document = fields["policyDocument"] else { return false }
    let statements = document.fields["Statement"].map { $0.elements.isEmpty ? [$0] : $0.elements } ?? []
    return statements.contains { $0.fields["Effect"]?.literals.contains("Allow") ?? false }
  }
}
