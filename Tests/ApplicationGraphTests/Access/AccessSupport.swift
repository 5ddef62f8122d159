import ApplicationGraph
import TemplateLoaders
import Testing

/// A template and what its graph must and must not hold.
struct AccessCase: CustomTestStringConvertible, Sendable {
  let template: SmallTemplate
  /// `role:Role mayRead table:Orders`; a final `?` for an edge that depends on a condition.
  let present: [String]
  let missing: [String]

  init(
    _ name: String, policy: String? = nil, _ resources: String, has present: [String],
    lacks missing: [String] = []
  ) {
    var template = SmallTemplate(name, resources)
    if let policy { template.policy = "[\(policy)]" }
    self.template = template
    self.present = present
    self.missing = missing
  }

  var testDescription: String { template.name }
}

extension SmallTemplate {
  func accessGraph(flows: [DataFlowEdge] = [], compromises: [FunctionCompromise] = []) throws -> AccessGraph {
    AccessGraph(try graph().graph, flows: flows, compromises: compromises)
  }
}

extension AccessGraph {
  /// Every edge by the keys of its nodes.
  var edgeTexts: Set<String> {
    Set(
      edges.map { edge in
        let mark = evidence[Int(edge.evidence)].condition == nil ? "" : "?"
        return "\(nodes[Int(edge.source)].key) \(edge.kind.name) \(nodes[Int(edge.target)].key)\(mark)"
      })
  }

  /// A path by the titles of its nodes, with the score.
  func text(_ path: AttackPath) -> String {
    path.steps.map { nodes[Int($0.node)].key }.joined(separator: " > ")
  }
}
