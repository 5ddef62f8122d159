internal import SourceModel

/// Schemas that say of which type a field is: what is no text after the check injects nothing.
extension Interpreter {
  private static let parsers: Set<String> = ["parse", "parseAsync", "safeParse", "safeParseAsync"]
  private static let plainTypes: Set<String> = [
    "number", "int", "bigint", "boolean", "date", "enum", "nativeEnum", "literal", "null", "undefined", "nan",
    "uuid", "cuid", "cuid2", "ulid", "datetime", "time", "ip", "ipv4", "guid",
  ]

  /// `schema.parse(value)` of zod and its like.
  func schemaMethod(_ name: String, _ path: String, _ call: LibraryCall) -> Value? {
    guard Self.parsers.contains(name), path.hasPrefix("zod"), let schema = call.receiver,
      let value = call.arguments.value(0)
    else { return nil }
    let result = checked(value, by: schema, at: call.spot, depth: 0)
    guard name.hasPrefix("safe") else { return result }
    let record = new(.record, at: call.id)
    store(result, in: record, key("data"))
    store(.boolean, in: record, key("success"))
    store(origin(.error(.whole), name: nil, at: call.spot), in: record, key("error"))
    return .object(record)
  }

  private func checked(_ value: Value, by schema: Value, at spot: Spot, depth: Int) -> Value {
    guard depth < 8, schema.objects.count == 1, case .library(let library) = heap.kind(schema.objects[0])
    else {
      return value
    }
    let names = library.path.split(separator: ".").map {
      $0.hasSuffix("()") ? String($0.dropLast(2)) : String($0)
    }
    if names.contains("object"), let fields = construction(of: library, "object") {
      return record(value, with: fields, at: spot, depth: depth)
    }
    if names.contains("array"), let item = construction(of: library, "array") {
      return listOf(checked(element(of: value, at: spot), by: item, at: spot, depth: depth + 1))
    }
    if names.contains(where: Self.plainTypes.contains) {
      return Value(isOpen: true, taints: numeric(value.taints))
    }
    return value
  }

  /// What the call of a name was given in a chain such as `z.object(fields).strict()`.
  private func construction(of library: LibraryValue, _ name: String) -> Value? {
    var current: LibraryValue? = library
    for _ in 0..<12 {
      guard let value = current else { return nil }
      if value.path.hasSuffix(".\(name)()") || value.path == "\(name)()" {
        return value.construction.first?.value
      }
      current = value.receiver?.objects.first.flatMap { object in
        if case .library(let inner) = heap.kind(object) { inner } else { nil }
      }
    }
    return nil
  }

  private func record(_ value: Value, with fields: Value, at spot: Spot, depth: Int) -> Value {
    let record = new(.record)
    for object in fields.objects where heap.kind(object).isRecordLike {
      for key in heap.keys(object) {
        guard let name = key.name, let schema = heap.read(object, key) else { continue }
        let part = member(names[name], of: value, at: spot, isField: true)
        heap.write(record, key, checked(part, by: schema, at: spot, depth: depth + 1))
      }
    }
    return .object(record)
  }

  // MARK: pydantic

  private static let validators: Set<String> = [
    "model_validate", "model_validate_json", "parse_obj", "parse_raw", "model_construct", "construct",
    "from_dict", "from_json", "validate",
  ]

  /// `Order.model_validate(data)` of a class of the program that is a model of a library.
  func modelMethod(_ name: String, of type: ObjectID, _ arguments: Arguments, at spot: Spot) -> Value? {
    guard isPython, Self.validators.contains(name), case .classType(let value) = heap.kind(type),
      value.bases.contains(where: isLibraryType), let data = arguments.value(0)
    else { return nil }
    var passed = Arguments([])
    let plain = parsed(data, at: spot)
    let known = plain.objects.filter { heap.kind($0).isRecordLike }
    passed.namedRest =
      known.isEmpty ? plain : Value(isOpen: plain.isOpen, taints: plain.taints, objects: known)
    return construct(type, passed, at: spot, id: nil)
  }

  private func isLibraryType(_ base: Value) -> Bool {
    base.objects.contains { object in
      switch heap.kind(object) {
      case .library(let library): library.path.hasPrefix("pydantic") || library.path.contains("Model")
      case .classType(let parent): parent.bases.contains(where: isLibraryType)
      default: false
      }
    }
  }
}
