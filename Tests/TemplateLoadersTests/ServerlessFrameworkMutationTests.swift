import Documents
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
        copy.content = .sequence(
          elements.map { element in
            position += 1
            return apply(to: element)
          })
      case .mapping(let entries):
        copy.content = .mapping(
          entries.map { entry in
            position += 1
            return Entry(entry.key, at: entry.keyLocation, apply(to: entry.value))
          })
      }
      return copy
    }
  }

  private static let place = SourceLocation(path: "serverless.yml", line: 1, column: 1)

  /// In steps of four: scalars, lists, maps, and what is nothing or a reference.
  private static let replacements: [Node] = [
    .string("word", at: place), .string("", at: place), .string("arn:aws:sqs", at: place),
    .integer(-1, at: place),
    .sequence([], at: place), .sequence([.null(at: place), .integer(1, at: place)], at: place),
    .sequence([.mapping([], at: place)], at: place), .sequence([.sequence([], at: place)], at: place),
    .mapping([], at: place), .mapping([("a", .mapping([("b", .null(at: place))], at: place))], at: place),
    .ref("Other", at: place), .mapping([("Fn::Join", .string("x", at: place))], at: place),
    .null(at: place), .boolean(false, at: place), .string("${self:}", at: place),
    .string("${ssm:/x}", at: place),
  ]

  private func count(_ node: Node) -> Int {
    var walk = Mutation(target: .max, value: node)
    _ = walk.apply(to: node)
    return walk.position
  }

  /// Every kind of value in the service with the most events; in the others one kind per place, in turn.
  @Test(arguments: FixtureService.all)
  func survivesEveryValueReplaced(_ fixture: FixtureService) throws {
    let document = try fixture.document()
    let positions = count(document)
    let rounds = fixture.name == "v3-telemetry" ? 4 : 1
    for target in 0..<positions {
      for round in 0..<rounds {
        let value = Self.replacements[(target + round * 4) % Self.replacements.count]
        var mutation = Mutation(target: target, value: value)
        let mutant = mutation.apply(to: document)
        let expansion = ServerlessFramework.expand(
          mutant, path: fixture.path, options: .init(options: fixture.options), files: fixture)
        #expect(expansion.template["Resources"]?.isMapping == true)
      }
    }
    #expect(positions > 100)
  }
}
