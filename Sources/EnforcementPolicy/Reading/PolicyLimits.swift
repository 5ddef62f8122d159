internal import Documents

/// Bounds of policies, written and compiled; each has a test one below and one above.
package enum PolicyLimits {
  /// Of the YAML, in bytes.
  package static let documentBytes = 1 << 20
  /// Entries of one list, as the compiled format has it.
  package static let entries = 4096
  /// Of the compiled policy, in bytes.
  package static let compiledBytes = 256 << 10
  /// Of one string of the compiled policy with its end, in bytes.
  package static let stringBytes = 4096
  package static let sections = 32
  /// Of a function's name; an ARN is shorter.
  package static let nameBytes = 512
  /// Of a decoy's value, which has to share a string with its name.
  package static let valueBytes = 2048
  /// Problems of one document that are told.
  package static let problems = 200

  static let document = DocumentLimits(bytes: documentBytes, depth: 20, nodes: 100_000)
}
