import EnforcementPolicy
import FindingModel
import Testing

@Suite struct PolicyReadingTests {
  @Test func readsEveryKey() throws {
    let policy = try Samples.policy(Samples.full)
    #expect(policy.function == "Convert")
    #expect(policy.enforceAfter == EnforcementInstant(seconds: 1_797_292_800))
    #expect(policy.onInvalidPolicy == .closed)
    #expect(!policy.announces)
    #expect(!policy.usesKernelLayer)
    #expect(policy.writableDirectories.map(\.value) == ["/tmp", "/mnt/data"])
    #expect(policy.executableDirectories.map(\.value) == ["/usr", "/var/task"])
    #expect(policy.modes.count == Control.allCases.count)
    #expect(
      policy.executables.map(\.path) == ["/usr/bin/catdoc", "/var/task/bin/convert", "/tmp/chromium-*"])
    #expect(policy.executables.map(\.receivesCredentials) == [false, true, false])
    #expect(policy.executables.map(\.mayBeWritable) == [false, false, true])
    #expect(policy.executables[1].digest?.description.hasPrefix("e3b0c442") == true)
    #expect(policy.forbidden.groups.map(\.value) == [.shells, .networkTools])
    #expect(policy.forbidden.patterns.contains("bash"))
    #expect(!policy.forbidden.patterns.contains("curl"))
    #expect(policy.forbidden.digests.count == 1)
    #expect(policy.writableFiles.map(\.value) == ["/tmp/work/*.pdf"])
    #expect(policy.loadableLibraries.map(\.value) == ["/tmp/lib/**"])
    #expect(policy.allowedVariables.map(\.value) == ["NODE_OPTIONS"])
    #expect(policy.egress.hosts.map(\.value.description) == ["api.example.com:443", "*.example.org"])
    #expect(
      policy.egress.networks.map(\.value.description) == ["10.0.0.0/8:5432", "[fd00::]/8:443", "192.0.2.1"])
    #expect(policy.sourceFiles.map(\.value) == ["/var/task/index.js"])
    #expect(policy.decoys.endsProcess)
    #expect(
      policy.decoys.variables.map(\.value) == [
        DecoyVariable("BACKUP_PASSWORD"), DecoyVariable("TOKEN", value: "a=b"),
      ])
  }

  /// YAML takes a bare `off` for a boolean; a policy means the word.
  @Test(arguments: ["off", "'off'", "Off"])
  func offIsAMode(word: String) throws {
    let document = Samples.read("version: 1\nfunction: F\ncontrols: {egress: \(word)}")
    #expect((document.policy?.mode(of: .egress) == .off) == (word != "Off"))
  }

  @Test func aListWithoutAModeBlocks() throws {
    #expect(try Samples.controls("egress: {hosts: [a.example]}").mode(of: .egress) == .block)
    #expect(try Samples.controls("egress: {mode: alert, hosts: [a.example]}").mode(of: .egress) == .alert)
  }

  @Test func whatIsNotMentionedHasItsDefault() throws {
    let policy = try Samples.policy("version: 1\nfunction: F\n")
    for control in Control.allCases { #expect(policy.mode(of: control) == control.defaultMode) }
    #expect(policy.mode(of: .executables) == .off)
    #expect(policy.mode(of: .tmpExecution) == .block)
  }

  @Test func theStanceIsACeiling() throws {
    var policy = try Samples.policy(Samples.full)
    policy.stance = .alert
    #expect(policy.effectiveMode(of: .executables) == .alert)
    #expect(policy.effectiveMode(of: .childProcesses) == .off)
    policy.stance = .off
    #expect(policy.effectiveMode(of: .executables) == .off)
  }

  struct Mistake: CustomTestStringConvertible {
    let text: String
    let line: Int32
    let message: String
    var testDescription: String { message }

    init(_ text: String, line: Int32, _ message: String) {
      self.text = text
      self.line = line
      self.message = message
    }
  }

  static let head = "version: 1\nfunction: F\n"
  static let mistakes = [
    Mistake("function: F", line: 1, "The policy does not say its version; write 'version: 1'."),
    Mistake(
      "version: 2\nfunction: F", line: 1, "Version '2' is not known to this program, which knows version 1."),
    Mistake(
      "version: 1", line: 1, "The policy does not say which function it is for; write 'function: NAME'."),
    Mistake("[]", line: 1, "A policy is a map that begins with 'version: 1'."),
    Mistake(head + "mod: block", line: 3, "There is no setting 'mod'; did you mean 'mode'?"),
    Mistake(head + "mode: blok", line: 3, "mode must be block, alert, off or learn, not 'blok'."),
    Mistake(head + "announce: maybe", line: 3, "announce must be true or false, not 'maybe'."),
    Mistake(head + "controls: []", line: 3, "controls must be a map from controls to modes."),
    Mistake(
      head + "controls: {tmp-exec: block}", line: 3,
      "There is no control 'tmp-exec'; known are: \(Control.allCases.map(\.key).joined(separator: ", "))."),
    Mistake(
      head + "controls: {egres: block}", line: 3, "There is no control 'egres'; did you mean 'egress'?"),
    Mistake(
      head + "controls: {tmp-execution: {allow: []}}", line: 3,
      "There is no setting of tmp-execution 'allow'; known are: mode."),
    Mistake(
      head + "controls: {executables: {allow: [bin/sh]}}", line: 3,
      "The executable 'bin/sh' must be absolute: it starts with '/'."),
    Mistake(
      head
        + "controls: {executables: {allow: [{path: '/a*', sha256: \(String(repeating: "a", count: 64))}]}}",
      line: 3, "A sha256 belongs to one file; '/a*' stands for many."),
    Mistake(
      head + "controls: {executables: {allow: [{path: /a, sha256: abc}]}}", line: 3,
      "A sha256 is 64 hexadecimal digits, not 'abc'."),
    Mistake(
      head + "controls: {forbidden-executables: {groups: [shell]}}", line: 3,
      "groups: 'shell' is no group; did you mean 'shells'?"),
    Mistake(
      head + "controls: {egress: {services: [dynamo]}}", line: 3,
      "services: 'dynamo' is no service known here; did you mean 'dynamodb'?"),
    Mistake(
      head + "controls: {egress: {hosts: ['https://a.example/x']}}", line: 3,
      "hosts: 'https://a.example/x' is an address of the web; give only the host, such as api.example.com."),
    Mistake(
      head + "controls: {egress: {networks: [10.0.0.1/8]}}", line: 3,
      "networks: '10.0.0.1/8' starts inside its range; the range is 10.0.0.0/8."),
    Mistake(
      head + "enforce-after: 2026-02-30", line: 3,
      "enforce-after must be a day such as 2026-12-15, or a time in UTC such as 2026-12-15T08:30:00Z, not "
        + "'2026-02-30'."),
    Mistake(head + "controls: {egress: {hosts: {a: b}}}", line: 3, "hosts must be a list."),
    Mistake("version: 1\nfunction: \"a\\nb\"", line: 2, "The function's name holds a control character."),
    Mistake("a: [", line: 1, "The policy cannot be read: "),
  ]

  @Test(arguments: mistakes)
  func saysWhatIsWrongAndWhere(mistake: Mistake) {
    let document = Samples.read(mistake.text)
    #expect(document.policy == nil)
    #expect(document.problems.contains { $0.message.hasPrefix(mistake.message) }, "\(document.problems)")
    #expect(document.problems.first?.location.line == mistake.line || mistake.message.hasSuffix(": "))
  }

  @Test func tellsAllMistakesInOneRun() {
    let document = Samples.read(Self.head + "mode: x\ncontrols: {egres: block, egress: {hosts: ['a b']}}")
    #expect(document.problems.count == 3)
  }

  @Test func hostileTextIsShownWithoutItsControls() {
    let document = Samples.read(Self.head + "\"a\\e[31m\": 1")
    #expect(document.problems.allSatisfy { !$0.message.contains("\u{1B}") })
  }

  // MARK: Limits

  private func hosts(_ count: Int) -> String {
    Self.head + "controls: {egress: {hosts: [" + (0..<count).map { "h\($0).example" }.joined(separator: ",")
      + "]}}"
  }

  @Test func listsAreBounded() {
    #expect(Samples.read(hosts(PolicyLimits.entries)).policy != nil)
    let document = Samples.read(hosts(PolicyLimits.entries + 1))
    #expect(document.policy == nil)
    #expect(document.problems.first?.message.contains("has 4097 entries") == true)
  }

  @Test func documentsAreBounded() {
    let padding = { (count: Int) in Self.head + "#" + String(repeating: "x", count: count) }
    let rest = PolicyLimits.documentBytes - Self.head.utf8.count - 1
    #expect(Samples.read(padding(rest)).policy != nil)
    #expect(Samples.read(padding(rest + 1)).policy == nil)
  }

  @Test func namesAndValuesAreBounded() {
    func name(_ count: Int) -> String { "version: 1\nfunction: \(String(repeating: "n", count: count))" }
    #expect(Samples.read(name(PolicyLimits.nameBytes)).policy != nil)
    #expect(Samples.read(name(PolicyLimits.nameBytes + 1)).policy == nil)
    func value(_ count: Int) -> String {
      Self.head
        + "controls: {honeypots: {variables: [{name: A, value: \(String(repeating: "v", count: count))}]}}"
    }
    #expect(Samples.read(value(PolicyLimits.valueBytes)).policy != nil)
    #expect(Samples.read(value(PolicyLimits.valueBytes + 1)).policy == nil)
    func path(_ count: Int) -> String {
      Self.head + "controls: {executables: {allow: [/\(String(repeating: "p", count: count - 1))]}}"
    }
    #expect(Samples.read(path(PathPattern.lengthLimit)).policy != nil)
    #expect(Samples.read(path(PathPattern.lengthLimit + 1)).policy == nil)
  }

  @Test func problemsAreBounded() {
    let keys = (0..<PolicyLimits.problems + 50).map { "k\($0): 1" }.joined(separator: "\n")
    #expect(Samples.read(Self.head + keys).problems.count == PolicyLimits.problems)
  }
}
