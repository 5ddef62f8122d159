internal import SourceModel

/// Decorators of libraries after which a handler gets something else than what the platform passes.
extension Interpreter {
  /// - Returns: `nil` for a decorator that changes nothing of what the function gets.
  func adapted(_ function: Value, by decorator: LibraryValue) -> Value? {
    guard isPython, isProgramFunction(function) else { return nil }
    let path = decorator.path.hasSuffix("()") ? String(decorator.path.dropLast(2)) : decorator.path
    switch ModelIndex.last(path) {
    case "event_parser": return .object(heap.add(.native(.parsingHandler(function, by: decorator))))
    case "lambda_handler_decorator": return .object(heap.add(.native(.middleware(function, options: []))))
    default: return nil
    }
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

  /// Calls a handler with the model of the event that its decorator or its first parameter names.
  func call(_ handler: Value, parsing arguments: Arguments, by parser: LibraryValue, at spot: Spot) -> Value {
    guard let event = arguments.value(0) else { return call(handler, arguments, receiver: nil, at: spot) }
    let named = { (name: String) in parser.construction.first { $0.name == name }?.value }
    var passed = arguments
    passed.positional[0] = model(
      of: event, named("model") ?? typeOfFirstParameter(handler), in: named("envelope"), at: spot)
    passed.places = []
    return call(handler, passed, receiver: nil, at: spot)
  }

  /// `parse(event=…, model=…, envelope=…)`.
  func parsedEvent(_ path: String, _ call: LibraryCall) -> Value? {
    guard path.hasPrefix("aws_lambda_powertools.utilities.parser."), ModelIndex.last(path) == "parse",
      let event = call.arguments.value(0, "event")
    else { return nil }
    return model(
      of: event, call.arguments.value(1, "model"), in: call.arguments.value(2, "envelope"), at: call.spot)
  }

  private func typeOfFirstParameter(_ handler: Value) -> Value? {
    guard let (module, id) = handler.objects.first.flatMap({ definition(of: $0, depth: 0) }),
      let name = modules[Int(module)][id].parameters.first?.typeName
    else { return nil }
    return heap.read(modules[Int(module)].scope, key(name))
  }

  private func model(of event: Value, _ type: Value?, in envelope: Value?, at spot: Spot) -> Value {
    let content = envelope.flatMap(content)
    let data = content.map { reach($0, in: event, at: spot) } ?? event
    let isList = content?.contains("[]") ?? false
    let made =
      type?.objects.first { if case .classType = heap.kind($0) { true } else { false } }
      .map { modelled(data, by: $0, at: spot) } ?? parsed(data, at: spot)
    return isList ? listOf(made) : made
  }

  /// Where in an event an envelope finds what the model describes.
  private func content(_ envelope: Value) -> [String]? {
    for object in envelope.objects {
      guard case .library(let library) = heap.kind(object) else { continue }
      let path = library.path.hasSuffix("()") ? String(library.path.dropLast(2)) : library.path
      if let content = Self.envelopes[ModelIndex.last(path)] { return content }
    }
    return nil
  }

  private static let envelopes: [String: [String]] = [
    "ApiGatewayEnvelope": ["body"], "ApiGatewayV2Envelope": ["body"], "ApiGatewayWebSocketEnvelope": ["body"],
    "LambdaFunctionUrlEnvelope": ["body"], "VpcLatticeEnvelope": ["body"], "VpcLatticeV2Envelope": ["body"],
    "BedrockAgentEnvelope": ["inputText"], "EventBridgeEnvelope": ["detail"],
    "SqsEnvelope": ["Records", "[]", "body"], "SnsEnvelope": ["Records", "[]", "Sns", "Message"],
    "SnsSqsEnvelope": ["Records", "[]", "body", "Message"],
    "KinesisDataStreamEnvelope": ["Records", "[]", "kinesis", "data"],
    "KinesisFirehoseEnvelope": ["records", "[]", "data"], "KafkaEnvelope": ["records", "*", "[]", "value"],
    "DynamoDBStreamEnvelope": ["Records", "[]", "dynamodb"], "CloudWatchLogsEnvelope": ["awslogs", "data"],
  ]
}
