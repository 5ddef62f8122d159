package import EnforcementPolicy

/// Why there is no layer.
package enum LayerError: Error, Hashable, Sendable {
  case noPolicy
  case tooManyPolicies(count: Int, limit: Int)
  case unusableName(String)
  case sameName(String)
  case notCompiled(String, PolicyCompilationError)
  case unusableDecoy(path: String)
  case duplicate(path: String)
  case missingProgram(path: String)
  case tooManyFiles(count: Int, limit: Int)
  case tooLarge(bytes: Int, limit: Int)
}

extension LayerError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noPolicy: "a layer needs a policy"
    case .tooManyPolicies(let count, let limit):
      "\(count) policies, more than the limit of \(limit) in one layer; let functions share some"
    case .unusableName(let name):
      "'\(name)' cannot name a policy: letters, digits, '-' and '_' can, up to 64 of them"
    case .sameName(let name): "two policies are for the function '\(name)'"
    case .notCompiled(let name, let error): "the policy '\(name)' does not compile: \(error)"
    case .unusableDecoy(let path):
      "the decoy file '\(path)' cannot be in the layer: its path must lie below /opt and outside /opt/parapet"
    case .duplicate(let path): "two files of the layer are called '\(path)'"
    case .missingProgram(let path): "this build of Parapet does not contain '\(path)'"
    case .tooManyFiles(let count, let limit): "\(count) files, more than the limit of \(limit)"
    case .tooLarge(let bytes, let limit):
      "at least \(bytes) bytes, more than the limit of \(limit); let functions share policies"
    }
  }
}
