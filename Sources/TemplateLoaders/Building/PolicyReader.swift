internal import ApplicationModel
internal import Documents
internal import FindingModel

/// Reads IAM policy documents out of evaluated properties.
enum PolicyReader {
  static func document(_ value: Resolved) -> PolicyDocument {
    if case .text(let text) = value.content {
      guard let parsed = EmbeddedJSON.parse(text, at: value.location) else {
        return PolicyDocument(
          statements: [], location: value.location, unresolved: [Expression(String(text.pattern.prefix(80)))])
      }
      return document(parsed)
    }
    guard let list = value["Statement"] else {
      return PolicyDocument(
        statements: [], location: value.location, unresolved: value.expression.map { [$0] } ?? [])
    }
    // A single statement may stand without its list.
    let items = list.isMap ? [list] : list.elements
    return PolicyDocument(
      statements: items.filter(\.isMap).map(statement), location: value.location,
      unresolved: ([list] + items).compactMap(\.expression))
  }

  static func statement(_ value: Resolved) -> Statement {
    Statement(
      sid: value.string("Sid").value,
      effect: value.text("Effect").literal { Statement.Effect(rawValue: $0) },
      actions: matchers(value, "Action"), resources: matchers(value, "Resource"),
      principals: principals(value), conditions: conditions(value["Condition"]), location: value.location,
      isImplied: value.isImplied)
  }

  private static func matchers(_ value: Resolved, _ key: String) -> Matchers {
    if let list = value[key] { return .only(list.asTexts) }
    if let list = value["Not" + key] { return .allExcept(list.asTexts) }
    return .absent
  }

  private static func principals(_ value: Resolved) -> Principals {
    if let list = value["Principal"] { return .only(principals(list)) }
    if let list = value["NotPrincipal"] { return .allExcept(principals(list)) }
    return .absent
  }

  private static func principals(_ value: Resolved) -> [Principal] {
    switch value.content {
    case .text(let text):
      return [Principal(kind: text.literal == "*" ? .anyone : .aws, value: text, location: value.location)]
    case .map(let entries):
      return entries.flatMap { entry -> [Principal] in
        guard let kind = Principal.Kind(rawValue: entry.key) else { return [] }
        return entry.value.asTexts.map { item in
          let isAnyone = kind == .aws && item.value.literal == "*"
          return Principal(kind: isAnyone ? .anyone : kind, value: item.value, location: item.location)
        }
      }
    case .unresolved(let expression):
      return [Principal(kind: .aws, value: Text([.open(expression)]), location: value.location)]
    case .null, .list:
      return []
    }
  }

  private static func conditions(_ value: Resolved?) -> [PolicyCondition] {
    guard let value else { return [] }
    return value.entries.flatMap { operation in
      operation.value.entries.map { key in
        PolicyCondition(
          operation: operation.key, key: key.key, values: key.value.asTexts.map(\.value),
          location: key.keyLocation)
      }
    }
  }
}
