package import ApplicationModel

/// What a request tells of itself: condition keys and their values.
package struct RequestContext: Hashable, Sendable {
  package enum Entry: Hashable, Sendable {
    /// References and open parts are values that are not known, but the same wherever they stand.
    case values([Text])
    case absent
    /// Nobody can tell here whether the request has the key, or its value.
    case unknown
  }

  private var entries: [String: Entry]
  /// Whether keys that are not given are absent; otherwise they are unknown.
  package let isComplete: Bool

  /// - Parameter values: By key, in any case; a `*` in a value is a character.
  package init(_ values: [String: [String]] = [:], isComplete: Bool = false) {
    self.isComplete = isComplete
    entries = [:]
    // Sorted, so that of two spellings of a key the same one wins every time.
    for key in values.keys.sorted() {
      entries[key.lowercased()] = .values(values[key, default: []].map { Text($0) })
    }
  }

  package subscript(_ key: String) -> Entry {
    get { entries[key.lowercased()] ?? (isComplete ? .absent : .unknown) }
    set { entries[key.lowercased()] = newValue }
  }

  /// A value that holds unless the request already says something of the key.
  func adding(_ key: String, _ value: Text?) -> RequestContext {
    guard let value, entries[key.lowercased()] == nil else { return self }
    var copy = self
    copy[key] = .values([value])
    return copy
  }
}
