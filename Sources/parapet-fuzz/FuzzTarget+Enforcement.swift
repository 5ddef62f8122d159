internal import EnforcementPolicy
internal import FindingModel

extension FuzzTarget {
  /// A policy that is read is one that can be written and read back, and compiled, unless that says why not.
  static func enforcementPolicy(_ bytes: [UInt8]) -> String? {
    let document = PolicyDocument.read(bytes, path: "policy.yaml")
    if document.problems.contains(where: { $0.location.line < 1 || $0.message.isEmpty }) {
      return "a problem has no line or no text"
    }
    guard var policy = document.policy else {
      return document.problems.isEmpty ? "nothing is wrong, and there is no policy" : nil
    }
    // What is not mentioned is written out with its default.
    for control in Control.allCases { policy.modes[control] = policy.mode(of: control) }
    let again = PolicyDocument.read(Array(PolicyWriter().write(policy).utf8), path: "policy.yaml")
    guard again.policy == policy else { return "what was written reads differently: \(again.problems)" }
    _ = PolicyReview.warnings(for: policy, places: document.places, path: "policy.yaml")
    guard let compiled = try? PolicyCompiler.compile(policy) else { return nil }
    guard let decoded = try? CompiledPolicy(compiled) else { return "what was compiled cannot be read" }
    return decoded.function == policy.function && decoded.forbiddenNames == policy.forbidden.patterns
      ? nil : "what was compiled reads differently"
  }

  /// Bytes as they are, and once more with the checksum that makes them look whole.
  static func compiledPolicy(_ bytes: [UInt8]) -> String? {
    for bytes in [bytes, sealed(bytes)] {
      // A refusal is a right answer.
      guard let policy = try? CompiledPolicy(bytes) else { continue }
      if CompiledPolicyText.text(of: policy).isEmpty { return "a policy has no text" }
      if bytes.count > PolicyLimits.compiledBytes { return "a policy is too large" }
    }
    return nil
  }

  private static func sealed(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.count >= 24 else { return bytes }
    var bytes = bytes
    for (offset, byte) in withUnsafeBytes(
      of: UInt32(truncatingIfNeeded: bytes.count).littleEndian, Array.init
    )
    .enumerated() {
      bytes[12 + offset] = byte
    }
    bytes.replaceSubrange(16..<24, with: [UInt8](repeating: 0, count: 8))
    let sum = bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    withUnsafeBytes(of: sum.littleEndian) { bytes.replaceSubrange(16..<24, with: $0) }
    return bytes
  }

  /// Whatever a log holds, what is learned from it is a policy.
  static func enforcementEvents(_ bytes: [UInt8]) -> String? {
    let events = EventScanner.events(in: bytes)
    let policy = LearnedPolicy().policy(from: events, function: "Convert")
    let again = PolicyDocument.read(Array(PolicyWriter().write(policy).utf8), path: "policy.yaml")
    return again.policy == nil ? "what was learned is no policy: \(again.problems)" : nil
  }
}
