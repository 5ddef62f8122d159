package import ApplicationModel
internal import FindingModel

/// Needs whose resource the code leaves open, on the resources that a role has them for already.
///
/// What is proposed instead of a policy must not be wider than the policy.
package struct NarrowedNeeds: Sendable {
  /// Statements as written beside the same with spelt ARNs, which can be compared.
  private let granted: [(written: Statement, spelt: Statement)]
  private let names: ResourceNames

  package init(granted: [Statement], names: ResourceNames) {
    self.granted = granted.filter(\.allows).map { ($0, names.normalised($0)) }
    self.names = names
  }

  package func narrowed(_ needs: [ActionNeed]) -> [ActionNeed] { needs.flatMap(narrowed) }

  private func narrowed(_ need: ActionNeed) -> [ActionNeed] {
    let wanted = names.normalised(need.resource)
    guard wanted.glob.utf8.contains(UInt8(ascii: "*")) else { return [need] }
    let giving = granted.filter { $0.spelt.covers(action: need.action) }
    // Nothing is known of it that the role does not have: then the open resource is all that can be said.
    if giving.contains(where: { $0.spelt.coversAll(of: wanted) == .yes }) { return [need] }
    let resources = giving.flatMap { named(by: $0.written, within: wanted) }
    var seen: Set<Text> = []
    let narrower = resources.filter { seen.insert($0).inserted }
    return narrower.isEmpty ? [need] : narrower.map(need.on)
  }

  /// Those of a statement's resources that what is wanted includes; else those it meets.
  private func named(by statement: Statement, within wanted: Text) -> [Text] {
    guard case .only(let texts) = statement.resources else { return [] }
    let met = texts.map(\.value).filter { ResourcePattern.meets(wanted, names.normalised($0)) != .no }
    let included = met.filter { ResourcePattern.covers(wanted, names.normalised($0)) == .yes }
    return included.isEmpty ? met : included
  }
}

extension ActionNeed {
  fileprivate func on(_ resource: Text) -> ActionNeed {
    ActionNeed(
      action: action, resource: resource, reason: reason, locations: locations, isConditional: isConditional)
  }
}
