import FindingModel
import ReportWriters

/// A small graph with an edge of each look, a proven path, an assumed one and one without code.
enum ShopGraph {
  private static func place(_ line: Int) -> SourceLocation {
    SourceLocation(path: "shop/template.yaml", line: line, column: 3)
  }

  private static func node(
    _ id: String, _ kind: String, _ title: String, _ column: GraphColumn, line: Int? = nil,
    facts: [GraphFact] = [], radius: GraphRadius? = nil
  ) -> GraphNode {
    GraphNode(
      id: id, kind: kind, title: title, column: column, application: line == nil ? nil : "shop/template.yaml",
      location: line.map(place), facts: facts, radius: radius)
  }

  private static func edge(
    _ source: Int, _ target: Int, _ kind: String, _ line: Int, _ note: String, only condition: String? = nil
  ) -> GraphEdge {
    GraphEdge(
      source: source, target: target, kind: kind,
      evidence: [GraphEvidence(location: place(line), note: note, condition: condition)])
  }

  private static let radius = GraphRadius(
    isAdministrator: false,
    reached: [.init(node: "table:Orders", reads: true, writes: true, administers: false)], count: 3)

  static let report = GraphReport(
    toolVersion: "0.1.0", applications: ["shop/template.yaml"],
    nodes: [
      node("internet", "internet", "Internet", .who),
      node("api:internet:Api", "api", "Api, open to all", .entry, line: 4),
      node(
        "function:Convert", "function", "Convert", .function, line: 9,
        facts: [GraphFact("Exposure", "internet"), GraphFact("Because", "Anyone on the internet, by GET /")],
        radius: radius),
      node("role:ConvertRole", "role", "ConvertRole", .role, line: 21),
      node("table:Orders", "table", "Orders", .resource, line: 40),
      node("bucket:Images", "bucket", "Images \"of\" <all> | shops", .resource, line: 50),
      node("data", "data", "Data", .goal),
    ],
    edges: [
      edge(0, 1, "mayInvoke", 4, "Anyone on the internet may call Api"),
      edge(0, 5, "mayRead", 55, "Anyone on the internet may read it"),
      edge(1, 2, "triggers", 12, "an HTTP API (GET /) invokes 'Convert'"),
      edge(2, 3, "executesAs", 15, "'Convert' runs as role 'ConvertRole'"),
      edge(
        3, 4, "mayWrite", 25, "role 'ConvertRole' is allowed `dynamodb:*`", only: "dynamodb:LeadingKeys is a"),
      edge(4, 6, "holds", 40, "the table holds data"), edge(5, 6, "holds", 50, "the bucket holds data"),
    ],
    paths: [
      GraphPath(
        title: "Internet → reads bucket Images", severity: .critical, score: 88, isProven: nil,
        steps: [
          .init(node: 0, kind: nil, note: "Internet", location: nil, condition: nil),
          .init(
            node: 5, kind: "mayRead", note: "Anyone on the internet may read it", location: place(55),
            condition: nil),
          .init(node: 6, kind: "holds", note: "the bucket holds data", location: place(50), condition: nil),
        ], cut: .init(advice: "Close the policy at shop/template.yaml:55.", paths: 1, isComplete: true)),
      GraphPath(
        title: "Internet → changes table Orders through Convert", severity: .medium, score: 57,
        isProven: false,
        steps: [
          .init(node: 0, kind: nil, note: "Internet", location: nil, condition: nil),
          .init(
            node: 1, kind: "mayInvoke", note: "Anyone on the internet may call Api", location: place(4),
            condition: nil),
          .init(
            node: 2, kind: "triggers", note: "an HTTP API (GET /) invokes 'Convert'", location: place(12),
            condition: nil),
          .init(
            node: 2, kind: nil, note: "if the code of 'Convert' is flawed", location: place(9),
            condition: "the code of 'Convert' is flawed"),
          .init(
            node: 3, kind: "executesAs", note: "'Convert' runs as role 'ConvertRole'", location: place(15),
            condition: nil),
          .init(
            node: 4, kind: "mayWrite", note: "role 'ConvertRole' is allowed `dynamodb:*`",
            location: place(25),
            condition: "dynamodb:LeadingKeys is a"),
          .init(node: 6, kind: "holds", note: "the table holds data", location: place(40), condition: nil),
        ],
        cut: .init(
          advice: "Narrow or remove the statement at shop/template.yaml:25.", paths: 4, isComplete: false)),
    ], omittedPaths: 2, question: "from anyone outside to data, secrets and admin",
    notices: ["the graph of shop/template.yaml has more than 10 edges; the rest was left out"], width: 100)

  static let empty = GraphReport(
    toolVersion: "0.1.0", question: "from anyone outside to data, secrets and admin", width: 80)

  /// A graph in which every text is an attack on whoever shows it.
  static func hostile(_ attack: String) -> GraphReport {
    let place = SourceLocation(path: attack, line: -3, column: 0)
    let node = { (id: String, column: GraphColumn) in
      GraphNode(
        id: id, kind: attack, title: attack, column: column, application: attack, location: place,
        facts: [GraphFact(attack, attack)],
        radius: GraphRadius(
          isAdministrator: true, reached: [.init(node: attack, reads: true, writes: true, administers: true)],
          count: Int.max))
    }
    return GraphReport(
      toolVersion: attack, applications: [attack],
      nodes: [node(attack, .function), node(attack + "2", .goal)],
      edges: [
        GraphEdge(
          source: 0, target: 1, kind: attack,
          evidence: [GraphEvidence(location: place, note: attack, condition: attack)])
      ],
      paths: [
        GraphPath(
          title: attack, severity: .low, score: -1, isProven: true,
          steps: [
            .init(node: 0, kind: nil, note: attack, location: place, condition: attack),
            .init(node: 1, kind: attack, note: attack, location: place, condition: attack),
          ], cut: .init(advice: attack, paths: 0, isComplete: false))
      ], omittedPaths: 1, question: attack, notices: [attack], width: Int.min)
  }
}

func drawn(_ report: GraphReport, as format: GraphFormat) -> String {
  var output = ""
  switch format {
  case .text: GraphTextWriter(colour: false).write(report, to: &output)
  case .html: GraphHTMLWriter().write(report, to: &output)
  case .dot: GraphDotWriter().write(report, to: &output)
  case .mermaid: GraphMermaidWriter().write(report, to: &output)
  case .json: GraphJSONWriter().write(report, to: &output)
  }
  return output
}
