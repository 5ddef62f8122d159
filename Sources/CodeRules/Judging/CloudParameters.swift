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

  /// Whether it and another call may be about one item, as far as their keys are written out.
  func mayMeanItem(of other: CallFact) -> Bool {
    let (own, others) = (keyFields, other.keyFields)
    return own.allSatisfy { name, value in others[name].map { value.mayEqual($0) } ?? true }
  }

  /// The attributes of `Key`, or of the item that is written.
  private var keyFields: [String: ValueFact] {
    let records = arguments.map(\.value) + arguments.flatMap(\.value.construction)
    return ["Key", "Item"].lazy.compactMap { name in
      self.argument(named: name) ?? records.lazy.compactMap { $0.fields[name] }.first
    }.first?.fields ?? [:]
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

extension ValueFact {
  /// Whether two values can be the same text; only a known beginning or end tells them apart.
  fileprivate func mayEqual(_ other: ValueFact) -> Bool {
    // `{"S": "…"}` of the low-level client.
    if let (left, right) = (fields["S"].flatMap { left in other.fields["S"].map { (left, $0) } }) {
      return left.mayEqual(right)
    }
    guard !texts.isEmpty, !other.texts.isEmpty else { return true }
    return texts.contains { left in other.texts.contains { left.mayEqual($0) } }
  }
}

extension TextPattern {
  fileprivate func mayEqual(_ other: TextPattern) -> Bool {
    Self.agree(prefix, other.prefix) { $0.hasPrefix($1) }
      && Self.agree(suffix, other.suffix) { $0.hasSuffix($1) }
  }

  /// A text that is known to its end has to hold the whole of what is known of the other.
  private static func agree(
    _ left: (text: String, isWhole: Bool), _ right: (text: String, isWhole: Bool),
    by holds: (String, String) -> Bool
  ) -> Bool {
    switch (left.isWhole, right.isWhole) {
    case (true, true): left.text == right.text
    case (true, false): holds(left.text, right.text)
    case (false, true): holds(right.text, left.text)
    case (false, false): holds(left.text, right.text) || holds(right.text, left.text)
    }
  }

  private var prefix: (text: String, isWhole: Bool) {
    if let literal { return (literal, true) }
    if case .literal(let text)? = parts.first { return (text, false) }
    return ("", false)
  }

  private var suffix: (text: String, isWhole: Bool) {
    if let literal { return (literal, true) }
    if case .literal(let text)? = parts.last { return (text, false) }
    return ("", false)
  }
}

extension Array {
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
