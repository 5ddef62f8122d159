internal import ArgumentParser
internal import EnforcementPolicy
internal import FindingModel

/// A policy that a verb was given.
enum PolicyInput {
  /// Tells all that is wrong on standard error.
  ///
  /// - Throws: `ExitCode` 1 for a policy that cannot be used.
  static func read(_ path: String) throws -> (policy: EnforcementPolicy, document: PolicyDocument) {
    try read(bytes: try InputFile.read(path, limit: PolicyLimits.documentBytes), path: path)
  }

  static func read(
    bytes: [UInt8], path: String
  ) throws -> (policy: EnforcementPolicy, document: PolicyDocument) {
    let name = path == "-" ? "standard input" : path
    let document = PolicyDocument.read(bytes, path: name)
    for problem in document.problems { StandardError.write("\(problem)\n") }
    guard let policy = document.policy else { throw ExitCode(1) }
    return (policy, document)
  }

  static func compile(_ policy: EnforcementPolicy, path: String) throws -> [UInt8] {
    do {
      return try PolicyCompiler.compile(policy)
    } catch {
      StandardError.write("\(path): \(error).\n")
      throw ExitCode(1)
    }
  }
}
