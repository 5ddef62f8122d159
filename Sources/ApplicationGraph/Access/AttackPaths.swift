internal import FindingModel

extension AccessGraph {
  /// What to list attack paths for; `nil` for everybody outside, and for all goals.
  package struct AttackQuery: Sendable {
    package var from: [Int32]?
    package var to: [Int32]?
    /// Paths that are listed; the rest is counted.
    package var limit: Int

    package init(from: [Int32]? = nil, to: [Int32]? = nil, limit: Int = 200) {
      self.from = from
      self.to = to
      self.limit = limit
    }
  }

  package struct AttackPaths: Sendable {
    /// Highest score first.
    package let paths: [AttackPath]
    /// How many more there are beyond the limit.
    package let omitted: Int
  }

  /// Ways to the goals, highest score first, one for each function that is the way in and each goal.
  ///
  /// Cost is that of a few searches of the whole graph, whatever the number of paths.
  package func attackPaths(_ query: AttackQuery = AttackQuery()) -> AttackPaths {
    let starts = query.from ?? nodes.indices.filter { nodes[$0].kind.isWho }.map { Int32($0) }
    let goals = query.to ?? nodes.indices.filter { nodes[$0].kind.isGoal }.map { Int32($0) }
    var found: [AttackDraft] = []
    for start in starts {
      if nodes[Int(start)].kind.isWho {
        found += drafts(fromStranger: start, to: goals)
      } else {
        found += drafts(from: start, to: goals)
      }
    }
    let chosen = readable(found)
    let cuts = AttackCuts(self, chosen)
    let listed = chosen.prefix(max(query.limit, 0))
    return AttackPaths(
      paths: listed.map { path($0, cut: cuts.cut(of: $0)) }, omitted: chosen.count - listed.count)
  }

  /// Ends of the way to a node: having it at all.
  private func ends(_ node: Int32) -> [(state: AttackState, points: Int32)] {
    let kind = nodes[Int(node)].kind
    if kind.isGoal { return [(AttackState(node, strong: true), Points.goal(kind))] }
    var ends = worth(of: node)
    // An administrator reaches whatever there is, without an edge to each of it.
    if kind != .api, kind != .service, !kind.isWho, let admin = self.node("admin") {
      ends.append((AttackState(admin, strong: true), Points.throughAdministration))
    }
    return ends
  }

  /// Having a resource, at the price that it has on the way to the goal it holds.
  private func worth(of node: Int32) -> [(state: AttackState, points: Int32)] {
    var points: [AttackState: Int32] = [:]
    for number in outgoing(node) where edges[number].kind == .holds {
      let goal = nodes[Int(edges[number].target)].kind
      guard goal.isGoal else { continue }
      moves(along: Int32(number)) { move in
        points[move.from] = min(points[move.from] ?? .max, move.cost + Points.goal(goal))
      }
    }
    let dearest = points.values.max() ?? 0
    return [false, true].map { isStrong in
      let state = AttackState(node, strong: isStrong)
      return (state, points[state] ?? dearest)
    }
  }

  // MARK: From outside

  /// One way for each entry and goal: the entry's cheapest way in, joined to its cheapest way on.
  private func drafts(fromStranger start: Int32, to goals: [Int32]) -> [AttackDraft] {
    let entering = ShortestMoves(
      self, starts: [(self.start(at: start), Points.start(nodes[Int(start)].kind))], reversed: false,
      through: { ![.function, .role].contains(self.nodes[Int($0.node)].kind) })
    let entries = (0..<Int32(nodes.count * 2)).map(AttackState.init(number:)).filter {
      isEntry($0) && entering.reaches($0)
    }
    var result: [AttackDraft] = []
    for goal in goals {
      let leaving = ShortestMoves(self, starts: ends(goal), reversed: true)
      for entry in entries where leaving.reaches(entry) {
        let ahead = leaving.chain(entry)
        // A resource is a way in only for what it holds itself; what it triggers is a way in of its own.
        if !nodes[Int(entry.node)].kind.isActor, ahead.count > 1, !nodes[Int(ahead[1].state.node)].kind.isGoal
        {
          continue
        }
        result.append(
          AttackDraft(
            states: entering.chain(entry).reversed().map(\.state) + ahead.dropFirst().map(\.state),
            edges: entering.chain(entry).reversed().dropFirst().map(\.edge) + ahead.dropLast().map(\.edge),
            entry: entry, goal: goal,
            points: entering.cost[Int(entry.number)] + leaving.cost[Int(entry.number)]))
      }
    }
    return result
  }

  /// Where a path from outside gets its name: code, a role, or a resource that strangers may use directly.
  private func isEntry(_ state: AttackState) -> Bool {
    let kind = nodes[Int(state.node)].kind
    return kind == .function || kind == .role || kind.goal != nil
  }

  // MARK: From a node

  /// One way to each thing that holds the goal.
  private func drafts(from start: Int32, to goals: [Int32]) -> [AttackDraft] {
    let begin = self.start(at: start)
    let forward = ShortestMoves(self, starts: [(begin, 0)], reversed: false)
    var result: [AttackDraft] = []
    for goal in goals where goal != start {
      let isGoal = nodes[Int(goal)].kind.isGoal
      let best = ends(goal).filter { forward.reaches($0.state) }
        .min { forward.cost[Int($0.state.number)] < forward.cost[Int($1.state.number)] }
      guard let best else { continue }
      if !isGoal {
        result.append(draft(to: best.state, [], forward, goal: goal, begin: begin, extra: best.points))
        continue
      }
      for number in incoming(goal) {
        var last: AttackMove?
        moves(along: number) { move in
          guard forward.reaches(move.from) else { return }
          if let known = last, self.total(known, forward) <= self.total(move, forward) { return }
          last = move
        }
        guard let last else { continue }
        result.append(
          draft(to: last.from, [last], forward, goal: goal, begin: begin, extra: best.points + last.cost))
      }
    }
    return result
  }

  private func total(_ move: AttackMove, _ forward: ShortestMoves) -> Int32 {
    forward.cost[Int(move.from.number)] + move.cost
  }

  private func draft(
    to state: AttackState, _ last: [AttackMove], _ forward: ShortestMoves, goal: Int32, begin: AttackState,
    extra: Int32
  ) -> AttackDraft {
    let chain = forward.chain(state).reversed()
    return AttackDraft(
      states: chain.map(\.state) + last.map(\.to), edges: chain.dropFirst().map(\.edge) + last.map(\.edge),
      entry: begin, goal: goal, points: forward.cost[Int(state.number)] + extra)
  }

  // MARK: What a person reads

  /// Sorted, without ways that say the same as a better one.
  private func readable(_ drafts: [AttackDraft]) -> [AttackDraft] {
    struct Key: Hashable {
      let entry: Int32
      let goal: Int32
      let asset: Int32?
    }
    let sorted = drafts.sorted { left, right in
      left.points == right.points
        ? left.states.lexicographicallyPrecedes(right.states) { $0.number < $1.number }
        : left.points < right.points
    }
    let direct = Set(sorted.map { Key(entry: $0.entry.node, goal: $0.goal, asset: nil) })
    var seen: Set<Key> = []
    return sorted.filter { draft in
      let isNamed = !nodes[Int(draft.states[0].node)].kind.isWho
      // From a node that was named, each thing won is a line; from outside, each way in.
      let key = Key(entry: draft.entry.node, goal: draft.goal, asset: isNamed ? draft.asset(in: self) : nil)
      guard seen.insert(key).inserted else { return false }
      // A way on through another way in that is better known as its own path says nothing new.
      let detour = draft.states.dropFirst().contains { state in
        state.node != draft.entry.node && self.nodes[Int(state.node)].kind == .function
          && direct.contains(Key(entry: state.node, goal: draft.goal, asset: nil))
      }
      return isNamed || !detour || draft.isShortcut(in: self)
    }
  }

  private func path(_ draft: AttackDraft, cut: AttackCut?) -> AttackPath {
    let functions = draft.states.filter { nodes[Int($0.node)].kind == .function }
    let takeovers = draft.edges.indices.filter { draft.edges[$0] == -1 }.map { draft.states[$0].node }
    return AttackPath(
      steps: steps(of: draft), from: draft.states[0].node, to: draft.goal, asset: draft.asset(in: self),
      function: functions.first?.node, score: max(1, 100 - Int(draft.points)),
      onlyWrites: draft.onlyWrites(in: self), alsoWrites: draft.alsoWrites(in: self), cut: cut,
      isProven: takeovers.isEmpty ? nil : takeovers.allSatisfy { compromise(of: $0) != nil })
  }

  private func steps(of draft: AttackDraft) -> [AttackPath.Step] {
    var steps: [AttackPath.Step] = []
    for (index, state) in draft.states.enumerated() {
      let node = nodes[Int(state.node)]
      guard index > 0 else {
        let note = node.kind.isWho ? node.title : "whoever controls \(node.kind.title) '\(node.title)'"
        steps.append(.init(node: state.node, edge: nil, note: note, location: node.location, condition: nil))
        continue
      }
      let edge = draft.edges[index - 1]
      if edge >= 0 {
        let reason = evidence[Int(edges[Int(edge)].evidence)]
        // What is no part of the template stands nowhere in it.
        let source = nodes[Int(edges[Int(edge)].source)]
        let isPlaced = edges[Int(edge)].kind != .holds || source.location != nil || source.extent == .one
        steps.append(
          .init(
            node: state.node, edge: edge, note: reason.note,
            location: isPlaced ? reason.location : nil,
            condition: reason.condition))
      } else if let proof = compromise(of: state.node) {
        steps.append(
          .init(
            node: state.node, edge: nil, note: "\(proof.field) takes over '\(node.title)': \(proof.how)",
            location: proof.location, condition: nil))
      } else {
        steps.append(
          .init(
            node: state.node, edge: nil, note: "if the code of '\(node.title)' is flawed",
            location: node.location, condition: "the code of '\(node.title)' is flawed"))
      }
    }
    return steps
  }
}

/// A path before it is written out.
struct AttackDraft {
  let states: [AttackState]
  /// One fewer than states; -1 for taking over code.
  let edges: [Int32]
  let entry: AttackState
  let goal: Int32
  let points: Int32

  /// What holds the goal: the last but one, or the end itself where it is no goal.
  func asset(in graph: AccessGraph) -> Int32 { won(in: graph)?.node ?? goal }

  /// The resource that is won, and how; the end itself where it is no goal.
  func won(in graph: AccessGraph) -> AttackState? {
    guard let last = states.last else { return nil }
    let isGoal = graph.nodes[Int(last.node)].kind.isGoal
    return isGoal && states.count > 1 ? states[states.count - 2] : last
  }

  func onlyWrites(in graph: AccessGraph) -> Bool {
    guard let won = won(in: graph), graph.nodes[Int(won.node)].kind.goal == .data else { return false }
    return won.isStrong
  }

  /// Whether whoever comes by the last step to what it reads may change it as well.
  func alsoWrites(in graph: AccessGraph) -> Bool {
    guard let won = won(in: graph), !won.isStrong, graph.nodes[Int(won.node)].kind.goal == .data,
      let index = states.lastIndex(of: won), index > 0
    else { return false }
    let writing: Set<AccessEdgeKind> = [.mayWrite, .mayAdminister]
    return graph.outgoing(states[index - 1].node).contains {
      graph.edges[$0].target == won.node && writing.contains(graph.edges[$0].kind)
    }
  }

  /// Whether it leaves its entry by changing other code rather than by calling it.
  fileprivate func isShortcut(in graph: AccessGraph) -> Bool {
    edges.contains { $0 >= 0 && graph.edges[Int($0)].kind == .mayAdminister }
  }
}

extension AccessNodeKind {
  /// Acts with rights of its own.
  var isActor: Bool { self == .function || self == .role || self == .stateMachine || self == .user }
}
