import FindingModel

/// What the page's script draws; short keys, because a large graph repeats them ten thousand times.
struct GraphPageData: Encodable {
  let columns: [String]
  let applications: [String]
  let verbs: [Verb]
  let nodes: [Node]
  let edges: [Edge]
  let paths: [Path]

  struct Verb: Encodable {
    let kind: String
    let text: String
  }

  struct Node: Encodable {
    let title: String
    let kind: String
    let column: Int
    let application: Int?
    let place: String?
    let facts: [[String]]
    let radius: Radius?
  }

  struct Radius: Encodable {
    let count: Int
    let administrator: Bool
    let nodes: [Int]
    let access: [String]
  }

  struct Edge: Encodable {
    let source: Int
    let target: Int
    /// Position in `verbs`.
    let kind: Int
    let certain: Bool
    let evidence: [[String]]
  }

  struct Path: Encodable {
    let nodes: [Int]
    /// Positions in `edges`.
    let edges: [Int]
  }

  private static let kinds = [
    "mayInvoke", "triggers", "executesAs", "mayRead", "mayWrite", "mayAdminister", "flowsTo", "holds",
  ]

  /// Evidence for one edge that is sent along; the rest is counted.
  private static let evidenceLimit = 12

  init(_ report: GraphReport) {
    columns = GraphColumn.allCases.map(\.title)
    applications = report.applications.map(\.printable)
    verbs = Self.kinds.map { Verb(kind: $0, text: EdgeWords.verb($0)) }
    let applicationNumbers = Dictionary(
      report.applications.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let nodeNumbers = Dictionary(
      report.nodes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    nodes = report.nodes.map { node in
      Node(
        title: node.title.prose, kind: node.kind, column: node.column.rawValue,
        application: node.application.flatMap { applicationNumbers[$0] },
        place: node.location?.description.printable,
        facts: node.facts.map { [$0.name.prose, $0.value.prose] },
        radius: node.radius.map { Radius($0, nodeNumbers) })
    }
    edges = report.edges.map { edge in
      Edge(
        source: edge.source, target: edge.target, kind: Self.kinds.firstIndex(of: edge.kind) ?? 0,
        certain: edge.isCertain,
        evidence: edge.evidence.prefix(Self.evidenceLimit).map {
          [$0.location.description.printable, $0.note.prose, $0.condition?.prose ?? ""]
        })
    }
    paths = Self.paths(of: report)
  }

  private struct EdgeKey: Hashable {
    let source: Int
    let target: Int
    let kind: String
  }

  private static func paths(of report: GraphReport) -> [Path] {
    let numbers = Dictionary(
      report.edges.enumerated().map { (EdgeKey(source: $1.source, target: $1.target, kind: $1.kind), $0) },
      uniquingKeysWith: { first, _ in first })
    return report.paths.map { path in
      let edges = zip(path.steps, path.steps.dropFirst()).compactMap { from, to in
        to.kind.flatMap { numbers[EdgeKey(source: from.node, target: to.node, kind: $0)] }
      }
      return Path(nodes: path.steps.map(\.node), edges: edges)
    }
  }
}

extension GraphPageData.Radius {
  fileprivate init(_ radius: GraphRadius, _ numbers: [String: Int]) {
    count = radius.count
    administrator = radius.isAdministrator
    let known = radius.reached.filter { numbers[$0.node] != nil }
    nodes = known.compactMap { numbers[$0.node] }
    access = known.map { reach in
      [reach.reads ? "read" : nil, reach.writes ? "write" : nil, reach.administers ? "administer" : nil]
        .compactMap { $0 }.joined(separator: ", ")
    }
  }
}
