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
    // A bucket's name has no slash: its ARN alone is never that of an object.
    let wanted = Glob(service == "s3" ? text.globOfNames : text.glob)
    return Truth(resourceTypes.contains { wanted.overlaps(Glob($0.pattern)) })
  }
}

extension Text {
  /// As a pattern in which references are names, without wildcards.
  fileprivate var globOfNames: String {
    parts.map { part in
      switch part {
      case .literal(let text): text
      case .reference: "name"
      case .open: "*"
      }
    }.joined()
  }
}
