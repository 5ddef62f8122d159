internal import SourceModel

/// Decorators and middlewares of libraries that do something with the event before a handler gets it.
extension Interpreter {
  /// - Returns: `nil` for a decorator that does nothing with the event.
  func adapted(_ function: Value, by decorator: LibraryValue, at spot: Spot) -> Value? {
    guard isProgramFunction(function) else { return nil }
    switch ModelIndex.last(Self.called(decorator.path)) {
    case "event_parser", "batch_processor", "async_batch_processor": break
    case "validator" where decorator.path.hasPrefix("aws_lambda_powertools."):
      guard decorator.construction.contains(where: { $0.name == "envelope" }) else { return nil }
    case "parser" where decorator.path.hasPrefix("@aws-lambda-powertools/"): break
    case "inject_lambda_context", "injectLambdaContext":
      guard logsEvent(decorator, at: spot) else { return nil }
    case "lambda_handler_decorator": return .object(heap.add(.native(.middleware(function, options: []))))
    default: return nil
    }
    return .object(heap.add(.native(.adaptedHandler(function, by: decorator, at: spot))))
  }

  /// `middy(handler).use(parser(…))`.
  func adapted(_ function: Value, byMiddleware value: Value, at spot: Spot) -> Value? {
    for object in value.objects {
      guard case .library(let made) = heap.kind(object), let adapted = adapted(function, by: made, at: spot)
      else { continue }
      return adapted
    }
    return nil
  }

  /// `middy().use(parser(…)).handler(function)`: the middlewares stand before their handler.
  func middyHandler(_ path: String, _ call: LibraryCall) -> Value? {
    guard path == "middy.handler", var function = call.arguments.value(0) else { return nil }
    decorated.formUnion(function.objects)
    for object in call.receiver?.objects ?? [] {
      guard let middlewares = heap.read(object, .rest) else { continue }
      for middleware in middlewares.objects {
        function = adapted(function, byMiddleware: .object(middleware), at: call.spot) ?? function
      }
    }
    return function
  }

  private func logsEvent(_ decorator: LibraryValue, at spot: Spot) -> Bool {
    decorator.construction.contains { argument in
      let option =
        argument.name == "log_event" ? argument.value : field("logEvent", of: argument.value, at: spot)
      return option.map { truth(of: $0) == true } ?? false
    }
  }

  private static func called(_ path: String) -> String {
    path.hasSuffix("()") ? String(path.dropLast(2)) : path
  }

  /// `@middleware` and `@middleware(option=…)`: a handler inside, or the decorator again.
  func wrap(_ arguments: Arguments, in middleware: Value, _ options: [(String, Value)]) -> Value {
    guard let handler = arguments.value(0), isProgramFunction(handler) else {
      let given = arguments.named.map { ($0.name, $0.value) }
      return .object(heap.add(.native(.middleware(middleware, options: options + given))))
    }
    return .object(
      heap.add(.bound(function: middleware, receiver: nil, arguments: [handler], named: options)))
  }

  /// - Parameter spot: Where the decorator stands.
  func call(
    _ handler: Value, adapting arguments: Arguments, receiver: Value?, by decorator: LibraryValue,
    at spot: Spot
  ) -> Value {
    let isEntering = isEnteringHandler
    defer { isEnteringHandler = false }
    guard let event = arguments.value(0) else {
      return call(handler, arguments, receiver: receiver, at: spot)
    }
    let path = Self.called(decorator.path)
    isEnteringHandler = false
    switch ModelIndex.last(path) {
    case "inject_lambda_context", "injectLambdaContext":
      record(.log, event, at: spot, callee: path, detail: nil, isDeep: true)
      isEnteringHandler = isEntering
      return call(handler, arguments, receiver: receiver, at: spot)
    case "batch_processor", "async_batch_processor":
      if let work = decorator.construction.first(where: { $0.name == "record_handler" || $0.position == 0 }) {
        _ = followed(work.value, [reach(["Records", "[]"], in: event, at: spot)], at: spot)
      }
      isEnteringHandler = isEntering
      return call(handler, arguments, receiver: receiver, at: spot)
    default: break
    }
    let options = decorator.construction.first { $0.position == 0 }?.value
    let named = { (name: String) in
      decorator.construction.first { $0.name == name }?.value
        ?? options.flatMap { self.field(name, of: $0, at: spot) }
    }
    var passed = arguments
    // A validator's schema changes nothing that is a text.
    let isModel = ModelIndex.last(path).hasSuffix("parser")
    let type = isModel ? named("model") ?? named("schema") ?? typeOfFirstParameter(handler) : nil
    passed.positional[0] = model(of: event, type, in: named("envelope"), at: spot)
    passed.places = []
    isEnteringHandler = isEntering
    return call(handler, passed, receiver: receiver, at: spot)
  }

  /// `parse(event=…, model=…, envelope=…)`, `ApiGatewayEnvelope.parse(event, schema)`, and parts by an envelope.
  func parsedEvent(_ path: String, _ call: LibraryCall) -> Value? {
    guard path.holds("powertools") else { return nil }
    if ["query", "extract_data_from_envelope"].contains(ModelIndex.last(path)),
      let data = call.arguments.value(0, "data")
    {
      return model(of: data, nil, in: call.arguments.value(1, "envelope"), at: call.spot)
    }
    guard ModelIndex.last(path) == "parse",
      path.hasPrefix(isPython ? "aws_lambda_powertools.utilities.parser." : "@aws-lambda-powertools/parser"),
      let event = call.arguments.value(0, "event")
    else { return nil }
    let envelope = isPython ? call.arguments.value(2, "envelope") : library(String(path.dropLast(6)))
    return model(of: event, call.arguments.value(1, "model"), in: envelope, at: call.spot)
  }

  private func typeOfFirstParameter(_ handler: Value) -> Value? {
    guard let (module, id) = handler.objects.first.flatMap({ definition(of: $0, depth: 0) }),
      let name = modules[Int(module)][id].parameters.first?.typeName
    else { return nil }
    return heap.read(modules[Int(module)].scope, key(name))
  }

  private func model(of event: Value, _ type: Value?, in envelope: Value?, at spot: Spot) -> Value {
    let content = envelope.flatMap(content)
    let data = content.map { parsed(reach($0, in: event, at: spot), at: spot) } ?? event
    let isList = content?.contains("[]") ?? false
    let made =
      type?.objects.first { if case .classType = heap.kind($0) { true } else { false } }
      .map { modelled(data, by: $0, at: spot) } ?? shaped(data, by: type ?? .unknown, at: spot)
    return isList ? listOf(made) : made
  }

  /// Where in an event an envelope finds what the model describes.
  private func content(_ envelope: Value) -> [String]? {
    for object in envelope.objects {
      guard case .library(let library) = heap.kind(object) else { continue }
      if let content = Self.envelopes[ModelIndex.last(Self.called(library.path))] { return content }
    }
    return nil
  }

  private static let envelopes: [String: [String]] = [
    "ApiGatewayEnvelope": ["body"], "ApiGatewayV2Envelope": ["body"], "ApiGatewayWebSocketEnvelope": ["body"],
    "APIGatewayEnvelope": ["body"], "APIGatewayV2Envelope": ["body"],
    "LambdaFunctionUrlEnvelope": ["body"], "VpcLatticeEnvelope": ["body"], "VpcLatticeV2Envelope": ["body"],
    "BedrockAgentEnvelope": ["inputText"], "EventBridgeEnvelope": ["detail"],
    "SqsEnvelope": ["Records", "[]", "body"], "SnsEnvelope": ["Records", "[]", "Sns", "Message"],
    "SnsSqsEnvelope": ["Records", "[]", "body", "Message"],
    "KinesisDataStreamEnvelope": ["Records", "[]", "kinesis", "data"],
    "KinesisEnvelope": ["Records", "[]", "kinesis", "data"],
    "KinesisFirehoseEnvelope": ["records", "[]", "data"], "KafkaEnvelope": ["records", "*", "[]", "value"],
    "DynamoDBStreamEnvelope": ["Records", "[]", "dynamodb"], "CloudWatchLogsEnvelope": ["awslogs", "data"],
    "CloudWatchEnvelope": ["awslogs", "data"],
    // Expressions that the validator has ready.
    "API_GATEWAY_REST": ["body"], "API_GATEWAY_HTTP": ["body"], "EVENTBRIDGE": ["detail"],
    "SQS": ["Records", "[]", "body"], "SNS": ["Records", "[]", "Sns", "Message"],
    "KINESIS_DATA_STREAM": ["Records", "[]", "kinesis", "data"], "CLOUDWATCH_LOGS": ["awslogs", "data"],
    "CLOUDWATCH_EVENTS_SCHEDULED": ["detail"],
  ]
}
