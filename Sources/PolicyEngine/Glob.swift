/// The platform's patterns: `*` is any run of characters, `?` any single one.
package struct Glob: Hashable, Sendable {
  private let pattern: [UInt8]

  /// - Parameter ignoringCase: Actions and service names; ARNs are compared exactly.
  package init(_ pattern: String, ignoringCase: Bool = false) {
    self.pattern = Array((ignoringCase ? pattern.lowercased() : pattern).utf8)
  }

  /// Cost is linear for patterns without `*`, and never worse than pattern times text.
  package func matches(_ text: String) -> Bool { matches(Array(text.utf8)) }

  /// - Parameter text: UTF-8; in lower case if the pattern ignores it.
  func matches(_ text: [UInt8]) -> Bool {
    var position = 0
    var next = 0
    var star: (pattern: Int, text: Int)?
    while position < text.count {
      if next < pattern.count, pattern[next] == UInt8(ascii: "*") {
        star = (next, position)
        next += 1
      } else if next < pattern.count, pattern[next] == UInt8(ascii: "?") || pattern[next] == text[position] {
        next += 1
        position += 1
      } else if let last = star {
        // Only the latest star needs to grow: an earlier one can gain nothing from it.
        star = (last.pattern, last.text + 1)
        next = last.pattern + 1
        position = last.text + 1
      } else {
        return false
      }
    }
    return pattern[next...].allSatisfy { $0 == UInt8(ascii: "*") }
  }

  /// Whether some text matches both patterns.
  ///
  /// Cost is the product of their lengths.
  package func overlaps(_ other: Glob) -> Bool {
    let star = UInt8(ascii: "*")
    let any = UInt8(ascii: "?")
    let right = other.pattern
    // row[j]: some text matches all of this pattern up to here and right[..<j].
    var row = [Bool](repeating: false, count: right.count + 1)
    row[0] = true
    for byte in pattern {
      var next = [Bool](repeating: false, count: right.count + 1)
      for j in 0...right.count where row[j] {
        if byte == star { next[j] = true }
        guard j < right.count else { continue }
        if byte == star || right[j] == star { row[j + 1] = true }
        if right[j] == star { next[j] = true }
        if byte != star, right[j] != star, byte == right[j] || byte == any || right[j] == any {
          next[j + 1] = true
        }
      }
      row = next
    }
    for j in 0..<right.count where row[j] && right[j] == star { row[j + 1] = true }
    return row[right.count]
  }
}
