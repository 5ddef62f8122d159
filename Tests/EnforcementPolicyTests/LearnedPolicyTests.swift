import EnforcementPolicy
import Testing

@Suite struct LearnedPolicyTests {
  /// A line as the enforcer writes it.
  static func line(
    _ control: String, _ reason: String, _ decision: String = "observed", path: String? = nil,
    sha256: String? = nil, host: String? = nil, ip: String? = nil, port: Int = 0, detail: String? = nil,
    function: String = "Convert"
  ) -> String {
    var evidence =
      #""actor":{"process":{"pid":5,"file":{"type_id":1,"name":"node","path":"/var/lang/bin/node"}}}"#
    if let path {
      let hashes = sha256.map { #","hashes":[{"algorithm_id":3,"value":"\#($0)"}]"# } ?? ""
      let file = #""file":{"type_id":1,"name":"x","path":"\#(path)"\#(hashes)}"#
      let isRun = ["executables", "forbidden-executables", "child-processes", "credentials"].contains(control)
      evidence =
        isRun ? #""process":{"pid":7,\#(file),"cmd_line":"x \"-c\" {…"},"# + evidence : evidence + "," + file
    }
    if host != nil || ip != nil {
      evidence += #","dst_endpoint":{"port":\#(port)"#
      if let host { evidence += #","hostname":"\#(host)""# }
      if let ip { evidence += #","ip":"\#(ip)""# }
      evidence += "}"
    }
    let more = detail.map { #","detail":"\#($0)""# } ?? ""
    return
      #"{"class_uid":2004,"category_uid":2,"message":"Saw \"it\": fine.","resources":[{"type":"AWS::Lambda::Function","#
      + #""name":"\#(function)"}],"evidences":[{\#(evidence)}],"unmapped":{"parapet":{"control":"\#(control)","#
      + #""reason":"\#(reason)","decision":"\#(decision)","mode":"off","level":"hooks"\#(more),"suppressed":0}}}"#
  }

  static let hash = String(repeating: "ab", count: 32)

  private func events(_ lines: [String]) -> [LearnedEvent] {
    EventScanner.events(in: Array(lines.joined(separator: "\n").utf8))
  }

  private func learned(_ lines: [String], base: EnforcementPolicy? = nil) throws -> EnforcementPolicy {
    let policy = LearnedPolicy(base: base).policy(from: events(lines), function: "Convert")
    // What is learned is a policy that reads back and compiles.
    _ = try PolicyCompiler.compile(try Samples.policy(PolicyWriter().write(policy)))
    return policy
  }

  // MARK: Finding events

  struct Form: CustomTestStringConvertible {
    let testDescription: String
    let wrap: @Sendable (String) -> String
  }

  static let forms = [
    Form(testDescription: "bare") { $0 },
    Form(testDescription: "behind a time stamp") { "2026-12-01T10:00:00 2026/12/01/[1]ab " + $0 + "\r" },
    Form(testDescription: "among other lines") { "START RequestId: 1\n{\"level\":\"info\"}\n\($0)\nEND\n" },
    Form(testDescription: "a text of JSON") { line in
      #"{"events":[{"message":""# + line.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        + #"\n"}]}"#
    },
    Form(testDescription: "a field of CSV") { "1764547200,\"" + $0.replacing("\"", with: "\"\"") + "\"\n" },
    Form(testDescription: "two in one line") { $0 + $0 },
  ]

  @Test(arguments: forms)
  func eventsAreFoundInEveryForm(form: Form) {
    let line = Self.line("executables", "allowed", path: "/usr/bin/catdoc", sha256: Self.hash)
    let found = EventScanner.events(in: Array(form.wrap(line).utf8))
    #expect(found.count == (form.testDescription == "two in one line" ? 2 : 1))
    #expect(found.first?.path == "/usr/bin/catdoc")
    #expect(found.first?.digest?.description == Self.hash)
    #expect(found.first?.function == "Convert")
  }

  @Test func whatIsCutOffOrNoEventIsLeftOut() {
    let line = Self.line("executables", "allowed", path: "/a")
    #expect(events([String(line.dropLast(5)), line]).count == 1)
    #expect(events([line.replacing("executables", with: "enforcer")]).isEmpty)
    #expect(events([#"{"class_uid":2004}"#, "{", "", #"{"class_uid":2004"#]).isEmpty)
  }

  @Test func longLinesAreBounded() {
    func line(_ count: Int) -> String {
      Self.line("executables", "allowed", path: "/" + String(repeating: "a", count: count))
    }
    #expect(events([line(4000)]).count == 1)
    #expect(events([line(20_000)]).isEmpty)
  }

  // MARK: Programs

  @Test func programsKeepTheirHashesAndCounts() throws {
    let run = Self.line("executables", "allowed", path: "/usr/bin/catdoc", sha256: Self.hash)
    let policy = try learned([run, run, Self.line("executables", "unlisted", "alerted", path: "/usr/bin/id")])
    #expect(policy.executables.map(\.path) == ["/usr/bin/catdoc", "/usr/bin/id"])
    #expect(policy.executables[0].digest?.description == Self.hash)
    #expect(policy.executables[0].note == "seen 2 times")
    #expect(policy.mode(of: .executables) == .block)
    #expect(policy.mode(of: .childProcesses) == .off)
  }

  /// What a program is told for hides that it ran: one event for each execution.
  @Test func aProgramThatGotCredentialsRan() throws {
    let policy = try learned([
      Self.line(
        "credentials", "real-credentials", "alerted", path: "/usr/bin/id", detail: "AWS_ACCESS_KEY_ID")
    ])
    #expect(policy.executables.map(\.path) == ["/usr/bin/id"])
    #expect(policy.mode(of: .credentials) == .block)
    #expect(policy.remarks.controls[.credentials] == nil)
  }

  @Test func withoutProgramsChildrenAreBlocked() throws {
    let policy = try learned([Self.line("egress", "allowed", host: "a.example")])
    #expect(policy.executables.isEmpty)
    #expect(policy.mode(of: .childProcesses) == .block)
  }

  @Test func aProgramInAWritableFolderIsMarked() throws {
    let policy = try learned([Self.line("executables", "allowed", path: "/tmp/chromium", sha256: Self.hash)])
    #expect(policy.executables.first?.mayBeWritable == true)
    #expect(policy.executables.first?.note?.hasSuffix("is that meant?") == true)
  }

  @Test func whatIsForbiddenIsToldAndNotAllowed() throws {
    let policy = try learned([
      Self.line("forbidden-executables", "forbidden-name", "alerted", path: "/tmp/xmrig"),
      Self.line("fileless-execution", "in-memory", "alerted", path: "/memfd:x"),
    ])
    #expect(policy.executables.isEmpty)
    #expect(policy.remarks.controls[.forbiddenExecutables]?.first?.contains("/tmp/xmrig (seen once)") == true)
    #expect(policy.remarks.controls[.filelessExecution]?.isEmpty == false)
  }

  // MARK: Network

  @Test func hostsOfServicesBecomeServicesWithTheirRegion() throws {
    let policy = try learned(
      [
        "dynamodb.eu-central-1.amazonaws.com", "123456789012.ddb.eu-central-1.amazonaws.com",
        "sqs.us-east-1.amazonaws.com", "bills.s3.eu-central-1.amazonaws.com",
        "x.execute-api.eu-central-1.amazonaws.com", "api.example.com",
      ].map { Self.line("egress", "allowed", host: $0) })
    #expect(policy.egress.services.map(\.value) == ["dynamodb", "sqs"])
    #expect(policy.egress.regions.map(\.value) == ["eu-central-1", "us-east-1"])
    // What anybody can own is learned host by host.
    #expect(
      policy.egress.hosts.map(\.value.description) == [
        "api.example.com", "bills.s3.eu-central-1.amazonaws.com", "x.execute-api.eu-central-1.amazonaws.com",
      ])
  }

  @Test func manyHostsOfOneDomainBecomeAGlob() throws {
    func lines(_ count: Int) -> [String] {
      (0..<count).map { Self.line("egress", "allowed", host: "h\($0).shard.example.com", port: 443) }
    }
    #expect(try learned(lines(8)).egress.hosts.count == 8)
    #expect(try learned(lines(9)).egress.hosts.map(\.value.description) == ["*.shard.example.com:443"])
    let top = (0..<20).map { Self.line("egress", "allowed", host: "h\($0).com") }
    #expect(try learned(top).egress.hosts.count == 20)
  }

  @Test func addressesBecomeNetworks() throws {
    func lines(_ count: Int) -> [String] {
      (0..<count).map { Self.line("egress", "allowed", ip: "10.0.0.\($0)", port: 5432) }
    }
    #expect(try learned(lines(1)).egress.networks.map(\.value.description) == ["10.0.0.0:5432"])
    #expect(try learned(lines(9)).egress.networks.map(\.value.description) == ["10.0.0.0/24:5432"])
  }

  // MARK: Files, variables, base

  @Test func filesBecomePathsOrFolders() throws {
    let few = ["/tmp/a.pdf", "/tmp/b.pdf"].map { Self.line("tmp-writes", "allowed", path: $0) }
    #expect(try learned(few).writableFiles.map(\.value) == ["/tmp/a.pdf", "/tmp/b.pdf"])
    let many = (0..<4).map { Self.line("tmp-writes", "allowed", path: "/tmp/work/\($0)") }
    #expect(try learned(many).writableFiles.map(\.value) == ["/tmp/work/*"])
    #expect(try learned([Self.line("tmp-writes", "allowed", path: "/etc/passwd")]).writableFiles.isEmpty)
  }

  @Test func aStarInANameIsNoGlob() throws {
    let policy = try learned([
      Self.line("tmp-writes", "allowed", path: "/tmp/**"),
      Self.line("executables", "allowed", path: "/opt/*"),
    ])
    #expect(policy.writableFiles.map(\.value) == ["/tmp/??"])
    #expect(policy.executables.isEmpty)
  }

  @Test func variablesOfChildrenAreMarked() throws {
    let policy = try learned([
      Self.line("library-injection", "injected-variable", "alerted", path: "/bin/x", detail: "NODE_OPTIONS")
    ])
    #expect(policy.allowedVariables.map(\.value) == ["NODE_OPTIONS"])
  }

  @Test func aBaseKeepsItsListsAndModes() throws {
    var base = try Samples.controls(
      "executables: {mode: alert, allow: [/usr/bin/*]}\negress: {mode: alert, services: [dynamodb], hosts: [\"*.example.com\"]}"
    )
    base.stance = .learn
    let policy = try learned(
      [
        Self.line("executables", "allowed", path: "/usr/bin/id"),
        Self.line("executables", "allowed", path: "/opt/x"),
        Self.line("egress", "allowed", host: "a.example.com"),
        Self.line("egress", "allowed", host: "dynamodb.eu-west-1.amazonaws.com"),
        Self.line("egress", "allowed", host: "sqs.eu-west-1.amazonaws.com"),
      ], base: base)
    #expect(policy.executables.map(\.path) == ["/usr/bin/*", "/opt/x"])
    #expect(policy.mode(of: .executables) == .alert)
    #expect(policy.stance == .block)
    #expect(policy.egress.services.map(\.value) == ["dynamodb", "sqs"])
    #expect(policy.egress.regions.isEmpty, "a policy without regions means all of them")
    #expect(policy.egress.hosts.map(\.value.description) == ["*.example.com"])
  }

  @Test func hostileEventsCannotLeaveTheirEntry() throws {
    let policy = try learned([
      Self.line("executables", "allowed", path: #"/a\nmode: off #"#),
      Self.line("egress", "allowed", host: "a.example\\n  - evil.example"),
      Self.line("tmp-writes", "allowed", path: #"/tmp/a\u001b[31m"#),
      Self.line("forbidden-executables", "forbidden-name", "alerted", path: #"/x\nmode: off"#),
    ])
    #expect(policy.executables.isEmpty && policy.egress.hosts.isEmpty && policy.writableFiles.isEmpty)
  }
}
