internal import FindingModel

/// Which single thing ends a path, and how many of the others with it.
struct AttackCuts {
  /// A statement, trigger or policy as a person sees it: two edges of one statement are one thing.
  struct Thing: Hashable {
    let source: AccessEvidence.Source
    let location: SourceLocation
    let isNeeded: Bool
  }

  private let graph: AccessGraph
  private let paths: [Thing: Int]
  private let edges: [Thing: Set<Int32>]

  /// Cost is linear in the edges of the graph and of the drafts.
  init(_ graph: AccessGraph, _ drafts: [AttackDraft]) {
    self.graph = graph
    var paths: [Thing: Int] = [:]
    for draft in drafts {
      for thing in Set(draft.edges.compactMap { Self.thing($0, graph) }) { paths[thing, default: 0] += 1 }
    }
    self.paths = paths
    var edges: [Thing: Set<Int32>] = [:]
    for number in graph.edges.indices {
      guard let thing = Self.thing(Int32(number), graph), paths[thing] != nil else { continue }
      edges[thing, default: []].insert(Int32(number))
    }
    self.edges = edges
  }

  private static func thing(_ edge: Int32, _ graph: AccessGraph) -> Thing? {
    guard edge >= 0 else { return nil }
    let evidence = graph.evidence[Int(graph.edges[Int(edge)].evidence)]
    // What follows from the kind of a resource cannot be removed, and a flow is repaired in code.
    guard evidence.source != .nature else { return nil }
    return Thing(source: evidence.source, location: evidence.location, isNeeded: evidence.isNeeded)
  }

  /// The thing that ends most paths, this one completely if there is such a thing.
  func cut(of draft: AttackDraft) -> AttackCut? {
    var candidates: [(edge: Int32, thing: Thing)] = []
    for edge in draft.edges {
      guard let thing = Self.thing(edge, graph), !candidates.contains(where: { $0.thing == thing }) else {
        continue
      }
      candidates.append((edge, thing))
    }
    let ranked = candidates.sorted { left, right in
      if left.thing.isInUse != right.thing.isInUse { return !left.thing.isInUse }
      let (l, r) = (paths[left.thing] ?? 0, paths[right.thing] ?? 0)
      if l != r { return l > r }
      return left.thing.rank == right.thing.rank
        ? left.thing.location < right.thing.location : left.thing.rank < right.thing.rank
    }
    for candidate in ranked where ends(draft, without: edges[candidate.thing] ?? []) {
      return cut(candidate.edge, candidate.thing, isComplete: true)
    }
    return ranked.first.map { cut($0.edge, $0.thing, isComplete: false) }
  }

  /// Whether nothing else leads from the beginning over the same way in to the same end.
  private func ends(_ draft: AttackDraft, without removed: Set<Int32>) -> Bool {
    let isGone = { (edge: Int32) in removed.contains(edge) }
    let position = draft.states.firstIndex(of: draft.entry) ?? 0
    if draft.edges.prefix(position).contains(where: isGone) {
      // Few edges lie upstream of the way in: the search runs against them. Other code is another way in.
      return !graph.leads(
        from: draft.states[0], to: draft.entry, backwards: true,
        through: { ![.function, .role].contains(graph.nodes[Int($0.node)].kind) }, without: isGone)
    }
    // The same resource as before: another one that holds data is another path.
    guard let end = draft.won(in: graph) else { return false }
    return !graph.leads(from: draft.entry, to: end, backwards: false, through: { _ in true }, without: isGone)
  }

  private func cut(_ edge: Int32, _ thing: Thing, isComplete: Bool) -> AttackCut {
    let number = graph.edges[Int(edge)].evidence
    let evidence = graph.evidence[Int(number)]
    let count = paths[thing] ?? 1
    return AttackCut(
      evidence: number, advice: thing.source.advice(evidence, graph.edges[Int(edge)].kind), paths: count,
      isComplete: isComplete)
  }
}

extension AttackCuts.Thing {
  /// Whether something would no longer work without it: rights that the code uses, doors that are guarded.
  fileprivate var isInUse: Bool { isNeeded || source == .trigger(.guarded) }

  /// Rights that nobody needs are cheaper to give up than a way in that users take.
  fileprivate var rank: Int {
    switch source {
    case .managedPolicy: 0
    case .statement: 1
    case .trustPolicy: 2
    case .resourcePolicy: 3
    case .flow: 4
    case .guests: 5
    case .trigger: 6
    case .nature: 7
    }
  }
}

extension AccessEvidence.Source {
  fileprivate func advice(_ evidence: AccessEvidence, _ kind: AccessEdgeKind) -> String {
    let place = "\(evidence.location.path):\(evidence.location.line)"
    switch self {
    case .statement where evidence.isNeeded:
      return "Narrow the statement at \(place) to what the code needs: \(evidence.note)."
    case .statement:
      return "Narrow or remove the statement at \(place): \(evidence.note)."
    case .managedPolicy:
      return "Replace the managed policy at \(place) by statements for what the code needs."
    case .trustPolicy:
      return "Name in the trust policy at \(place) only who must assume the role."
    case .resourcePolicy:
      return "Close the policy at \(place) to everybody who is not named: \(evidence.note)."
    case .guests:
      return "Give guests no credentials (\(place)), or narrow what their role allows."
    case .trigger(let door): return door.advice(evidence.note, place)
    case .flow:
      return "Check the value in the code at \(place) before it is handed on: \(evidence.note)."
    case .nature:
      return "Change \(place): \(evidence.note)."
    }
  }
}

extension AccessEvidence.TriggerGuard {
  fileprivate func advice(_ note: String, _ place: String) -> String {
    switch self {
    case .open: "Put an authorizer before the trigger at \(place), or remove it: \(note)."
    case .openConnection:
      "Put an authorizer on the route $connect of the API, or remove the route at \(place): \(note)."
    case .guarded: "Let the authorizer of the trigger at \(place) admit only who needs it: \(note)."
    case .source: "Let nobody else fill the source of the trigger at \(place), or remove it: \(note)."
    case .platform: "Remove the trigger at \(place) if nobody needs it: \(note)."
    case .permission: "Name in the permission at \(place) only who must call the function: \(note)."
    }
  }
}

extension AccessGraph {
  /// Whether a way is left without some edges; stops as soon as it is found.
  func leads(
    from start: AttackState, to end: AttackState, backwards: Bool, through expands: (AttackState) -> Bool,
    without cut: (Int32) -> Bool
  ) -> Bool {
    let (first, last) = backwards ? (end, start) : (start, end)
    var seen: Set<AttackState> = [first]
    var waiting = [first]
    while let state = waiting.popLast() {
      if state == last { return true }
      guard state == first || expands(state) else { continue }
      func visit(_ move: AttackMove) {
        if move.edge >= 0, cut(move.edge) { return }
        let next = backwards ? move.from : move.to
        if seen.insert(next).inserted { waiting.append(next) }
      }
      if backwards { forEachMove(to: state, visit) } else { forEachMove(from: state, visit) }
    }
    return false
  }
}
