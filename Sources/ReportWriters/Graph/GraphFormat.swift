package import FindingModel

/// The forms a graph can take; the raw value is what `--format` accepts.
package enum GraphFormat: String, CaseIterable, Hashable, Sendable {
  case text
  case html
  case dot
  case mermaid
  case json

  /// The format that a file's ending names; `nil` for another ending.
  package init?(ofFile path: String?) {
    guard let path, let dot = path.lastIndex(of: ".") else { return nil }
    switch path[path.index(after: dot)...].lowercased() {
    case "txt": self = .text
    case "html", "htm": self = .html
    case "dot", "gv": self = .dot
    case "mmd", "mermaid": self = .mermaid
    case "json": self = .json
    default: return nil
    }
  }
}

extension GraphReport {
  /// Only the nodes and edges that lie on a path.
  package var alongPaths: GraphReport {
    var used: Set<Int> = []
    var pairs: Set<[Int]> = []
    for path in paths {
      used.formUnion(path.steps.map(\.node))
      for (from, to) in zip(path.steps, path.steps.dropFirst()) { pairs.insert([from.node, to.node]) }
    }
    let kept = nodes.indices.filter(used.contains)
    var moved = [Int](repeating: 0, count: nodes.count)
    for (new, old) in kept.enumerated() { moved[old] = new }
    var result = self
    result.nodes = kept.map { nodes[$0] }
    result.edges = edges.filter { pairs.contains([$0.source, $0.target]) }.map {
      GraphEdge(source: moved[$0.source], target: moved[$0.target], kind: $0.kind, evidence: $0.evidence)
    }
    result.paths = paths.map { path in
      GraphPath(
        title: path.title, severity: path.severity, score: path.score, isProven: path.isProven,
        steps: path.steps.map {
          .init(
            node: moved[$0.node], kind: $0.kind, note: $0.note, location: $0.location, condition: $0.condition
          )
        }, cut: path.cut)
    }
    return result
  }
}

/// Words for kinds of edges, as they read between two names.
enum EdgeWords {
  static func verb(_ kind: String) -> String {
    switch kind {
    case "mayInvoke": "may invoke"
    case "triggers": "triggers"
    case "executesAs": "runs as"
    case "mayRead": "may read"
    case "mayWrite": "may write"
    case "mayAdminister": "may administer"
    case "flowsTo": "flows to"
    case "holds": "holds"
    default: kind
    }
  }
}
