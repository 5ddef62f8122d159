package import FindingModel

/// The graph as a Mermaid flowchart, for pages that render it.
package struct GraphMermaidWriter: Sendable {
  package init() {}

  package func write(_ report: GraphReport, to output: inout some TextOutputStream) {
    output.write("flowchart LR\n")
    for column in GraphColumn.allCases {
      let numbers = report.nodes.indices.filter { report.nodes[$0].column == column }
      guard !numbers.isEmpty else { continue }
      output.write("  subgraph \(column.title.lowercased())Column[\"\(column.title)\"]\n")
      for number in numbers {
        let node = report.nodes[number]
        let (open, close) = Self.brackets(column)
        output.write("    n\(number)\(open)\"\(Self.escaped(node.title))\"\(close):::\(Self.style(column))\n")
      }
      output.write("  end\n")
    }
    for edge in report.edges {
      let arrow = edge.isCertain ? "-->" : "-.->"
      output.write("  n\(edge.source) \(arrow)|\(Self.escaped(EdgeWords.verb(edge.kind)))| n\(edge.target)\n")
    }
    for column in GraphColumn.allCases {
      output.write("  classDef \(Self.style(column)) \(Self.colours(column))\n")
    }
  }

  /// Names that are no words of the language, such as `end`.
  private static func style(_ column: GraphColumn) -> String { column.title.lowercased() + "Node" }

  private static func brackets(_ column: GraphColumn) -> (String, String) {
    switch column {
    case .who: ("([", "])")
    case .entry: (">", "]")
    case .function: ("[", "]")
    case .role: ("{{", "}}")
    case .resource: ("[(", ")]")
    case .goal: ("[[", "]]")
    }
  }

  private static func colours(_ column: GraphColumn) -> String {
    switch column {
    case .who: "fill:#f3d9d9,stroke:#8a3b3b,color:#1d1f24"
    case .entry: "fill:#fbe9cf,stroke:#8a5a00,color:#1d1f24"
    case .function: "fill:#dbe9f8,stroke:#1f5fa8,color:#1d1f24"
    case .role: "fill:#e9def4,stroke:#6b3fa0,color:#1d1f24"
    case .resource: "fill:#dcefe2,stroke:#23703f,color:#1d1f24"
    case .goal: "fill:#f8d3c4,stroke:#b01842,color:#1d1f24"
    }
  }

  /// Entity codes of Mermaid for whatever ends a label, starts markup or is a command inside one.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.prose.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", " ", "-", "_", ".", "/", ":", ",":
        result.unicodeScalars.append(scalar)
      case _ where scalar.value > 0x7F: result.unicodeScalars.append(scalar)
      default: result += "#\(scalar.value);"
      }
    }
    return result
  }
}
