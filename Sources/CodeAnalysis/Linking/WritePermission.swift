internal import ApplicationGraph
internal import ApplicationModel
internal import PolicyEngine

/// Whether a function's role lets it make a call on a resource.
enum WritePermission {
  struct Cache {
    private struct Key: Hashable {
      let function: String
      let action: String
      let resource: String
    }

    private var known: [Key: Bool?] = [:]
    private let names: ResourceNames

    init(_ graph: ApplicationGraph) { names = ResourceNames(graph.application) }

    /// - Returns: `true` if allowed, `false` if that depends on what nobody can read, `nil` if not allowed.
    mutating func allows(
      _ call: CloudCall, on resource: String, by writer: String, in graph: ApplicationGraph
    ) -> Bool? {
      guard let function = graph.function(writer) else { return nil }
      guard let role = graph.role(of: function) else { return false }
      var isCertain = true
      let needs = call.needs.filter { $0.isAbout(call.target) }
      let certain = needs.filter { !$0.isConditional }
      // What an upload needs when it fails does not decide whether it succeeds.
      for need in certain.isEmpty ? needs : certain {
        let key = Key(function: writer, action: need.action, resource: resource)
        let verdict: Bool?
        if let cached = known[key] {
          verdict = cached
        } else {
          verdict = allows(need.action, on: resource, by: role, in: graph)
          known[key] = verdict
        }
        guard let verdict else { return nil }
        isCertain = isCertain && verdict
      }
      return isCertain
    }

    private func allows(_ action: String, on resource: String, by role: Role, in graph: ApplicationGraph)
      -> Bool?
    {
      let arn = Text([.reference(ResourceReference(resource, attribute: "Arn"))])
      let granted = role.granted(policies: graph.application.policies)
      // Statements may name it by a reference or by its name: both have to fit.
      let names = graph.literalNames(of: resource)
      let statements = granted.statements.filter { statement in
        statement.denies || names.isEmpty
          || names.contains { name in
            statement.objects(in: name).contains {
              GrantSet([statement]).covers(action: action, resource: Text($0)) != .no
            }
          }
      }
      switch statements.map(self.names.normalised).decision(for: action, on: arn) {
      case .allowed: return true
      case .depends: return false
      case .denied: return granted.isComplete ? nil : false
      }
    }
  }
}

extension RequiredGrant {
  /// Keys and sessions are needed too, but what decides over the flow is the write itself.
  fileprivate func isAbout(_ target: CallTarget?) -> Bool {
    guard let medium = target?.medium else { return false }
    let services: [CallTarget.Medium: String] = [
      .bucket: "s3", .table: "dynamodb", .queue: "sqs", .topic: "sns", .stream: "kinesis", .bus: "events",
      .stateMachine: "states", .function: "lambda", .secret: "secretsmanager", .parameter: "ssm",
    ]
    return action.hasPrefix((services[medium] ?? "") + ":")
  }
}

extension Statement {
  /// The resource itself, and in a bucket an object for each pattern of keys that the statement names.
  ///
  /// With an open key in its place, a pattern of another bucket could be thought to lie within the key.
  fileprivate func objects(in arn: String) -> [String] {
    guard arn.hasPrefix("arn:aws:s3:::") else { return [arn] }
    let keys = resources.texts.compactMap { text -> String? in
      let pattern = text.value.glob
      return pattern.firstIndex(of: "/").map {
        String(pattern[pattern.index(after: $0)...]).replacing("*", with: "x")
      }
    }
    return [arn] + Set(keys + ["x"]).sorted().map { arn + "/" + $0 }
  }
}

extension ApplicationGraph {
  /// ARNs that end in the name the template gives a resource; empty where the platform makes up the name.
  fileprivate func literalNames(of id: String) -> [String] {
    func arns(_ name: Value<Text>?, _ start: String) -> [String] {
      guard let name = name?.value?.literal else { return [] }
      return [start + name]
    }
    if let bucket = application.buckets.first(where: { $0.id == id }) {
      return arns(bucket.bucketName, "arn:aws:s3:::")
    }
    if let table = application.tables.first(where: { $0.id == id }) {
      return arns(table.tableName, "arn:aws:dynamodb:*:*:table/")
    }
    if let queue = application.queues.first(where: { $0.id == id }) {
      return arns(queue.queueName, "arn:aws:sqs:*:*:")
    }
    if let topic = application.topics.first(where: { $0.id == id }) {
      return arns(topic.topicName, "arn:aws:sns:*:*:")
    }
    if let bus = application.buses.first(where: { $0.id == id }) {
      return arns(bus.busName, "arn:aws:events:*:*:event-bus/")
    }
    if let function = function(id) {
      return arns(function.functionName, "arn:aws:lambda:*:*:function:")
    }
    return []
  }
}
