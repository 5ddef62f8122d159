package import FindingModel

/// A way from somebody to something worth having.
package struct AttackPath: Hashable, Sendable {
  package struct Step: Hashable, Sendable {
    package let node: Int32
    /// The edge by which the attacker comes here; `nil` for the start and for taking over code.
    package let edge: Int32?
    /// What happens here, `role 'Api' is allowed dynamodb:GetItem`.
    package let note: String
    package let location: SourceLocation?
    /// What must hold for the step to be possible.
    package let condition: String?
  }

  package let steps: [Step]
  package let from: Int32
  package let to: Int32
  /// What is won, where the path ends at a goal: the bucket, the secret, the role.
  package let asset: Int32
  /// The first function on the way, whose code the attacker uses.
  package let function: Int32?
  /// 1 to 100: who may begin, what is won, how far it is and what must hold.
  package let score: Int
  /// Whether the data is changed only and not read.
  package let onlyWrites: Bool
  /// Whether the data that is read may be changed by the same way.
  package let alsoWrites: Bool
  package let cut: AttackCut?

  /// Whether code is shown to be flawed where the path needs it, `nil` where it needs none.
  package let isProven: Bool?

  package var severity: Severity {
    switch score {
    case 80...: .critical
    case 60..<80: .high
    case 35..<60: .medium
    default: .low
    }
  }

  /// A step under a condition makes the whole path conditional.
  package var isConditional: Bool { steps.contains { $0.condition != nil } }
}

/// The one thing whose removal ends a path, and others with it.
package struct AttackCut: Hashable, Sendable {
  package let evidence: Int32
  package let advice: String
  /// How many of the listed paths it ends, this one included.
  package let paths: Int
  /// Whether no other way is left from the same beginning to the same end.
  package let isComplete: Bool
}
