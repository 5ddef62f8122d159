internal import SourceModel

/// Classes that show an event by attributes: `event.query_string_parameters`, `record.s3.get_object.key`.
///
/// In Python the event itself is a dictionary, which has no attributes, so that only a library's class can be meant.
/// Such an object stands for the event it was made of, and findings name the fields as the platform does.
extension Interpreter {
  func eventAttribute(_ name: String, of value: Value, at spot: Spot) -> Value? {
    guard isPython, let path = eventPath(of: value),
      let field = EventAttributes.field(name, below: path, records: recordsPath)
    else { return nil }
    let part = reach(field, in: value, at: spot)
    return EventAttributes.parsing.contains(name) ? parsed(part, at: spot) : part
  }

  func eventMethod(_ name: String, of value: Value, _ arguments: Arguments, at spot: Spot) -> Value? {
    guard isPython, let field = EventAttributes.methods[name], eventPath(of: value) != nil else { return nil }
    var part = reach(field, in: value, at: spot)
    if EventAttributes.parsing.contains(name) { part = parsed(part, at: spot) }
    guard name.hasPrefix("get_"), let key = arguments.value(0, "name") else { return part }
    let found = index(part, by: key, at: spot)
    return arguments.value(1, "default_value").map { join(found, $0) } ?? found
  }

  /// The part of a value that a path leads to.
  func reach(_ field: [String], in value: Value, at spot: Spot) -> Value {
    let isShown = value.objects.contains { if case .library = heap.kind($0) { true } else { false } }
    var part = isShown ? Value(isOpen: true, taints: value.taints) : value
    for name in field {
      part =
        name == "[]" || name == "*"
        ? element(of: part, at: spot, name: name) : member(name, of: part, at: spot)
    }
    return part
  }

  /// Where in the event a value is; `nil` for anything else.
  private func eventPath(of value: Value) -> [String]? {
    if let taint = value.taints.first { return eventPath(of: taint) }
    guard value.objects.count == 1, let object = value.objects.first, case .record = heap.kind(object) else {
      return nil
    }
    return heap.read(object, .source)?.taints.first.flatMap(eventPath)
  }

  private func eventPath(of taint: Taint) -> [String]? {
    guard labels[taint.label].isSymbolic, case .event(let path) = labels.kind(of: taint.label) else {
      return nil
    }
    return path.components
  }

  /// Firehose writes its list small, and Kafka has one for each part of a topic.
  private var recordsPath: [String] {
    let schemas = entry?.events ?? []
    guard !schemas.contains(where: { $0.lists("Records") }) else { return ["Records"] }
    if schemas.contains(where: { $0.lists("records", "*") }) { return ["records", "*"] }
    return schemas.contains { $0.lists("records") } ? ["records"] : ["Records"]
  }
}
