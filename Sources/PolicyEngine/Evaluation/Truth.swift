/// An answer that may depend on what is not known here.
package enum Truth: Int, Hashable, Sendable, Comparable {
  case no
  case maybe
  case yes

  package init(_ value: Bool) { self = value ? .yes : .no }

  package static func < (left: Truth, right: Truth) -> Bool { left.rawValue < right.rawValue }

  package static func && (left: Truth, right: @autoclosure () -> Truth) -> Truth {
    left == .no ? .no : min(left, right())
  }

  package static func || (left: Truth, right: @autoclosure () -> Truth) -> Truth {
    left == .yes ? .yes : max(left, right())
  }

  package static prefix func ! (value: Truth) -> Truth {
    switch value {
    case .no: .yes
    case .maybe: .maybe
    case .yes: .no
    }
  }
}

extension Sequence {
  /// Whether an element satisfies; the first certain one ends the search.
  func any(_ test: (Element) -> Truth) -> Truth {
    var result = Truth.no
    for element in self {
      result = Swift.max(result, test(element))
      if result == .yes { break }
    }
    return result
  }

  func all(_ test: (Element) -> Truth) -> Truth {
    var result = Truth.yes
    for element in self {
      result = Swift.min(result, test(element))
      if result == .no { break }
    }
    return result
  }
}
