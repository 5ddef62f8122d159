/// A setting of a function: not there, known, or only known to who deploys it.
package enum Setting<Value: Hashable & Sendable>: Hashable, Sendable {
  case absent
  case known(Value)
  /// As it is written, for people.
  case unresolved(String)

  package func map<Other>(_ transform: (Value) -> Other) -> Setting<Other> {
    switch self {
    case .absent: .absent
    case .known(let value): .known(transform(value))
    case .unresolved(let text): .unresolved(text)
    }
  }

  package var known: Value? {
    if case .known(let value) = self { value } else { nil }
  }
}
