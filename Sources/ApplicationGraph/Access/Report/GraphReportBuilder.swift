internal import ApplicationModel
package import FindingModel

/// Brings the graphs of several applications, and of the scenarios of one, into one report.
package struct GraphReportBuilder: Sendable {
  /// What is asked of every application's graph; `nil` for everybody outside and for all goals.
  package struct Question: Sendable {
    package var from: String?
    package var to: String?
    package var pathLimit: Int

    package init(from: String? = nil, to: String? = nil, pathLimit: Int = 200) {
      self.from = from
      self.to = to
      self.pathLimit = pathLimit
    }
  }

  private let question: Question
  private let isSeveral: Bool
  private var nodes: [GraphNode] = []
  private var positions: [String: Int] = [:]
  private var edges: [GraphEdge] = []
  private var edgePositions: [EdgeKey: Int] = [:]
  private var paths: [GraphPath] = []
  private var pathKeys: Set<[String]> = []
  private var omitted = 0
  private var notices: [String] = []
  private var applications: [String] = []
  private var prefix = ""
  private var scenario: [String] = []
  private var foundFrom = false
  private var foundTo = false

  private struct EdgeKey: Hashable {
    let source: Int
    let target: Int
    let kind: String
  }

  /// Nodes of a blast radius that are listed by name.
  package static let radiusLimit = 40
  /// Functions whose blast radius is worked out; each costs a search of what it reaches.
  package static let radiusFunctions = 2_000
  /// Things that all of them reach together.
  package static let radiusWork = 1_000_000

  /// - Parameter isSeveral: Whether ids need the application's name to be unique.
  package init(_ question: Question, isSeveral: Bool) {
    self.question = question
    self.isSeveral = isSeveral
  }

  /// Whether some graph had a node of the name that was asked for.
  package var unknownNames: [String] {
    [foundFrom ? nil : question.from, foundTo ? nil : question.to].compactMap { $0 }
  }

  /// - Parameters:
  ///   - scenarios: One application under each of its scenarios.
  ///   - prefix: What stands before its paths, where several folders were given.
  package mutating func add(
    _ scenarios: [(access: AccessGraph, exposures: ApplicationGraph)], prefix: String = ""
  ) {
    guard let first = scenarios.first else { return }
    self.prefix = prefix
    let path = placed(first.access.application.path)
    if !applications.contains(path) { applications.append(path) }
    let common = scenarios.count > 1 ? CommonEvidence(scenarios.map(\.access)) : nil
    for (graph, exposures) in scenarios {
      scenario = common.map { _ in graph.application.scenario.assumptions.map(\.description) } ?? []
      for sentence in graph.incomplete where !notices.contains(sentence) { notices.append(sentence) }
      add(graph, exposures, common)
    }
  }

  private mutating func add(_ graph: AccessGraph, _ exposures: ApplicationGraph, _ common: CommonEvidence?) {
    let from = question.from.map(graph.nodes(named:))
    let to = question.to.map(graph.nodes(named:))
    foundFrom = foundFrom || from?.isEmpty == false
    foundTo = foundTo || to?.isEmpty == false
    let local = addNodes(of: graph, exposures: exposures)
    addEdges(of: graph, at: local, common)
    if from?.isEmpty == true || to?.isEmpty == true { return }
    let found = graph.attackPaths(.init(from: from, to: to, limit: question.pathLimit))
    omitted += found.omitted
    for path in found.paths {
      let keys = path.steps.map { nodes[local[Int($0.node)]].id }
      guard pathKeys.insert(keys).inserted else { continue }
      paths.append(self.path(path, graph, local))
    }
  }

  private func placed(_ path: String) -> String { prefix.isEmpty ? path : prefix + "/" + path }

  private func placed(_ location: SourceLocation) -> SourceLocation {
    guard !prefix.isEmpty else { return location }
    return SourceLocation(
      path: placed(location.path), line: Int(location.line), column: Int(location.column),
      endLine: Int(location.endLine), endColumn: Int(location.endColumn))
  }

  private mutating func addNodes(of graph: AccessGraph, exposures: ApplicationGraph) -> [Int] {
    let application = placed(graph.application.path)
    var radii = 0
    var reached = 0
    return graph.nodes.indices.map { number in
      let node = graph.nodes[number]
      let isShared = node.kind.isWho || node.kind.isGoal
      let id = isShared || !isSeveral ? node.key : "\(application)#\(node.key)"
      if let known = positions[id] { return known }
      var facts: [GraphFact] = []
      var radius: GraphRadius?
      if node.kind == .function,
        let function = exposures.function(String(node.key.dropFirst("function:".count)))
      {
        let ways = exposures.exposurePaths(of: function)
        facts.append(GraphFact("Exposure", (ways.first?.exposure ?? .nobody).name))
        if let way = ways.first { facts.append(GraphFact("Because", way.summary)) }
        if let proof = graph.compromise(of: Int32(number)) {
          facts.append(GraphFact("Flaw", "\(proof.field): \(proof.how) (\(placed(proof.location)))"))
        }
        radii += 1
        if radii <= Self.radiusFunctions, reached <= Self.radiusWork {
          let found = self.radius(of: Int32(number), graph)
          reached += found.count
          radius = found
        } else {
          noteRadius(of: graph)
        }
      }
      positions[id] = nodes.count
      nodes.append(
        GraphNode(
          id: id, kind: node.kind.rawValue, title: node.title, column: node.kind.column,
          application: isShared ? nil : application, location: node.location.map(placed), facts: facts,
          radius: radius))
      return nodes.count - 1
    }
  }

  private mutating func noteRadius(of graph: AccessGraph) {
    let sentence =
      "\(placed(graph.application.path)) has too many functions to work out the blast radius of each; those that "
      + "come first have one"
    if !notices.contains(sentence) { notices.append(sentence) }
  }

  private func radius(of number: Int32, _ graph: AccessGraph) -> GraphRadius {
    let radius = graph.blastRadius(of: number)
    let prefix = isSeveral ? "\(placed(graph.application.path))#" : ""
    let listed = radius.reached.prefix(Self.radiusLimit).map { reach in
      GraphRadius.Reach(
        node: prefix + graph.nodes[Int(reach.node)].key, reads: reach.reads, writes: reach.writes,
        administers: reach.administers)
    }
    return GraphRadius(isAdministrator: radius.isAdministrator, reached: listed, count: radius.count)
  }

  private mutating func addEdges(of graph: AccessGraph, at local: [Int], _ common: CommonEvidence?) {
    for edge in graph.edges {
      let key = EdgeKey(
        source: local[Int(edge.source)], target: local[Int(edge.target)], kind: edge.kind.name)
      let reason = graph.evidence[Int(edge.evidence)]
      // What holds in some scenarios only says in which.
      let isCommon = common?.contains(edge, of: graph) ?? true
      let conditions = [reason.condition].compactMap { $0 } + (isCommon ? [] : scenario)
      let evidence = GraphEvidence(
        location: placed(reason.location), note: reason.note,
        condition: conditions.isEmpty ? nil : conditions.joined(separator: ", and "))
      if let known = edgePositions[key] {
        if !edges[known].evidence.contains(evidence) { edges[known].evidence.append(evidence) }
      } else {
        edgePositions[key] = edges.count
        edges.append(GraphEdge(source: key.source, target: key.target, kind: key.kind, evidence: [evidence]))
      }
    }
  }

  private func path(_ path: AttackPath, _ graph: AccessGraph, _ local: [Int]) -> GraphPath {
    let steps = path.steps.map { step in
      GraphPath.Step(
        node: local[Int(step.node)], kind: step.edge.map { graph.edges[Int($0)].kind.name }, note: step.note,
        location: step.location.map(placed), condition: step.condition)
    }
    return GraphPath(
      title: graph.title(of: path), severity: path.severity, score: path.score, isProven: path.isProven,
      steps: steps,
      cut: path.cut.map { .init(advice: $0.advice, paths: $0.paths, isComplete: $0.isComplete) })
  }

  /// The report, sorted and without nodes that nothing leads to or from.
  package func report(toolVersion: String, width: Int) -> GraphReport {
    let used = Set(edges.flatMap { [$0.source, $0.target] })
    let order = nodes.indices.filter { used.contains($0) || nodes[$0].column == .function }.sorted {
      let (left, right) = (nodes[$0], nodes[$1])
      return (left.column.rawValue, left.application ?? "", left.kind, left.title, left.id)
        < (right.column.rawValue, right.application ?? "", right.kind, right.title, right.id)
    }
    var moved = [Int](repeating: -1, count: nodes.count)
    for (new, old) in order.enumerated() { moved[old] = new }
    let edges = self.edges.map {
      GraphEdge(source: moved[$0.source], target: moved[$0.target], kind: $0.kind, evidence: $0.evidence)
    }
    let paths = self.paths.map { path in
      GraphPath(
        title: path.title, severity: path.severity, score: path.score, isProven: path.isProven,
        steps: path.steps.map {
          .init(
            node: moved[$0.node], kind: $0.kind, note: $0.note, location: $0.location, condition: $0.condition
          )
        }, cut: path.cut)
    }
    // Stable for equal scores: applications came in order, and so did each one's paths.
    let ranked = paths.enumerated().sorted {
      ($1.element.score, $0.offset) < ($0.element.score, $1.offset)
    }.map(\.element)
    return GraphReport(
      toolVersion: toolVersion, applications: applications, nodes: order.map { nodes[$0] },
      edges: edges.sorted { ($0.source, $0.target, $0.kind) < ($1.source, $1.target, $1.kind) },
      paths: ranked, omittedPaths: omitted,
      question: "from \(question.from ?? "anyone outside") to \(question.to ?? "data, secrets and admin")",
      notices: notices, width: width)
  }
}

/// Which edges exist for the same reason in every scenario of an application.
private struct CommonEvidence {
  private struct Key: Hashable {
    let source: String
    let target: String
    let kind: AccessEdgeKind
    let evidence: AccessEvidence
  }

  private var counts: [Key: Int] = [:]
  private let scenarios: Int

  init(_ graphs: [AccessGraph]) {
    scenarios = graphs.count
    for graph in graphs {
      for key in Set(graph.edges.map { Self.key($0, graph) }) { counts[key, default: 0] += 1 }
    }
  }

  func contains(_ edge: AccessEdge, of graph: AccessGraph) -> Bool {
    counts[Self.key(edge, graph)] == scenarios
  }

  private static func key(_ edge: AccessEdge, _ graph: AccessGraph) -> Key {
    Key(
      source: graph.nodes[Int(edge.source)].key, target: graph.nodes[Int(edge.target)].key, kind: edge.kind,
      evidence: graph.evidence[Int(edge.evidence)])
  }
}

extension AccessGraph {
  /// `Anyone on the internet may read 'Orders' through 'Work'`.
  fileprivate func title(of path: AttackPath) -> String {
    let start = nodes[Int(path.from)]
    let end = nodes[Int(path.to)]
    let asset = nodes[Int(path.asset)]
    let who = start.kind.isWho ? start.title : "\(start.kind.title) \(start.title)"
    let through = path.function.flatMap { $0 == path.from ? nil : " through \(nodes[Int($0)].title)" } ?? ""
    let what =
      asset.extent == .every
      ? "every \(asset.kind.title) of the account" : "\(asset.kind.title) \(asset.title)"
    let access = path.onlyWrites ? "changes" : path.alsoWrites ? "reads and changes" : "reads"
    // A path to the one table that was asked for says the same as the path to data that ends there.
    switch end.kind.isGoal ? end.kind : end.kind.goal ?? end.kind {
    case .admin: return "\(who) → administrator of the account\(through)"
    case .secrets: return "\(who) → reads \(what)\(through)"
    case .data: return "\(who) → \(access) \(what)\(through)"
    default: return "\(who) → \(end.kind.title) \(end.title)\(through)"
    }
  }
}

extension AccessNodeKind {
  package var column: GraphColumn {
    switch self {
    case .internet, .authenticatedUsers, .otherAccounts: .who
    case .api, .service, .identityPool, .user, .rule: .entry
    case .function, .stateMachine: .function
    case .role: .role
    case .bucket, .table, .database, .queue, .topic, .stream, .bus, .secret, .parameter, .key, .userPool,
      .logGroup:
      .resource
    case .data, .secrets, .admin: .goal
    }
  }
}
