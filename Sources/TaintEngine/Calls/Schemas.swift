/// What schemas of libraries let through: `z.object({ id: z.number(), note: z.string() }).parse(data)`.
extension Interpreter {
  /// Schemas within schemas that are looked at.
  private static let schemaDepth = 6

  func shaped(_ value: Value, by schema: Value, at spot: Spot, depth: Int = 0) -> Value {
    for object in schema.objects {
      guard case .library(let library) = heap.kind(object) else { continue }
      if Self.admitsNoText(library.path) {
        return Value(isOpen: true, taints: numeric(reachableTaints(of: value, at: spot)))
      }
      if let safe = patternKinds(library) {
        let taints = reachableTaints(of: value, at: spot)
        return Value(isOpen: true, taints: derived(taints) { $0.safe = $0.safe.union(safe) })
      }
      guard depth < Self.schemaDepth, let fields = schemaFields(library) else { continue }
      let record = new(.record)
      for key in heap.keys(fields) {
        guard let name = key.name, let inner = heap.read(fields, key) else { continue }
        let part = field(names[name], of: value, at: spot) ?? .unknown
        store(shaped(part, by: inner, at: spot, depth: depth + 1), in: record, key)
      }
      return .object(record)
    }
    return parsed(value, at: spot)
  }

  /// The record of fields that a schema was made of; methods such as `.strict()` keep them.
  private func schemaFields(_ schema: LibraryValue) -> ObjectID? {
    var current = schema
    for _ in 0..<Self.schemaDepth {
      let made = current.construction.first { $0.position == 0 }?.value.objects ?? []
      if let fields = made.first(where: { heap.kind($0).isRecordLike }) { return fields }
      let receivers = current.receiver?.objects ?? []
      let outer = receivers.lazy.compactMap { object -> LibraryValue? in
        if case .library(let library) = self.heap.kind(object) { library } else { nil }
      }.first
      guard let outer else { return nil }
      current = outer
    }
    return nil
  }

  /// What a text is harmless for that a schema matches against a pattern: `z.string().regex(/^[a-z]+$/)`.
  private func patternKinds(_ schema: LibraryValue) -> SinkKinds? {
    var current = schema
    for _ in 0..<Self.schemaDepth {
      if ["regex()", "pattern()", "matches()"].contains(ModelIndex.last(current.path)),
        let pattern = current.construction.first?.value
      {
        return provenKinds(by: pattern)
      }
      let outer = current.receiver?.objects.lazy.compactMap { object -> LibraryValue? in
        if case .library(let library) = self.heap.kind(object) { library } else { nil }
      }.first
      guard let outer else { return nil }
      current = outer
    }
    return nil
  }

  private static func admitsNoText(_ path: String) -> Bool {
    [
      ".number()", ".boolean()", ".bigint()", ".date()", ".enum()", ".nativeEnum()", ".literal()", ".uuid()",
      ".cuid()", ".ulid()", ".datetime()", ".int()", ".integer()", ".bool()", ".guid()",
    ].contains(where: path.contains)
  }
}
