package import FindingModel

/// The graph for Graphviz.
package struct GraphDotWriter: Sendable {
  package init() {}

  package func write(_ report: GraphReport, to output: inout some TextOutputStream) {
    output.write("digraph parapet {\n")
    output.write("  graph [rankdir=LR, fontname=\"sans-serif\", label=\(Self.quoted(report.question))];\n")
    output.write("  node [fontname=\"sans-serif\", style=filled, fillcolor=white];\n")
    output.write("  edge [fontname=\"sans-serif\", fontsize=10];\n")
    let onPath = Set(report.paths.prefix(10).flatMap { $0.steps.map(\.node) })
    for column in GraphColumn.allCases {
      let numbers = report.nodes.indices.filter { report.nodes[$0].column == column }
      guard !numbers.isEmpty else { continue }
      output.write("  subgraph \"\(column.title)\" {\n    rank=same;\n")
      for number in numbers {
        let node = report.nodes[number]
        let label = Self.quoted("\(node.title)\n\(node.kind)")
        let width = onPath.contains(number) ? ", penwidth=2" : ""
        output.write("    n\(number) [label=\(label), \(Self.shape(node))\(width)];\n")
      }
      output.write("  }\n")
    }
    for edge in report.edges {
      let style = edge.isCertain ? "" : ", style=dashed"
      output.write(
        "  n\(edge.source) -> n\(edge.target) [label=\(Self.quoted(EdgeWords.verb(edge.kind)))\(style)];\n")
    }
    output.write("}\n")
  }

  private static func shape(_ node: GraphNode) -> String {
    switch node.column {
    case .who: "shape=oval, fillcolor=\"#f3d9d9\""
    case .entry: "shape=cds, fillcolor=\"#fbe9cf\""
    case .function: "shape=box, style=\"filled,rounded\", fillcolor=\"#dbe9f8\""
    case .role: "shape=hexagon, fillcolor=\"#e9def4\""
    case .resource: "shape=cylinder, fillcolor=\"#dcefe2\""
    case .goal: "shape=doubleoctagon, fillcolor=\"#f8d3c4\""
    }
  }

  /// A double-quoted string of the language, in which only quotes, backslashes and lines need care.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    let lines = text.printableBlock.split(separator: "\n", omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      if number > 0 { result += "\\n" }
      for character in line.unicodeScalars {
        if character == "\"" || character == "\\" { result += "\\" }
        result.unicodeScalars.append(character)
      }
    }
    return result + "\""
  }
}
