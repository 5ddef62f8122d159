package import Documents
package import FindingModel

/// Reads the values of parameters from the documents that deployment tools take.
package enum ParametersFile {
  /// - Parameter document: A list of `{ParameterKey, ParameterValue}`, a list of `Key=Value`, a map with
  ///   `Parameters`, or a map of names to values.
  /// - Throws: ``ParametersFileError`` for any other shape. `UsePreviousValue` entries are left out.
  package static func read(_ document: Node) throws(ParametersFileError) -> [String: Node] {
    switch document.content {
    case .sequence(let elements): return try list(elements)
    case .mapping(let entries):
      if let inner = document["Parameters"], inner.scalar == nil {
        if case .mapping(let entries) = inner.content { return try map(entries) }
        return try list(inner.elements)
      }
      return try map(entries)
    case .scalar: throw .malformed(document.location, expected: "a map or list of parameters")
    }
  }

  private static func map(_ entries: [Entry]) throws(ParametersFileError) -> [String: Node] {
    var values: [String: Node] = [:]
    for entry in entries {
      // A list is a value too: it stands for the comma-separated text that the API takes.
      let isValue =
        entry.value.text != nil
        || entry.value.isSequence && entry.value.elements.allSatisfy { $0.text != nil }
      guard isValue else {
        throw .malformed(entry.value.location, expected: "a text or list of texts for '\(entry.key)'")
      }
      values[entry.key] = entry.value
    }
    return values
  }

  private static func list(_ elements: [Node]) throws(ParametersFileError) -> [String: Node] {
    var values: [String: Node] = [:]
    for element in elements {
      if let pair = try pair(element) { values[pair.name] = pair.value }
    }
    return values
  }

  private static func pair(_ element: Node) throws(ParametersFileError) -> (name: String, value: Node)? {
    if let text = element.text, let sign = text.firstIndex(of: "="), sign > text.startIndex {
      let value = String(text[text.index(after: sign)...])
      return (String(text[..<sign]), .string(value, at: element.location, isImplied: false))
    }
    if let name = element["ParameterKey"]?.text {
      if let value = element["ParameterValue"], value.text != nil { return (name, value) }
      if element["UsePreviousValue"]?.boolean == true { return nil }
    }
    throw .malformed(element.location, expected: "'ParameterKey' and 'ParameterValue', or 'Key=Value'")
  }
}

/// Why a file of parameters could not be used.
package enum ParametersFileError: Error, Hashable, Sendable {
  case malformed(SourceLocation, expected: String)
}

extension ParametersFileError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .malformed(let place, let expected):
      "line \(place.line), column \(place.column): expected \(expected)"
    }
  }
}
