internal import FindingModel

/// What whoever controls something can do, directly and through what he gains on the way.
package struct BlastRadius: Hashable, Sendable {
  package struct Reach: Hashable, Sendable {
    package let node: Int32
    package let reads: Bool
    package let writes: Bool
    package let administers: Bool
  }

  /// Resources, functions and roles in the order of the graph, without the beginning itself.
  package let reached: [Reach]
  /// Whether the way ends at the administration of the account, so that the list is the least of it.
  package let isAdministrator: Bool

  package var count: Int { reached.count }
}

extension AccessGraph {
  /// - Parameter node: A function, role, user or anything else; the attacker is taken to control it.
  package func blastRadius(of node: Int32) -> BlastRadius {
    // Code that is only fed does nothing for him by itself; the next functions count if he may change them.
    var seen: Set<AttackState> = [start(at: node)]
    var waiting = [start(at: node)]
    var access: [Int32: UInt8] = [:]
    while let state = waiting.popLast() {
      for number in outgoing(state.node) {
        let edge = edges[number]
        moves(along: Int32(number)) { move in
          guard move.from == state else { return }
          access[edge.target, default: 0] |= bits(edge.kind, move)
          if seen.insert(move.to).inserted { waiting.append(move.to) }
        }
      }
    }
    let goals = access.keys.filter { nodes[Int($0)].kind == .admin }
    let reached = access.keys.filter { $0 != node && isCounted($0) }.sorted().map { target in
      let bits = access[target] ?? 0
      return BlastRadius.Reach(
        node: target, reads: bits & 1 != 0, writes: bits & 2 != 0, administers: bits & 4 != 0)
    }
    return BlastRadius(reached: reached, isAdministrator: !goals.isEmpty)
  }

  /// A function's own role is how it acts, not what it reaches; doors and goals are no things.
  private func isCounted(_ node: Int32) -> Bool {
    let kind = nodes[Int(node)].kind
    return !kind.isGoal && !kind.isWho && kind != .api && kind != .service && kind != .rule && kind != .role
  }

  private func bits(_ kind: AccessEdgeKind, _ move: AttackMove) -> UInt8 {
    switch kind {
    case .mayRead: 1
    case .mayWrite, .mayInvoke, .triggers, .flowsTo: 2
    case .mayAdminister: 4
    case .holds: !move.to.isStrong ? 1 : nodes[Int(move.to.node)].kind.runsCode ? 4 : 2
    case .executesAs: 0
    }
  }
}
