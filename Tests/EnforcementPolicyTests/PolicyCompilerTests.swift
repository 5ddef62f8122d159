import EnforcementPolicy
import Foundation
import Testing

@Suite struct PolicyCompilerTests {
  private func decoded(_ bytes: [UInt8]) throws -> [String: Any] {
    let answer = try Python.run("policy_format.py", on: bytes)
    try #require(answer.status == 0, "\(String(decoding: answer.output, as: UTF8.self))")
    return try #require(try JSONSerialization.jsonObject(with: answer.output) as? [String: Any])
  }

  @Test func anIndependentReaderFindsEverything() throws {
    let policy = try Samples.policy(Samples.full)
    let bytes = try PolicyCompiler.compile(policy)
    let found = try decoded(bytes)
    #expect(found["function"] as? String == "Convert")
    #expect(found["identifier"] as? String == (try PolicyCompiler.identifier(of: policy)))
    #expect(found["flags"] as? Int == 4)
    #expect(found["enforceAfter"] as? Int == 1_797_292_800)
    #expect(found["modes"] as? [Int] == [2, 2, 1, 2, 0, 1, 2, 2, 2, 1, 0, 2, 2, 1, 2])
    let executables = try #require(found["executables"] as? [[String: Any]])
    #expect(
      executables.compactMap { $0["path"] as? String } == [
        "/tmp/chromium-*", "/usr/bin/catdoc", "/var/task/bin/convert",
      ])
    #expect(executables.compactMap { $0["flags"] as? Int } == [10, 0, 5])
    let names = try #require(found["forbiddenNames"] as? [String])
    #expect(names == names.sorted())
    #expect(Set(["bash", "wget", "evil*", "/opt/bad/tool"]).isSubset(of: names))
    #expect(!names.contains("curl"))
    #expect((found["forbiddenHashes"] as? [String]) == [String(repeating: "a", count: 64)])
    #expect(found["writableDirectories"] as? [String] == ["/mnt/data", "/tmp"])
    let hosts = try #require(found["hosts"] as? [String])
    #expect(
      Set(["api.example.com:443", "*.example.org", "dynamodb.eu-central-1.amazonaws.com:443"]).isSubset(
        of: hosts))
    let networks = try #require(found["networks"] as? [[String: Any]])
    #expect(
      networks.compactMap { $0["network"] as? String } == [
        "::ffff:a00:0/104", "::ffff:c000:201/128", "fd00::/8",
      ])
    #expect(networks.compactMap { $0["port"] as? Int } == [5432, 0, 443])
    #expect(found["sourceFiles"] as? [String] == ["/var/task/index.js"])
    #expect(found["decoyFiles"] as? [String] == ["/opt/.aws/credentials"])
    #expect(found["executableDirectories"] as? [String] == ["/usr", "/var/task"])
    #expect(found["writableExceptions"] as? [String] == ["/tmp/work/*.pdf"])
    #expect(found["libraryExceptions"] as? [String] == ["/tmp/lib/**"])
    #expect(found["variableExceptions"] as? [String] == ["NODE_OPTIONS"])
    let decoys = try #require(found["decoyVariables"] as? [[String: Any]])
    let flags = Dictionary(
      uniqueKeysWithValues: decoys.compactMap { decoy in
        (decoy["name"] as? String).flatMap { name in (decoy["flags"] as? Int).map { (name, $0) } }
      })
    #expect(
      flags == [
        "AWS_ACCESS_KEY_ID": 1, "AWS_SECRET_ACCESS_KEY": 1, "AWS_SESSION_TOKEN": 1,
        "AWS_CONTAINER_AUTHORIZATION_TOKEN": 1, "BACKUP_PASSWORD": 2, "TOKEN": 2,
      ])
  }

  @Test func ourOwnReaderFindsTheSame() throws {
    let policy = try Samples.policy(Samples.full)
    let compiled = try CompiledPolicy(try PolicyCompiler.compile(policy))
    #expect(compiled.function == "Convert")
    #expect(compiled.honeypotEndsProcess)
    #expect(!compiled.usesKernelLayer)
    #expect(compiled.enforceAfter == policy.enforceAfter)
    for control in Control.allCases { #expect(compiled.modes[control] == policy.effectiveMode(of: control)) }
    #expect(Set(compiled.networks) == Set(policy.egress.networks.map(\.value)))
    #expect(compiled.forbiddenNames == policy.forbidden.patterns)
    #expect(compiled.decoyVariables.first { $0.name == "TOKEN" }?.value == "a=b")
  }

  @Test func theSamePolicyGivesTheSameBytes() throws {
    let first = try PolicyCompiler.compile(try Samples.policy(Samples.full))
    #expect(try PolicyCompiler.compile(try Samples.policy(Samples.full)) == first)
  }

  @Test func orderAndRepetitionDoNotMatter() throws {
    let first = try Samples.controls("egress: {hosts: [a.example, b.example], services: [s3]}")
    let second = try Samples.controls(
      "egress: {services: [s3, s3], hosts: [b.example, a.example, b.example]}")
    #expect(try PolicyCompiler.compile(first) == PolicyCompiler.compile(second))
  }

  @Test func anyChangeGivesAnotherIdentifier() throws {
    let first = try PolicyCompiler.identifier(of: try Samples.controls("egress: {hosts: [a.example]}"))
    let second = try PolicyCompiler.identifier(of: try Samples.controls("egress: {hosts: [b.example]}"))
    #expect(first != second)
    #expect(first.count == 16)
  }

  @Test func learningAlertsAtMostAndSaysSo() throws {
    var policy = try Samples.policy(Samples.full)
    policy.stance = .learn
    let compiled = try CompiledPolicy(try PolicyCompiler.compile(policy))
    #expect(compiled.learns)
    #expect(compiled.modes.values.allSatisfy { $0 < .block })
  }

  @Test func aPolicyOfItsDefaultsIsUsable() throws {
    let bytes = try PolicyCompiler.compile(EnforcementPolicy(function: "F"))
    #expect(try decoded(bytes)["function"] as? String == "F")
    #expect(bytes.count < 8 << 10)
  }

  // MARK: Limits

  @Test func listsAreBounded() throws {
    var policy = EnforcementPolicy(function: "F")
    policy.sourceFiles = (0..<PolicyLimits.entries).map { Annotated("/f\($0)") }
    _ = try PolicyCompiler.compile(policy)
    policy.sourceFiles.append(Annotated("/more"))
    #expect(
      throws: PolicyCompilationError.tooManyEntries(list: "source-code: files", count: 4097, limit: 4096)
    ) {
      try PolicyCompiler.compile(policy)
    }
  }

  @Test func filesAreBounded() throws {
    var policy = EnforcementPolicy(function: "F")
    let long = String(repeating: "x", count: 4000)
    policy.sourceFiles = (0..<60).map { Annotated("/\($0)\(long)") }
    _ = try PolicyCompiler.compile(policy)
    policy.sourceFiles += (60..<70).map { Annotated("/\($0)\(long)") }
    #expect(throws: PolicyCompilationError.self) { try PolicyCompiler.compile(policy) }
  }

  @Test func textsAreBounded() throws {
    var policy = EnforcementPolicy(function: "F")
    policy.sourceFiles = [Annotated("/" + String(repeating: "x", count: PolicyLimits.stringBytes - 2))]
    _ = try CompiledPolicy(try PolicyCompiler.compile(policy))
    policy.sourceFiles = [Annotated("/" + String(repeating: "x", count: PolicyLimits.stringBytes - 1))]
    #expect(throws: PolicyCompilationError.self) { try PolicyCompiler.compile(policy) }
    policy.sourceFiles = [Annotated("/a\0b")]
    #expect(throws: PolicyCompilationError.textHoldsZero("/a\0b")) { try PolicyCompiler.compile(policy) }
  }
}
