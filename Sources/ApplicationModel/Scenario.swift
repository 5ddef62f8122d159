/// Assumptions about what a template leaves open, under which it was read: `Stage is prod`.
package struct Scenario: Hashable, Sendable {
  package struct Assumption: Hashable, Sendable {
    /// A parameter or the text of an undecided comparison.
    package let variable: String
    /// The constant assumed, or `nil` for anything else than the constants compared with.
    package let value: String?
    /// The constants compared with, for the wording of `nil`.
    package let others: [String]

    package init(variable: String, value: String?, others: [String]) {
      self.variable = variable
      self.value = value
      self.others = others
    }
  }

  package let assumptions: [Assumption]

  package init(_ assumptions: [Assumption] = []) {
    self.assumptions = assumptions
  }
}

extension Scenario.Assumption: CustomStringConvertible {
  package var description: String {
    if let value { return value.isEmpty ? "\(variable) is empty" : "\(variable) is '\(value)'" }
    let excluded = others.map { $0.isEmpty ? "empty" : "'\($0)'" }.joined(separator: " or ")
    return "\(variable) is not \(excluded)"
  }
}
