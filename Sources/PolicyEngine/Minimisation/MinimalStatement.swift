package import ApplicationModel
package import FindingModel

/// A statement that gives just what is needed; every action remembers why.
package struct MinimalStatement: Hashable, Sendable {
  package struct Action: Hashable, Sendable {
    /// `dynamodb:GetItem`, as the platform writes it.
    package let name: String
    /// Sorted as they were found, each once.
    package let reasons: [ActionNeed.Reason]
    /// Sorted, each once.
    package let locations: [SourceLocation]
    /// Whether every need of it is conditional.
    package let isConditional: Bool

    /// Whether a call in the code asks for it, and not only the platform.
    package var isCalled: Bool {
      reasons.contains { if case .call = $0 { true } else { false } }
    }
  }

  /// Sorted by name.
  package let actions: [Action]
  /// Sorted; `*` stands alone.
  package let resources: [Text]
}
