package import ApplicationModel
internal import FindingModel

/// Who may do what to which part of one application, each edge with its evidence.
///
/// Nodes and edges are numbered and stored in arrays: ten thousand functions fit in a few dozen megabytes.
package struct AccessGraph: Sendable {
  package let application: Application
  package let nodes: [AccessNode]
  /// Sorted by source, then target, kind and evidence; without repetition.
  package let edges: [AccessEdge]
  package let evidence: [AccessEvidence]
  package let compromises: [FunctionCompromise]
  /// Sentences about what was cut at a bound; empty for a complete graph.
  package let incomplete: [String]

  /// Edges of node n: `edges[outgoingStarts[n]..<outgoingStarts[n + 1]]`.
  private let outgoingStarts: [Int32]
  /// Numbers of edges that end at a node, in ranges of the same form.
  private let incomingStarts: [Int32]
  private let incomingEdges: [Int32]
  private let nodesByKey: [String: Int32]
  private let compromiseByNode: [Int32: Int]

  init(
    application: Application, nodes: [AccessNode], edges unsorted: [AccessEdge], evidence: [AccessEvidence],
    compromises: [FunctionCompromise], incomplete: [String]
  ) {
    self.application = application
    self.nodes = nodes
    self.evidence = evidence
    self.compromises = compromises
    self.incomplete = incomplete
    let (edges, starts) = Self.sorted(unsorted, nodes: nodes.count)
    self.edges = edges
    outgoingStarts = starts
    (incomingStarts, incomingEdges) = Self.incoming(edges, nodes: nodes.count)
    nodesByKey = Dictionary(nodes.indices.map { (nodes[$0].key, Int32($0)) }) { first, _ in first }
    var byNode: [Int32: Int] = [:]
    for (index, compromise) in compromises.enumerated() {
      guard let node = nodesByKey["function:\(compromise.function)"], byNode[node] == nil else { continue }
      byNode[node] = index
    }
    compromiseByNode = byNode
  }

  /// Numbers of a node's edges in ``edges``.
  package func outgoing(_ node: Int32) -> Range<Int> {
    Int(outgoingStarts[Int(node)])..<Int(outgoingStarts[Int(node) + 1])
  }

  /// Numbers in ``edges`` of those that end at a node.
  package func incoming(_ node: Int32) -> ArraySlice<Int32> {
    incomingEdges[Int(incomingStarts[Int(node)])..<Int(incomingStarts[Int(node) + 1])]
  }

  /// - Parameter key: As in ``AccessNode/key``.
  package func node(_ key: String) -> Int32? { nodesByKey[key] }

  /// The node of a function of the application, by logical id.
  package func node(ofFunction id: String) -> Int32? { nodesByKey["function:\(id)"] }

  /// The evidence from code that a function can be taken over through its event.
  package func compromise(of node: Int32) -> FunctionCompromise? {
    compromiseByNode[node].map { compromises[$0] }
  }

  /// Nodes a person means by a word: a key, a title or a logical id, whatever the case of its letters.
  package func nodes(named word: String) -> [Int32] {
    let word = word.lowercased()
    let exact = nodes.indices.filter { nodes[$0].key.lowercased() == word }
    let found = exact.isEmpty ? nodes.indices.filter { names(of: nodes[$0]).contains(word) } : exact
    return found.map { Int32($0) }
  }

  private func names(of node: AccessNode) -> [String] {
    let parts = node.key.split(separator: ":", maxSplits: 1).map { $0.lowercased() }
    return [node.title.lowercased(), parts.last ?? "", node.kind.isGoal || node.kind.isWho ? parts[0] : ""]
      .filter { !$0.isEmpty }
  }
}

extension AccessGraph {
  /// Counting sort by source, then each node's edges by what they lead to.
  private static func sorted(_ edges: [AccessEdge], nodes: Int) -> ([AccessEdge], [Int32]) {
    var buckets = [Int32](repeating: 0, count: nodes + 1)
    for edge in edges { buckets[Int(edge.source) + 1] += 1 }
    for node in 0..<nodes { buckets[node + 1] += buckets[node] }
    var next = buckets
    var placed = edges
    for edge in edges {
      placed[Int(next[Int(edge.source)])] = edge
      next[Int(edge.source)] += 1
    }
    var result: [AccessEdge] = []
    result.reserveCapacity(edges.count)
    var starts: [Int32] = [0]
    starts.reserveCapacity(nodes + 1)
    for node in 0..<nodes {
      let own = placed[Int(buckets[node])..<Int(buckets[node + 1])].sorted {
        ($0.target, $0.kind.rawValue, $0.evidence) < ($1.target, $1.kind.rawValue, $1.evidence)
      }
      for edge in own where edge != result.last { result.append(edge) }
      starts.append(Int32(result.count))
    }
    return (result, starts)
  }

  private static func incoming(_ edges: [AccessEdge], nodes: Int) -> ([Int32], [Int32]) {
    var starts = [Int32](repeating: 0, count: nodes + 1)
    for edge in edges { starts[Int(edge.target) + 1] += 1 }
    for node in 0..<nodes { starts[node + 1] += starts[node] }
    var next = starts
    var numbers = [Int32](repeating: 0, count: edges.count)
    for (index, edge) in edges.enumerated() {
      numbers[Int(next[Int(edge.target)])] = Int32(index)
      next[Int(edge.target)] += 1
    }
    return (starts, numbers)
  }
}
