import Testing

@testable import EnforcerLogic

@Suite struct PolicyTests {
  private let memory = GuardedMemory()

  private func problem(_ bytes: [UInt8]) -> PolicyProblem? {
    memory.with(bytes) { Policy.problem(base: $0, size: bytes.count) }
  }

  /// A policy with a list of each shape.
  private var complete: PolicyBytes {
    var policy = PolicyBytes()
    policy.modes[0] = 2
    policy.modes[1] = 1
    policy.sections = [
      (2, 1, [UInt8](repeating: 0, count: 48)), (4, 2, [UInt8](repeating: 7, count: 64)),
      (5, 1, [0, 0, 0, 0]), (9, 1, [UInt8](repeating: 0, count: 16)),
    ]
    policy.sections[0].bytes.replaceSubrange(0..<4, with: little(policy.offset(of: "/usr/bin/tool")))
    policy.sections[2].bytes = little(policy.offset(of: "/tmp"))
    policy.sections[3].bytes.replaceSubrange(
      0..<8, with: little(policy.offset(of: "NAME=value")) + little(UInt32(4)))
    return policy
  }

  @Test func acceptsWhatIsWellFormedAndReadsIt() {
    let bytes = complete.encoded()
    #expect(problem(bytes) == nil)
    memory.with(bytes) { base in
      let policy = Policy(checked: base)
      #expect(policy.functionName == "name")
      #expect(policy.section(.executables).count == 1)
      #expect(policy.section(.executables).string(0) == "/usr/bin/tool")
      #expect(policy.section(.forbiddenHashes).count == 2)
      #expect(policy.section(.hosts).count == 0)
      #expect(policy.section(.writableDirectories).containsDirectory(of: Text("/tmp/file")))
      #expect(policy.writtenMode(of: .executables) == .block)
      #expect(policy.writtenMode(of: .egress) == .off)
    }
  }

  @Test func beforeItsDateBlockingIsAnAlert() {
    var dated = complete
    dated.enforceAfter = 1000
    memory.with(dated.encoded()) { base in
      let policy = Policy(checked: base)
      #expect(policy.mode(of: .executables, now: { 999 }) == .alert)
      #expect(policy.mode(of: .executables, now: { 1000 }) == .block)
      #expect(policy.mode(of: .forbiddenExecutables, now: { 999 }) == .alert)
    }
  }

  @Test func refusesOtherSizesVersionsAndChecksums() {
    let bytes = complete.encoded()
    #expect(problem([]) == .size)
    #expect(problem(Array(bytes.dropLast())) == .size)
    #expect(problem(bytes + [0]) == .size)
    #expect(problem([UInt8](repeating: 0, count: Policy.sizeLimit + 1)) == .size)
    #expect(problem([UInt8](repeating: 0, count: 200)) == .magic)
    var future = complete
    future.version = 2
    #expect(problem(future.encoded()) == .version)
    var changed = bytes
    changed[40] ^= 1
    #expect(problem(changed) == .checksum)
  }

  @Test func refusesListsAndTextsThatLieOutside() {
    let bytes = complete.encoded()
    func edited(_ place: Int, _ value: UInt32) -> PolicyProblem? {
      var copy = bytes
      copy.replaceSubrange(place..<place + 4, with: little(value))
      return problem(PolicyBytes.sealed(copy))
    }
    #expect(edited(72, UInt32(Policy.sectionLimit) + 1) == .section)
    #expect(edited(76, UInt32(bytes.count)) == .section)
    #expect(edited(76, 0) == .section)
    // The second row: offset, count, size, and a kind out of order.
    #expect(edited(96 + 16 + 4, UInt32(bytes.count)) == .section)
    #expect(edited(96 + 16 + 8, 2) == .section)
    #expect(edited(96 + 16 + 12, .max) == .section)
    #expect(edited(96 + 16, 1) == .section)
    #expect(edited(64, 0) == .string)
    #expect(edited(64, UInt32(bytes.count)) == .string)
    var endless = bytes
    endless[endless.count - 1] = 65
    #expect(problem(PolicyBytes.sealed(endless)) == .string)
  }

  @Test func skipsListsItDoesNotKnow() {
    var policy = complete
    policy.sections.append((99, 7, [1, 2, 3]))
    // The texts moved: entries must point to their new places.
    policy.sections[0].bytes.replaceSubrange(0..<4, with: little(policy.offset(of: "/usr/bin/tool")))
    policy.sections[2].bytes = little(policy.offset(of: "/tmp"))
    policy.sections[3].bytes.replaceSubrange(0..<4, with: little(policy.offset(of: "NAME=value")))
    #expect(problem(policy.encoded()) == nil)
  }

  @Test(arguments: [(4096, nil), (4097, PolicyProblem.section)] as [(Int, PolicyProblem?)])
  func boundsTheEntriesOfAList(count: Int, expected: PolicyProblem?) {
    var policy = PolicyBytes()
    policy.sections = [(5, UInt32(count), [UInt8](repeating: 0, count: 4 * count))]
    let offset = little(policy.offset(of: "/tmp"))
    policy.sections[0].bytes = (0..<count).flatMap { _ in offset }
    #expect(problem(policy.encoded()) == expected)
  }

  @Test(arguments: [(4095, nil), (4096, PolicyProblem.string)] as [(Int, PolicyProblem?)])
  func boundsTheLengthOfATextThatIsUsed(length: Int, expected: PolicyProblem?) {
    var policy = PolicyBytes()
    policy.strings += [UInt8](repeating: 97, count: length) + [0]
    policy.sections = [(5, 1, [0, 0, 0, 0])]
    policy.sections[0].bytes = little(policy.offset(of: String(repeating: "a", count: length)))
    #expect(problem(policy.encoded()) == expected)
  }

  /// Whatever is accepted can be read from end to end, and never beyond.
  @Test func survivesAnyChange() {
    let original = complete.encoded()
    var random = SystemRandomNumberGenerator()
    var accepted = 0
    for _ in 0..<20_000 {
      var bytes = original
      if Bool.random(using: &random) { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random)) }
      for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      if bytes.count > 16 { bytes.replaceSubrange(12..<16, with: little(UInt32(bytes.count))) }
      bytes = PolicyBytes.sealed(bytes)
      memory.with(bytes) { base in
        guard Policy.problem(base: base, size: bytes.count) == nil else { return }
        accepted += 1
        readEverything(Policy(checked: base))
      }
    }
    #expect(accepted > 0)
  }

  private func readEverything(_ policy: Policy) {
    var read = policy.functionName.count + policy.identifier.count
    for kind in 2...14 {
      guard let kind = SectionKind(rawValue: UInt32(kind)) else { continue }
      let section = policy.section(kind)
      for index in 0..<section.count {
        read +=
          kind.beginsWithString
          ? section.string(index).count : Int(policy.number(section.place(of: index), as: UInt8.self))
      }
    }
    for control in 0..<15 {
      read += Control(rawValue: UInt8(control)).map { Int(policy.writtenMode(of: $0).rawValue) } ?? 0
    }
    #expect(read >= 0)
  }
}
