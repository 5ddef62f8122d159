/// A node as an attacker has it: two states for each, so that reading is not writing and feeding not controlling.
struct AttackState: Hashable {
  /// Twice the node's number, plus one for ``isStrong``.
  let number: Int32

  init(number: Int32) { self.number = number }

  init(_ node: Int32, strong: Bool) { number = node * 2 + (strong ? 1 : 0) }

  var node: Int32 { number / 2 }

  /// Code under control, a resource that may be written; otherwise code that is fed, a resource that is read.
  var isStrong: Bool { number % 2 == 1 }
}

/// One step of an attack.
struct AttackMove {
  let from: AttackState
  let to: AttackState
  /// Number of the edge; -1 for taking over code that is fed.
  let edge: Int32
  /// Points off the score.
  let cost: Int32
}

extension AccessGraph {
  /// Points taken off a perfect score of 100.
  package enum Points {
    static let hop: Int32 = 1
    static let condition: Int32 = 10
    /// Code that nobody has shown to be flawed.
    static let assumedFlaw: Int32 = 30
    static let onlyWritesData: Int32 = 8
    static let throughAdministration: Int32 = 5

    static func start(_ kind: AccessNodeKind) -> Int32 {
      switch kind {
      case .authenticatedUsers: 12
      case .otherAccounts: 18
      default: 0
      }
    }

    static func goal(_ kind: AccessNodeKind) -> Int32 {
      switch kind {
      case .secrets: 6
      case .data: 10
      default: 0
      }
    }
  }

  /// The state of a node with which an attack begins there.
  func start(at node: Int32) -> AttackState { AttackState(node, strong: true) }

  /// Moves along an edge, at most two.
  func moves(along number: Int32, _ yield: (AttackMove) -> Void) {
    let edge = edges[Int(number)]
    let source = nodes[Int(edge.source)].kind
    let target = nodes[Int(edge.target)].kind
    var cost = Points.hop
    if evidence[Int(edge.evidence)].condition != nil { cost += Points.condition }
    func move(_ from: Bool, _ to: Bool, _ extra: Int32 = 0) {
      yield(
        AttackMove(
          from: AttackState(edge.source, strong: from), to: AttackState(edge.target, strong: to),
          edge: number,
          cost: cost + extra))
    }
    switch edge.kind {
    case .holds:
      guard target.isGoal else {
        move(false, false)
        move(true, true)
        return
      }
      move(false, true)
      // Who writes a secret does not know it; who writes data has changed it.
      if target == .data { move(true, true, Points.onlyWritesData) }
    case .flowsTo:
      move(false, false)
      move(true, false)
    case .triggers:
      if source == .stateMachine { move(false, false) }
      move(true, !target.runsCode)
    case .executesAs:
      move(true, true)
    case .mayRead:
      move(true, false)
    case .mayWrite, .mayInvoke:
      move(true, !target.runsCode)
    case .mayAdminister:
      move(true, true)
      // Who may open a resource to himself may read it.
      if target.goal != nil { move(true, false) }
    }
  }

  /// Taking over the code of a function that one may feed; `nil` for what has no code.
  func takeover(of node: Int32) -> AttackMove? {
    guard nodes[Int(node)].kind == .function, nodes[Int(node)].extent != .every else { return nil }
    let cost = compromise(of: node) == nil ? Points.assumedFlaw : 0
    return AttackMove(
      from: AttackState(node, strong: false), to: AttackState(node, strong: true), edge: -1, cost: cost)
  }

  func forEachMove(from state: AttackState, _ yield: (AttackMove) -> Void) {
    for number in outgoing(state.node) {
      moves(along: Int32(number)) { if $0.from == state { yield($0) } }
    }
    if !state.isStrong, let takeover = takeover(of: state.node) { yield(takeover) }
  }

  func forEachMove(to state: AttackState, _ yield: (AttackMove) -> Void) {
    for number in incoming(state.node) {
      moves(along: number) { if $0.to == state { yield($0) } }
    }
    if state.isStrong, let takeover = takeover(of: state.node) { yield(takeover) }
  }
}
