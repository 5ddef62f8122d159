package import EnforcementPolicy
internal import FunctionProtection

extension EnforcerLayer {
  /// The layer for policies as users write them: each under its function's name, a single one also as the default,
  /// with the decoy files that they name.
  ///
  /// - Throws: ``LayerError``.
  package init(for policies: [EnforcementPolicy]) throws(LayerError) {
    var compiled: [Policy] = []
    var decoys: [DecoyFile] = []
    for policy in policies {
      let name = PolicyName.name(for: policy.function)
      guard !compiled.contains(where: { $0.name == name }) else { throw .sameName(name) }
      do {
        compiled.append(Policy(name: name, bytes: try PolicyCompiler.compile(policy)))
      } catch {
        throw .notCompiled(name, error)
      }
      let contents = DecoyContents(policy)
      // One path has one content: the first policy's, of which the others only watch the path.
      for path in policy.decoys.files.map(\.value)
      where path.hasPrefix("/opt/") && !decoys.contains(where: { $0.path == path }) {
        decoys.append(DecoyFile(path: path, bytes: Array(contents.file(path).utf8)))
      }
    }
    if compiled.count == 1, let only = compiled.first, only.name != PolicyName.default {
      compiled.append(Policy(name: PolicyName.default, bytes: only.bytes))
    }
    self.init(policies: compiled)
    decoyFiles = decoys
    failsClosed = policies.contains { $0.onInvalidPolicy == .closed }
  }

  /// Watches with every built-in list and changes nothing: for functions that nobody wrote a policy for yet.
  package static var watchingPolicy: EnforcementPolicy {
    var policy = EnforcementPolicy(function: PolicyName.default)
    policy.stance = .alert
    return policy
  }
}
