import Documents
import FindingModel
import TemplateLoaders
import Testing

/// Whatever stands where something else belongs, a template is expanded without a trap.
struct SAMMutationTests {
  private static let place = SourceLocation(path: "template.yaml", line: 1, column: 1)

  private static let replacements: [Node] = [
    .string("word", at: place), .integer(-1, at: place), .sequence([], at: place),
    .sequence([.null(at: place), .mapping([("a", .integer(1, at: place))], at: place)], at: place),
    .mapping([], at: place), .mapping([("a", .sequence([], at: place))], at: place), .null(at: place),
    .ref("Other", at: place),
    .mapping(
      [
        (
          "Fn::If",
          .sequence([.string("C", at: place), .sequence([], at: place), .mapping([], at: place)], at: place)
        )
      ], at: place),
    .mapping([("Fn::If", .string("x", at: place))], at: place), .string("", at: place),
    .boolean(true, at: place),
  ]

  /// The node with its value number `target`, in the order of a walk, replaced.
  private func replaced(_ node: Node, at target: Int, by value: Node, _ position: inout Int) -> Node {
    defer { position += 1 }
    if position == target { return value }
    var copy = node
    switch node.content {
    case .scalar: break
    case .sequence(let elements):
      copy.content = .sequence(
        elements.map { element in
          position += 1
          return replaced(element, at: target, by: value, &position)
        })
    case .mapping(let entries):
      copy.content = .mapping(
        entries.map { entry in
          position += 1
          return Entry(
            entry.key, at: entry.keyLocation, replaced(entry.value, at: target, by: value, &position))
        })
    }
    return copy
  }

  @Test(arguments: SAMMutationTemplates.all)
  func survivesEveryValueReplaced(_ text: String) throws {
    let document = try Document.parse(Array(text.utf8), path: "template.yaml")
    var count = 0
    _ = replaced(document, at: .max, by: document, &count)
    #expect(count > 100)
    for target in 0..<count {
      // Three of them at each place, the next three at the next, so that every kind meets every part.
      for round in 0..<3 {
        let value = Self.replacements[(target * 3 + round) % Self.replacements.count]
        var position = 0
        let mutant = replaced(document, at: target, by: value, &position)
        let expansion = SAMTransform.expand(mutant, parameters: [:], files: NoTemplateFiles())
        // Whatever comes out can be written and read again.
        _ = try Document.parse(Array(NodeJSON.write(expansion.template).utf8), path: "out.json")
      }
    }
  }

  @Test func expandsEveryTemplateWithoutErrors() throws {
    for text in SAMMutationTemplates.all { #expect(try ExpandedSAM(text).errors == []) }
  }
}
