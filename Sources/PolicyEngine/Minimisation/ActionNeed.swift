package import ApplicationModel
package import FindingModel

/// An action that a function needs, on what, and who says so.
package struct ActionNeed: Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    /// A call in the code: `dynamodb GetItem`.
    case call(String)
    /// The platform does it in the function's name; the words complete "needed to": `write the log`.
    case platform(String)
    /// A library that calls the service itself, by its name: `pynamodb`.
    case library(String)
  }

  /// `dynamodb:GetItem`.
  package let action: String
  /// An ARN or a reference, `*` for what is not known of it.
  package let resource: Text
  package let reason: Reason
  /// The lines that ask for it, or the place in the template.
  package let locations: [SourceLocation]
  /// Whether it is needed only under conditions that nobody can tell from code and template.
  package let isConditional: Bool

  package init(
    action: String, resource: Text, reason: Reason, locations: [SourceLocation], isConditional: Bool = false
  ) {
    self.action = action
    self.resource = resource
    self.reason = reason
    self.locations = locations
    self.isConditional = isConditional
  }
}
