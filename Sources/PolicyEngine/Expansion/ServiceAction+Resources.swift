package import ApplicationModel

extension ServiceAction {
  /// Whether a statement that names a resource can give this action: `s3:GetObject` on a bucket's ARN gives nothing.
  ///
  /// - Parameter resource: As a statement names it; what a bare reference is depends on its type.
  package func accepts(_ resource: Text, names: ResourceNames = ResourceNames()) -> Truth {
    if resource.isWildcard { return .yes }
    guard isScopable else { return .no }
    let text = names.normalised(resource)
    if case .reference? = text.parts.first { return .maybe }
    guard text.leadingLiteral.hasPrefix("arn:") || text.leadingLiteral.hasPrefix("*") else { return .maybe }
    if resourceTypes.isEmpty { return .maybe }
    let wanted = Glob(text.glob)
    return Truth(resourceTypes.contains { wanted.overlaps(Glob($0.pattern)) })
  }
}
