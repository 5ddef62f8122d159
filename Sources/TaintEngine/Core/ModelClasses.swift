internal import SourceModel

/// Classes of the program that a library makes from data: pydantic's models.
extension Interpreter {
  private static let validators: Set<String> = [
    "model_validate", "model_validate_json", "parse_obj", "parse_raw", "model_construct", "construct",
    "from_dict", "from_json", "validate",
  ]

  /// `Order.model_validate(data)` of a class of the program that is a model of a library.
  func modelMethod(_ name: String, of type: ObjectID, _ arguments: Arguments, at spot: Spot) -> Value? {
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
