/// Which functions are meant.
package struct FunctionSelection: Hashable, Sendable {
  package struct Tag: Hashable, Sendable {
    package let key: String
    package let value: String

    package init(key: String, value: String) {
      self.key = key
      self.value = value
    }
  }

  /// Every function.
  package var all = false
  /// Names, with `*` and `?`.
  package var names: [String] = []
  package var tags: [Tag] = []
  /// Names of functions that a scan's verdict chose; `nil` where none was asked for.
  package var judged: Set<String>?

  package init() {}

  /// Says nothing at all, and so chooses nothing.
  package var isEmpty: Bool { !all && names.isEmpty && tags.isEmpty && judged == nil }

  /// Whether every kind of condition that was given holds; of names, and of tags, any one is enough.
  package func contains(_ function: FunctionDescription) -> Bool {
    guard !isEmpty else { return false }
    let called = [function.name] + function.aliases
    if !names.isEmpty, !names.contains(where: { name in called.contains { Wildcard.matches($0, name) } }) {
      return false
    }
    if !tags.isEmpty, !tags.contains(where: { function.tags[$0.key] == $0.value }) { return false }
    if let judged, !called.contains(where: judged.contains) { return false }
    return true
  }

  /// Names without wildcards that no function has, for a sentence about a typing error.
  package func unknownNames(among functions: [FunctionDescription]) -> [String] {
    names.filter { name in
      !functions.contains { function in
        ([function.name] + function.aliases).contains { Wildcard.matches($0, name) }
      }
    }
  }
}
