/// What JSON schemas prove of the fields of what they validate.
extension Interpreter {
  /// Schemas within schemas that are looked at.
  private static let schemaLevels = 8
  /// Fields of one schema that are looked at.
  private static let schemaFields = 200

  /// - Returns: For each field of a caller's that the schema narrows, what it is harmless for then.
  func schemaRefinements(of value: Value, by schema: Value) -> [Refinement] {
    value.taints.filter { labels[$0.label].isWhole }.flatMap { taint -> [Refinement] in
      var found: [Refinement] = []
      collect(schema, at: taint.label, level: 0, into: &found)
      return found
    }
  }

  private func collect(_ schema: Value, at label: LabelID, level: Int, into found: inout [Refinement]) {
    guard level < Self.schemaLevels, found.count < Self.schemaFields, let record = schemaRecord(schema) else {
      return
    }
    let safe = kinds(of: record)
    if safe.rawValue != 0 { found.append(Refinement(subject: .origin(labels[label].origin), safe: safe)) }
    guard let properties = heap.read(record, key("properties")).flatMap(schemaRecord) else { return }
    for name in heap.keys(properties).compactMap(\.name) {
      guard let inner = heap.read(properties, CellKey(name)), let part = labels.member(label, names[name]),
        part != label
      else { continue }
      collect(inner, at: part, level: level + 1, into: &found)
    }
  }

  /// What a field is harmless for by its own words: a list of values, a type, a pattern.
  private func kinds(of schema: ObjectID) -> SinkKinds {
    if heap.read(schema, key("enum")) != nil || heap.read(schema, key("const")) != nil { return .all }
    var safe = SinkKinds(rawValue: 0)
    if let type = heap.read(schema, key("type"))?.literals {
      if type.allSatisfy(["number", "integer", "boolean", "null"].contains) { safe = .injections }
      if type == ["string"] { safe = SinkKinds(.nosql, .objectMerge, .massAssignment) }
    }
    if let pattern = heap.read(schema, key("pattern")), let proven = provenKinds(by: pattern) {
      safe = safe.union(proven)
    }
    return safe
  }

  /// The record of a schema, also where a library compiles it: `transpileSchema(schema)`.
  private func schemaRecord(_ value: Value) -> ObjectID? {
    for object in value.objects {
      switch heap.kind(object) {
      case .record, .module: return object
      case .library(let library):
        if let inner = library.construction.first?.value.objects.first, case .record = heap.kind(inner) {
          return inner
        }
      default: continue
      }
    }
    return nil
  }

  // MARK: Middleware

  /// What `.use(validator({ inputSchema }))` on a handler proves of its event.
  func assumeValidation(around handler: Value, of event: Value) {
    for object in handler.objects {
      for case .library(let middleware) in heap.read(object, .rest)?.objects.map(heap.kind) ?? []
      where middleware.path.hasPrefix("@middy/validator") {
        guard let options = middleware.construction.first?.value.objects.first else { continue }
        for name in ["inputSchema", "eventSchema"] {
          guard let schema = heap.read(options, key(name)) else { continue }
          assume(schemaRefinements(of: event, by: schema))
        }
      }
    }
  }
}
