internal import ApplicationModel
internal import CodeAnalysis
internal import TaintEngine

extension CloudCall {
  func isOfSameTable(as other: CloudCall) -> Bool {
    guard let left = target, let right = other.target else { return false }
    if let name = left.name, name == right.name { return true }
    return !left.resources.isEmpty && left.resources == right.resources
  }
}

extension CallFact {
  /// Whether a parameter is given, by name or in the record or command that holds the parameters.
  func names(_ parameter: String) -> Bool {
    arguments.contains { argument in
      argument.name == parameter || argument.value.fields[parameter] != nil
        || argument.value.construction.contains { $0.fields[parameter] != nil }
    }
  }

  /// Values of a parameter, by name or in the record or command that holds the parameters.
  func values(of parameter: String) -> [ValueFact] {
    arguments.flatMap { argument in
      ([argument.value] + argument.value.construction).compactMap { $0.fields[parameter] }
        + (argument.name == parameter ? [argument.value] : [])
    }
  }

  /// The canned access list of a write to a bucket.
  var accessList: String? {
    let extra = argument(named: "ExtraArgs")
    let records =
      arguments.map(\.value) + arguments.flatMap(\.value.construction) + [extra].compactMap(\.self)
    let given = [argument(named: "ACL")].compactMap(\.self) + records.compactMap { $0.fields["ACL"] }
    return given.flatMap(\.literals).first
  }

  /// Whether an update computes the new value from the old one inside the database.
  var isAtomicUpdate: Bool {
    let records = arguments.map(\.value) + arguments.flatMap(\.value.construction)
    let texts =
      (argument(named: "UpdateExpression").map { [$0] } ?? [])
      + records.compactMap { $0.fields["UpdateExpression"] }
    return texts.flatMap(\.literals).contains { text in
      text.uppercased().contains("ADD ") || text.contains("+") || text.contains("-")
    }
  }
}

extension Array {
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
