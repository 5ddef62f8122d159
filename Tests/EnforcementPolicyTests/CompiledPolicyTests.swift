import EnforcementPolicy
import Testing

@Suite struct CompiledPolicyTests {
  static func bytes() throws -> [UInt8] { try PolicyCompiler.compile(try Samples.policy(Samples.full)) }

  /// The checksum that makes changed bytes look whole.
  static func sealed(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    bytes.replaceSubrange(16..<24, with: [UInt8](repeating: 0, count: 8))
    var sum: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01b3 }
    withUnsafeBytes(of: sum.littleEndian) { bytes.replaceSubrange(16..<24, with: $0) }
    return bytes
  }

  @Test func everyChangedByteIsNoticed() throws {
    let bytes = try Self.bytes()
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 0x41
      #expect(throws: CompiledPolicyError.self) { try CompiledPolicy(changed) }
    }
  }

  @Test func everyTruncationIsNoticed() throws {
    let bytes = try Self.bytes()
    for count in bytes.indices {
      #expect(throws: CompiledPolicyError.self) { try CompiledPolicy(Array(bytes[..<count])) }
    }
    #expect(throws: CompiledPolicyError.self) { try CompiledPolicy(bytes + [0]) }
  }

  @Test func aLaterVersionIsNamed() throws {
    var bytes = try Self.bytes()
    bytes[8] = 2
    #expect(throws: CompiledPolicyError.unknownVersion(2)) { try CompiledPolicy(Self.sealed(bytes)) }
  }

  /// Whatever a sealed file holds: an answer, never a trap, and only what the independent reader would take too.
  @Test func sealedNonsenseIsRefusedOrRead() throws {
    let bytes = try Self.bytes()
    var random = SplitMix64(state: 11)
    for _ in 0..<3000 {
      var changed = bytes
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        changed[Int.random(in: 0..<min(700, changed.count), using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      let policy = try? CompiledPolicy(Self.sealed(changed))
      if let policy { #expect(!CompiledPolicyText.text(of: policy).isEmpty) }
    }
  }

  /// The encoder that the enforcer itself is tested with lays its files out differently, and means the same.
  @Test func theEncoderOfTheEnforcersTestsWritesTheSame() throws {
    let bytes = try Self.bytes()
    let answer = try Python.run("encode_again.py", on: bytes)
    try #require(answer.status == 0, "\(String(decoding: answer.output, as: UTF8.self))")
    #expect(try CompiledPolicy(Array(answer.output)) == CompiledPolicy(bytes))
  }

  @Test func unknownListsAreSkipped() throws {
    var bytes = try Self.bytes()
    // The last entry of the table, 14, becomes a list of a later version.
    let last = 96 + 13 * 16
    bytes[last] = 99
    let policy = try CompiledPolicy(Self.sealed(bytes))
    #expect(policy.variableExceptions.isEmpty)
  }

  @Test func theTextSpellsOutWhatIsInForce() throws {
    let text = CompiledPolicyText.text(of: try CompiledPolicy(try Self.bytes()))
    #expect(text.contains("of Convert, format version 1"))
    #expect(text.contains("Enforced: after 2026-12-15"))
    #expect(text.contains("executables            block"))
    #expect(text.contains("/var/task/bin/convert  (sha256 e3b0c442"))
    #expect(text.contains("dynamodb.eu-central-1.amazonaws.com:443"))
    #expect(text.contains("BACKUP_PASSWORD  (planted in the function)"))
    #expect(!text.contains("a=b"), "values of decoys stay hidden")
  }

  @Test func filesAreBounded() throws {
    var bytes = try Self.bytes()
    bytes += [UInt8](repeating: 0, count: PolicyLimits.compiledBytes + 1 - bytes.count)
    #expect(throws: CompiledPolicyError.tooLarge(bytes: bytes.count, limit: PolicyLimits.compiledBytes)) {
      try CompiledPolicy(bytes)
    }
  }
}
