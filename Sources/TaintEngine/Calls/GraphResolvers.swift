internal import SourceModel

/// Functions that answer fields of GraphQL, wherever a library is given them in a record.
extension Interpreter {
  /// Functions of one schema that are followed.
  private static let resolverLimit = 200

  func registerResolvers(of call: LibraryCall) {
    switch ModelIndex.last(call.path) {
    case "graphql", "graphqlSync", "graphqlHTTP":
      let options = call.arguments.value(0)
      if let root = call.arguments.value(2) { registerFields(of: root, isRoot: true, call) }
      if let root = options.flatMap({ field("rootValue", of: $0, at: call.spot) }) {
        registerFields(of: root, isRoot: true, call)
      }
    case "ApolloServer", "makeExecutableSchema", "createSchema", "createYoga", "buildSubgraphSchema":
      for options in call.arguments.positional {
        guard let types = field("resolvers", of: options, at: call.spot) else { continue }
        for object in types.objects {
          registerFields(of: anyField(of: object, at: call.spot), isRoot: false, call)
        }
      }
    default: return
    }
  }

  /// - Parameter isRoot: Whether a function gets the arguments first, and no parent before them.
  private func registerFields(of record: Value, isRoot: Bool, _ call: LibraryCall) {
    let arguments = origin(.request(FieldPath(["arguments"])), name: nil, at: call.spot)
    let given = isRoot ? [arguments, .unknown, .unknown] : [.unknown, arguments, .unknown, .unknown]
    for object in record.objects where heap.kind(object).isRecordLike {
      for function in anyField(of: object, at: call.spot).objects.prefix(Self.resolverLimit)
      where isProgramFunction(.object(function)) {
        deferred.append(
          DeferredCall(
            function: .object(function), spot: call.spot,
            route: Route(role: .resolver, registrar: call.path, given: given)))
      }
    }
  }
}
