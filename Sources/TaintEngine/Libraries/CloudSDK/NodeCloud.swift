/// The AWS SDKs for JavaScript; paths are told in ``CloudService``.
enum NodeCloud {
  static let calls: [CallModel] =
    CloudService.all.flatMap(older) + CloudService.all.flatMap(newer) + NodeCloudExtras.calls
    + OtherClouds.node

  /// Version 2: `new AWS.S3().getObject(params, callback)` and `.promise()`.
  private static func older(of service: CloudService) -> [CallModel] {
    let client = "{aws-sdk.\(service.older),aws-sdk/clients/\(service.older.lowercased())}()"
    return service.operations.map { operations in
      let names = OperationName.alternatives(operations.names.map(OperationName.camel))
      return CallModel(
        "\(client).\(names)",
        effects: operations.sinks(of: .position(0)) { .field(.position(0), $0) } + answers(operations) + [
          .nodeCallback
        ])
    }
  }

  /// Version 3: commands, and the clients with a method for each.
  private static func newer(of service: CloudService) -> [CallModel] {
    let module = "@aws-sdk/client-\(service.module)"
    let send = "\(module).{\(service.newer)Client,\(service.newer)}().send"
    var models = service.operations.map { operations in
      let names = OperationName.alternatives(operations.names.map(OperationName.camel))
      return CallModel(
        "\(module).\(service.newer)().\(names)",
        effects: operations.sinks(of: .position(0)) { .field(.position(0), $0) } + answers(operations) + [
          .nodeCallback
        ])
    }
    let input = Selector.constructed(.position(0), 0)
    for operations in service.operations {
      let types = operations.names.map { "\(module).\($0)Command()" }
      let condition = Condition.type(.position(0), types)
      models.append(
        CallModel(
          send,
          effects: operations.sinks(of: input) { .field(input, $0) }.map { conditioned($0, by: condition) }))
    }
    models.append(CallModel(send, effects: [.result(answer(of: service)), .nodeCallback]))
    return models
  }

  private static func answers(_ operations: CloudOperations) -> [CallModel.Effect] {
    operations.answer.map { [.result($0)] } ?? []
  }

  private static func conditioned(_ effect: CallModel.Effect, by condition: Condition) -> CallModel.Effect {
    guard case .sink(let sink) = effect else { return effect }
    return .sink(
      Sink(
        sink.kind, sink.selector, when: sink.conditions + [condition], certainty: sink.certainty,
        detail: sink.detail))
  }

  /// What `send` gives, by the command it is given.
  private static func answer(of service: CloudService) -> ResultModel {
    service.operations.reversed().reduce(NodeCloudExtras.otherAnswer(of: service)) { rest, operations in
      guard let answer = operations.answer else { return rest }
      return .conditional(
        [.type(.position(0), operations.names.map { "@aws-sdk/client-\(service.module).\($0)Command()" })],
        answer, otherwise: rest)
    }
  }
}
