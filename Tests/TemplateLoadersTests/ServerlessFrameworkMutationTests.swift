import FindingModel
import TemplateLoaders
import Testing

/// Whatever stands where something else belongs, a service is expanded without a trap.
struct ServerlessFrameworkMutationTests {
  /// Replaces the value number `target`, in the order of a walk, by another.
  private struct Mutation {
    let target: Int
    let value: Node
    var position = 0

    mutating func apply(to node: Node) -> Node {
      defer { position += 1 }
      if position == target { return value }
      var copy = node
      switch node.content {
      case .scalar: break
      case .sequence(let elements):
        copy.content = .sequence(elements.map { element in
          position += 1
          return apply(to: element)
        })
      case .mapping(let entries):
        copy.content = .mapping(entries.map { entry in
          position += 1
          return Entry(entry.key, at: entry.keyLocation, apply(to: entry.value))
        })
      }
      return copy
    }
  }

  private static let place = SourceLocation(path: "serverless.yml", line: 1, column: 1)

  private static let replacements: [Node] = [
    .string("word", at: place), .string("", at: place), .string("arn:aws:sqs", at: place),
    .string("${self:}", at: place), .string("${ssm:/x}", at: place), .integer(-1, at: place), .boolean(true, at: place),
    .boolean(false, at: place), .null(at: place), .sequence([], at: place),
    .sequence([.null(at: place), .integer(1, at: place), .mapping([], at: place)], at: place),
    .mapping([], at: place), .mapping([("a", .mapping([("b", .null(at: place))], at: place))], at: place),
    .ref("Other", at: place), .attribute("Arn", of: "Other", at: place),
    .mapping([("Fn::Join", .string("x", at: place))], at: place),
  ]

  private func count(_ node: Node) -> Int {
    var walk = Mutation(target: .max, value: node)
    _ = walk.apply(to: node)
    return walk.position
  }

  @Test(arguments: FixtureService.all)
  func survivesEveryValueReplaced(_ fixture: FixtureService) throws {
    let document = try fixture.document()
    let positions = count(document)
    var expanded = 0
    for target in 0..<positions {
      for value in Self.replacements {
        var mutation = Mutation(target: target, value: value)
        let mutant = mutation.apply(to: document)
        let expansion = ServerlessFramework.expand(
          mutant, path: fixture.path, options: .init(options: fixture.options), files: fixture)
        #expect(expansion.template["Resources"]?.isMapping == true)
        expanded += 1
      }
    }
    #expect(expanded == positions * Self.replacements.count)
  }
}
