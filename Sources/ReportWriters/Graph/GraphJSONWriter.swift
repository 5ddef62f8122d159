package import FindingModel
internal import JSONText

/// The graph for programs; see docs/graph.md.
package struct GraphJSONWriter: Sendable {
  package init() {}

  package func write(_ report: GraphReport, to output: inout some TextOutputStream) {
    output.write(OrderedJSONEncoder(style: .indented).text(of: GraphJSON(report)))
    output.write("\n")
  }
}

/// Keys are printed in the order of declaration.
///
/// The schema only grows.
struct GraphJSON: Encodable {
  let schemaVersion = 1
  let tool: Tool
  let applications: [String]
  let question: String
  let nodes: [Node]
  let edges: [Edge]
  let paths: [Path]
  let omittedPaths: Int
  let notices: [String]

  struct Tool: Encodable {
    let name = "parapet"
    let version: String
  }

  struct Place: Encodable {
    let path: String
    let line: Int32
    let column: Int32

    init(_ location: SourceLocation) {
      path = location.path
      line = location.line
      column = location.column
    }
  }

  struct Node: Encodable {
    let id: String
    let kind: String
    let title: String
    let column: String
    let application: String?
    let location: Place?
    let facts: [Fact]
    let blastRadius: Radius?
  }

  struct Fact: Encodable {
    let name: String
    let value: String
  }

  struct Radius: Encodable {
    let count: Int
    let administrator: Bool
    let reaches: [Reach]

    struct Reach: Encodable {
      let node: String
      let access: [String]
    }
  }

  struct Edge: Encodable {
    let source: String
    let target: String
    let kind: String
    let certain: Bool
    let evidence: [Evidence]
  }

  struct Evidence: Encodable {
    let location: Place
    let note: String
    let condition: String?
  }

  struct Path: Encodable {
    let title: String
    let severity: String
    let score: Int
    let proven: Bool?
    let steps: [Step]
    let cut: Cut?
  }

  struct Step: Encodable {
    let node: String
    let edge: String?
    let note: String
    let location: Place?
    let condition: String?
  }

  struct Cut: Encodable {
    let advice: String
    let paths: Int
    let complete: Bool
  }
}

extension GraphJSON {
  init(_ report: GraphReport) {
    tool = Tool(version: report.toolVersion)
    applications = report.applications
    question = report.question
    nodes = report.nodes.map(Node.init)
    edges = report.edges.map { edge in
      Edge(
        source: report.nodes[edge.source].id, target: report.nodes[edge.target].id, kind: edge.kind,
        certain: edge.isCertain,
        evidence: edge.evidence.map {
          Evidence(location: Place($0.location), note: $0.note, condition: $0.condition)
        })
    }
    paths = report.paths.map { path in
      Path(
        title: path.title, severity: path.severity.name, score: path.score, proven: path.isProven,
        steps: path.steps.map { step in
          Step(
            node: report.nodes[step.node].id, edge: step.kind, note: step.note,
            location: step.location.map(Place.init), condition: step.condition)
        }, cut: path.cut.map { Cut(advice: $0.advice, paths: $0.paths, complete: $0.isComplete) })
    }
    omittedPaths = report.omittedPaths
    notices = report.notices
  }
}

extension GraphJSON.Node {
  init(_ node: GraphNode) {
    id = node.id
    kind = node.kind
    title = node.title
    column = node.column.title.lowercased()
    application = node.application
    location = node.location.map(GraphJSON.Place.init)
    facts = node.facts.map { GraphJSON.Fact(name: $0.name, value: $0.value) }
    blastRadius = node.radius.map { radius in
      GraphJSON.Radius(
        count: radius.count, administrator: radius.isAdministrator,
        reaches: radius.reached.map { reach in
          let access = [
            reach.reads ? "read" : nil, reach.writes ? "write" : nil, reach.administers ? "administer" : nil,
          ]
          return .init(node: reach.node, access: access.compactMap { $0 })
        })
    }
  }
}
