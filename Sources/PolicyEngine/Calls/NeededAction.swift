package import ApplicationModel

/// An action that a call needs, and on what.
package struct NeededAction: Hashable, Sendable {
  /// When the platform asks for it.
  package enum Requirement: Hashable, Sendable {
    case always
    case ifGiven(parameter: String)
    case unlessGiven(parameter: String)
    /// Depends on how the resource is configured; the words complete "needed if".
    case ifTrue(String)
  }

  /// `s3:GetObject`.
  package let action: String
  /// The first whose parameters are given names the resource; never empty.
  package let resources: [ResourceTemplate]
  package let requirement: Requirement

  package init(
    _ action: String, _ resources: [ResourceTemplate] = ["*"], _ requirement: Requirement = .always
  ) {
    self.action = action
    self.resources = resources.isEmpty ? ["*"] : resources
    self.requirement = requirement
  }

  package init(_ action: String, _ resource: ResourceTemplate, _ requirement: Requirement = .always) {
    self.init(action, [resource], requirement)
  }

  /// Paths of the parameters that may name its resource.
  package var parameters: [String] { resources.flatMap(\.parameters) }

  /// The resources of one call, as patterns; what is not known of them is `*`.
  ///
  /// - Parameter values: Possible values of a parameter, by its path: none if absent, open text if unknown.
  package func targets(_ values: (String) -> [Text]) -> [Text] {
    let given = resources.first { template in template.parameters.allSatisfy { !values($0).isEmpty } }
    return (given ?? resources[0]).filled(values)
  }

  /// Whether a call with certain parameters needs it; `nil` if the call alone does not tell.
  package func isNeeded(isGiven: (String) -> Bool) -> Bool? {
    switch requirement {
    case .always: true
    case .ifGiven(let parameter): isGiven(parameter)
    case .unlessGiven(let parameter): !isGiven(parameter)
    case .ifTrue: nil
    }
  }
}
