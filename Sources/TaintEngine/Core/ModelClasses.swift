internal import SourceModel

/// Classes of the program that a library makes from data: pydantic's models.
extension Interpreter {
  private static let validators: Set<String> = [
    "model_validate", "model_validate_json", "parse_obj", "parse_raw", "model_construct", "construct",
    "from_dict", "from_json", "validate",
  ]

  /// `Order.model_validate(data)` of a class of the program that is a model of a library.
  func modelMethod(_ name: String, of type: ObjectID, _ arguments: Arguments, at spot: Spot) -> Value? {
    if let text = modelText(name, of: type, at: spot) { return text }
    guard isPython, Self.validators.contains(name), case .classType(let value) = heap.kind(type),
      value.bases.contains(where: isLibraryType), let data = arguments.value(0)
    else { return nil }
    return modelled(data, by: type, at: spot)
  }

  /// An object of a class of the program whose fields are those of the data.
  func modelled(_ data: Value, by type: ObjectID, at spot: Spot) -> Value {
    var passed = Arguments([])
    let plain = parsed(data, at: spot)
    let known = plain.objects.filter { heap.kind($0).isRecordLike }
    passed.namedRest =
      known.isEmpty ? plain : Value(isOpen: plain.isOpen, taints: plain.taints, objects: known)
    return construct(type, passed, at: spot, id: nil)
  }

  private static let serializers: Set<String> = ["json", "model_dump_json", "to_json"]

  /// `order.model_dump_json()`: JSON that the program writes itself.
  private func modelText(_ name: String, of instance: ObjectID, at spot: Spot) -> Value? {
    guard isPython, Self.serializers.contains(name), case .instance(let type) = heap.kind(instance),
      heap.read(type, key(name)) == nil, case .classType(let value) = heap.kind(type),
      value.bases.contains(where: isLibraryType)
    else { return nil }
    let whole = Value.object(instance)
    let argument = PassedArgument(position: 0, name: nil, value: whole)
    let text = new(
      .library(LibraryValue(path: ValueFact.serialized, construction: [argument], receiver: nil)))
    let taints = derived(reachableTaints(of: whole, at: spot)) {
      $0.isWhole = false; $0.isSymbolic = false
    }
    return onOneLine(Value(isOpen: true, taints: taints, objects: [text]))
  }

  /// `Point(1, 2)` where `Point = namedtuple("Point", ["x", "y"])`: a list whose elements have names.
  func namedTuple(of type: LibraryValue, _ arguments: Arguments) -> Value? {
    guard isPython, type.path == "collections.namedtuple()", arguments.rest == nil,
      arguments.namedRest == nil,
      let names = type.construction.first(where: { $0.position == 1 })?.value
    else { return nil }
    let fields =
      names.literal?.split { $0 == "," || $0.isWhitespace }.map(String.init)
      ?? elements0(of: names)?.compactMap(\.literal) ?? []
    guard !fields.isEmpty, fields.count < Self.elementLimit else { return nil }
    let tuple = new(.list)
    for (index, name) in fields.enumerated() {
      let value = arguments.value(index, name) ?? .unknown
      heap.write(tuple, .element(index), value)
      heap.write(tuple, key(name), value)
    }
    setCount(fields.count, of: tuple)
    return .object(tuple)
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
