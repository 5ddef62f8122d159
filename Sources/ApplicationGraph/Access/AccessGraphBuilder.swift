internal import ApplicationModel
internal import FindingModel

/// Makes the nodes and edges of one application's graph.
struct AccessGraphBuilder {
  let graph: ApplicationGraph
  let limits: AccessGraph.Limits
  private(set) var nodes: [AccessNode] = []
  private(set) var edges: [AccessEdge] = []
  private(set) var evidence: [AccessEvidence] = []
  private(set) var incomplete: [String] = []
  /// The node of a resource that has one of its own, by logical id.
  private(set) var nodesByID: [String: Int32] = [:]
  /// Resources of a kind, in the order of the application.
  private(set) var members: [AccessNodeKind: [NamedNode]] = [:]
  /// Ways in whose callers are already known.
  var doors: Set<Int32> = []
  var targets = TargetCache()
  var actions = ActionGrants()
  private var numbers: [String: Int32] = [:]

  init(_ graph: ApplicationGraph, limits: AccessGraph.Limits) {
    self.graph = graph
    self.limits = limits
  }

  /// - Parameter key: Unique; a node that exists is returned as it is.
  mutating func node(
    _ key: String, _ kind: AccessNodeKind, _ title: String, at location: SourceLocation? = nil,
    extent: AccessNode.Extent = .one
  ) -> Int32 {
    if let number = numbers[key] { return number }
    let number = Int32(nodes.count)
    nodes.append(AccessNode(key: key, kind: kind, title: title, location: location, extent: extent))
    numbers[key] = number
    return number
  }

  func existingNode(_ key: String) -> Int32? { numbers[key] }

  /// - Parameter name: The resource's physical name, by which policies outside its own template know it.
  mutating func add(_ resource: any Resource, _ kind: AccessNodeKind, name: Value<Text> = .absent) {
    let number = node("\(kind.rawValue):\(resource.id)", kind, resource.name, at: resource.location)
    nodesByID[resource.id] = number
    members[kind, default: []].append(NamedNode(node: number, id: resource.id, name: name.value))
  }

  mutating func add(_ evidence: AccessEvidence) -> Int32 {
    self.evidence.append(evidence)
    return Int32(self.evidence.count - 1)
  }

  mutating func connect(_ source: Int32, _ target: Int32, _ kind: AccessEdgeKind, by evidence: Int32) {
    guard edges.count < limits.edges else {
      note(
        "the graph of \(graph.application.path) has more than \(limits.edges) edges; the rest was left out")
      return
    }
    edges.append(AccessEdge(source: source, target: target, evidence: evidence, kind: kind))
  }

  /// Says once that something was cut.
  mutating func note(_ sentence: String) {
    if !incomplete.contains(sentence) { incomplete.append(sentence) }
  }

  /// The node of those whom an exposure lets in; `nil` for the account's own.
  mutating func who(_ exposure: Exposure) -> Int32? {
    switch exposure {
    case .internet: node("internet", .internet, "Internet")
    case .authenticated: node("authenticated", .authenticatedUsers, "Authenticated users")
    case .otherAccount: node("otherAccounts", .otherAccounts, "Other accounts")
    case .account, .nobody: nil
    }
  }
}

/// A resource as policies name it.
struct NamedNode {
  let node: Int32
  let id: String
  /// `nil` for a name that the platform makes up.
  let name: Text?
}

extension AccessGraph {
  /// Bounds on what one application may cost.
  package struct Limits: Sendable {
    package var edges: Int
    /// Comparisons of a policy's pattern with a resource's name.
    package var comparisons: Int

    package init(edges: Int = 2_000_000, comparisons: Int = 5_000_000) {
      self.edges = edges
      self.comparisons = comparisons
    }
  }
}
