internal import ApplicationModel
internal import FindingModel

/// From what is needed to the narrowest statements that give it.
package struct LeastPrivilege: Sendable {
  private let names: ResourceNames
  private let catalogue: ServiceCatalogue

  package init(names: ResourceNames = ResourceNames(), catalogue: ServiceCatalogue = ServiceCatalogue()) {
    self.names = names
    self.catalogue = catalogue
  }

  /// Sorted and merged: one statement for all resources on which the same actions are needed.
  ///
  /// The same needs in another order give the same statements. An action that no resource can be named for
  /// is given on `*`.
  package func statements(for needs: [ActionNeed]) -> [MinimalStatement] {
    var actionsByResource: [Text: Set<String>] = [:]
    var needsOf: [Key: [ActionNeed]] = [:]
    for (action, all) in Dictionary(grouping: needs, by: { canonical($0.action) }) {
      for (resource, narrowed) in distinct(all, action: action) {
        actionsByResource[resource, default: []].insert(action)
        needsOf[Key(action: action, resource: resource)] = narrowed
      }
    }
    let groups = Dictionary(grouping: actionsByResource.keys) { actionsByResource[$0, default: []] }
    return groups.map { actions, resources in
      MinimalStatement(
        actions: actions.sorted().map { action in
          self.action(action, resources.flatMap { needsOf[Key(action: action, resource: $0), default: []] })
        },
        resources: resources.sorted { $0.pattern < $1.pattern })
    }.sorted { $0.order < $1.order }
  }

  private struct Key: Hashable {
    let action: String
    let resource: Text
  }

  /// The action as the platform writes it.
  private func canonical(_ action: String) -> String { catalogue.action(action)?.fullName ?? action }

  /// The resources of one action, without those that another one includes; each with the needs it serves.
  private func distinct(_ needs: [ActionNeed], action: String) -> [(Text, [ActionNeed])] {
    let known = catalogue.action(action)
    let byResource = Dictionary(grouping: needs) { need -> Text in
      if let known, !known.isScopable || need.resource.isWildcard { return "*" }
      return need.resource.isWildcard ? "*" : names.named(need.resource)
    }
    // The widest first, so that what it includes finds it.
    let resources = byResource.keys.sorted { ($0.breadth, $0.pattern) < ($1.breadth, $1.pattern) }
    var kept: [(Text, [ActionNeed])] = []
    // Only a text with wildcards includes others; of very many, the rest stays beside them.
    var wide: [Int] = []
    for resource in resources {
      let own = byResource[resource, default: []]
      if let index = wide.first(where: { ResourcePattern.covers(kept[$0].0, resource) == .yes }) {
        kept[index].1 += own
        continue
      }
      if resource.breadth < 2, wide.count < Self.wideLimit { wide.append(kept.count) }
      kept.append((resource, own))
    }
    return kept
  }

  /// Most resources with wildcards, of one action, that others are looked for in.
  static let wideLimit = 200

  private func action(_ name: String, _ needs: [ActionNeed]) -> MinimalStatement.Action {
    var reasons: [ActionNeed.Reason] = []
    let sorted = needs.sorted { ($0.locations.min() ?? Self.nowhere) < ($1.locations.min() ?? Self.nowhere) }
    for need in sorted where !reasons.contains(need.reason) { reasons.append(need.reason) }
    return MinimalStatement.Action(
      name: name, reasons: reasons, locations: Set(needs.flatMap(\.locations)).sorted(),
      isConditional: needs.allSatisfy(\.isConditional))
  }

  private static let nowhere = SourceLocation(path: "", line: 0, column: 0)
}

extension MinimalStatement {
  /// Statements about everything last; the others by service and resource.
  fileprivate var order: (Int, String, String) {
    (resources == ["*"] ? 1 : 0, actions.first?.name ?? "", resources.first?.pattern ?? "")
  }
}

extension Text {
  /// Less is wider: text without wildcards is narrowest.
  fileprivate var breadth: Int {
    isWildcard ? 0 : (glob.utf8.contains(UInt8(ascii: "*")) ? 1 : 2)
  }
}
