/// Why something was blocked or reported; the names are in the documentation of events.
enum Reason: UInt8 {
  case unlisted, changed, forbiddenName, forbiddenHash, inWritableDirectory, scriptInWritableDirectory
  case libraryInWritableDirectory, inMemory, loader, injectedVariable, setuid, childProcess, host, address
  case sourceFile, decoyFile, decoyValue, write, unreadable, started, policyUnusable, allowed,
    realCredentials, processMemory

  var name: Text {
    // In the order of the cases.
    WordTable(
      """
      unlisted changed forbidden-name forbidden-hash in-writable-directory script-in-writable-directory \
      library-in-writable-directory in-memory loader injected-variable setuid child-process host address \
      source-file decoy-file decoy-value write unreadable started policy-unusable allowed real-credentials process-memory
      """
    ).word(at: Int(rawValue))
  }
}

enum Decision: UInt8 {
  case blocked, alerted
  /// Allowed, and told because the policy is being learned or the enforcer speaks of itself.
  case observed
}

/// One thing to tell.
///
/// Pointers are valid during the call of ``report(_:)`` only.
struct Event {
  var control: Control
  var reason: Reason
  var decision: Decision
  /// The file that was to be executed, loaded, opened or written.
  var path: Text?
  /// Of the program that was to be executed; ends with nil.
  var arguments: UnsafePointer<UnsafePointer<CChar>?>?
  /// A variable, or another word that says more about the reason.
  var detail: Text?
  /// SHA-256, 32 bytes.
  var hash: UnsafePointer<UInt8>?
  var host: Text?
  /// Network byte order, 16 bytes; IPv4 as ::ffff:a.b.c.d.
  var address: UnsafePointer<UInt8>?
  var port: UInt16 = 0

  init(_ control: Control, _ reason: Reason, _ decision: Decision, path: Text? = nil) {
    self.control = control
    self.reason = reason
    self.decision = decision
    self.path = path
  }
}
