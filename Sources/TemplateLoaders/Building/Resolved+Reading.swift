internal import ApplicationModel
internal import Documents
internal import FindingModel

// What a property is read as. A shape that does not fit is unresolved, never a guess and never an error:
// CloudFormation would refuse the template, and its other parts still deserve a look.
extension Resolved {
  var entries: [ResolvedEntry] {
    if case .map(let entries) = content { entries } else { [] }
  }

  var elements: [Resolved] {
    if case .list(let elements) = content { elements } else { [] }
  }

  var isMap: Bool {
    if case .map = content { true } else { false }
  }

  var expression: Expression? {
    if case .unresolved(let expression) = content { expression } else { nil }
  }

  /// The value of a key; an unresolved value where the whole map is unresolved.
  subscript(key: String) -> Resolved? {
    switch content {
    case .map(let entries): entries.first { $0.key == key }?.value
    case .unresolved: self
    case .null, .text, .list: nil
    }
  }

  subscript(keys: String...) -> Resolved? {
    var value = self
    for key in keys {
      guard let next = value[key] else { return nil }
      value = next
    }
    return value
  }

  var asText: Value<Text> {
    switch content {
    case .null: .absent
    case .text(let text): .known(text, at: location)
    case .unresolved(let expression): .unresolved(expression, at: location)
    case .list, .map: .unresolved(Expression("a list or map where text is expected"), at: location)
    }
  }

  /// Text without open parts.
  var asString: Value<String> { asText.literal { $0 } }

  var asInteger: Value<Int> {
    asText.literal { text in
      if let value = Int(text) { return value }
      guard let value = Double(text), value.rounded() == value, abs(value) < 9e15 else { return nil }
      return Int(value)
    }
  }

  var asNumber: Value<Double> { asText.literal { Double($0) } }

  var asBoolean: Value<Bool> {
    asText.literal { text in
      switch text.lowercased() {
      case "true", "yes", "on": true
      case "false", "no", "off": false
      default: nil
      }
    }
  }

  func text(_ key: String) -> Value<Text> { self[key]?.asText ?? .absent }
  func string(_ key: String) -> Value<String> { self[key]?.asString ?? .absent }
  func integer(_ key: String) -> Value<Int> { self[key]?.asInteger ?? .absent }
  func number(_ key: String) -> Value<Double> { self[key]?.asNumber ?? .absent }
  func boolean(_ key: String) -> Value<Bool> { self[key]?.asBoolean ?? .absent }

  /// A list of texts, or a single text for a list of one, as most of the platform's lists allow.
  func texts(_ key: String) -> [Located<Text>] { self[key]?.asTexts ?? [] }

  var asTexts: [Located<Text>] {
    switch content {
    case .text(let text): [Located(text, at: location)]
    case .list(let elements): elements.flatMap(\.asTexts)
    case .unresolved(let expression): [Located(Text([.open(expression)]), at: location)]
    case .null, .map: []
    }
  }

  /// `{name: value}` maps, such as a function's environment.
  var asNamedTexts: [NamedText] {
    entries.map { NamedText(name: $0.key, value: $0.value.asText, location: $0.keyLocation) }
  }

  /// `[{Key: name, Value: value}]` lists, or maps, such as tags.
  func namedTexts(_ key: String, name nameKey: String = "Key", value valueKey: String = "Value")
    -> [NamedText]
  {
    guard let list = self[key] else { return [] }
    if list.isMap { return list.asNamedTexts }
    return list.elements.compactMap { element in
      guard let name = element.string(nameKey).value else { return nil }
      return NamedText(name: name, value: element.text(valueKey), location: element.location)
    }
  }
}

extension Value where Wrapped == Text {
  /// The value that a text without open parts stands for; unresolved if it has some or stands for none.
  func literal<Other>(_ read: (String) -> Other?) -> Value<Other> {
    switch self {
    case .absent: return .absent
    case .unresolved(let expression, let location): return .unresolved(expression, at: location)
    case .known(let text, let location):
      if let literal = text.literal {
        if let value = read(literal) { return .known(value, at: location) }
        return .unresolved(Expression(literal), at: location)
      }
      if text.parts.count == 1, let expression = text.expressions.first {
        return .unresolved(expression, at: location)
      }
      return .unresolved(Expression(text.pattern), at: location)
    }
  }
}
