import Testing

@testable import EnforcerLogic

@Suite struct GlobTests {
  struct Case: CustomTestStringConvertible {
    let glob: String
    let text: String
    let fits: Bool
    init(_ glob: String, _ text: String, _ fits: Bool) {
      (self.glob, self.text, self.fits) = (glob, text, fits)
    }
    var testDescription: String { "\(glob) \(text)" }
  }

  @Test(arguments: [
    Case("/bin/sh", "/bin/sh", true), Case("/bin/sh", "/bin/shx", false), Case("/bin/shx", "/bin/sh", false),
    Case("/var/task/*", "/var/task/a.py", true), Case("/var/task/*", "/var/task/a/b.py", false),
    Case("/var/task/**", "/var/task/a/b.py", true), Case("/var/task/**", "/var/task", false),
    Case("/var/task/**.py", "/var/task/a/b.py", true), Case("/var/task/**.py", "/var/task/a/b.pyc", false),
    Case("/var/task/**/*.py", "/var/task/a/b/c.py", true), Case("**/x", "/a/b/x", true),
    Case("*", "", true), Case("**", "", true), Case("", "", true), Case("", "a", false), Case("?", "", false),
    Case("?", "/", false), Case("a?c", "abc", true), Case("python3.*", "python3.12", true),
    Case("*.s3.*.amazonaws.com", "b.s3.eu-west-1.amazonaws.com", true), Case("***a", "x/a", true),
    Case("**a*b", "/ab/axb", true), Case("**a*b", "/ax/bx", false), Case("a*b*c", "aXbYc", true),
    Case("a*b*c", "aXbY/c", false), Case("**a*b/c*d", "/a1b/c2/a3b/c4d", true),
  ])
  func decides(_ example: Case) {
    let fits = withText(example.glob) { glob in withText(example.text) { matches(glob, $0) } }
    #expect(fits == example.fits)
  }

  /// The obvious way: a table of which rest fits which rest.
  private func reference(_ glob: [UInt8], _ text: [UInt8]) -> Bool {
    var table = [[Bool]](repeating: [Bool](repeating: false, count: text.count + 1), count: glob.count + 1)
    table[glob.count][text.count] = true
    for position in stride(from: glob.count - 1, through: 0, by: -1) {
      for index in stride(from: text.count, through: 0, by: -1) {
        let more = index < text.count
        let isDeep = position + 1 < glob.count && glob[position + 1] == UInt8(ascii: "*")
        table[position][index] =
          switch glob[position] {
          // `**` is itself, or one of its asterisks takes a byte of any kind.
          case UInt8(ascii: "*") where isDeep:
            table[position + 2][index] || (more && table[position][index + 1]) || table[position + 1][index]
          case UInt8(ascii: "*"):
            table[position + 1][index]
              || (more && text[index] != slash && table[position][index + 1])
          case UInt8(ascii: "?"): more && text[index] != slash && table[position + 1][index + 1]
          case let byte: more && text[index] == byte && table[position + 1][index + 1]
          }
      }
    }
    return table[0][0]
  }

  @Test func decidesAsATableOfAllRests() {
    var random = FixedRandom(state: 7)
    let letters = Array("ab/*?*".utf8)
    for _ in 0..<60_000 {
      let glob = (0..<Int.random(in: 0...9, using: &random)).map { _ in
        letters[Int.random(in: 0..<letters.count, using: &random)]
      }
      let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        letters[Int.random(in: 0..<3, using: &random)]
      }
      let fits = withText(glob) { glob in withText(text) { matches(glob, $0) } }
      #expect(
        fits == reference(glob, text),
        "\(String(decoding: glob, as: UTF8.self)) on \(String(decoding: text, as: UTF8.self))")
    }
  }

  @Test func staysFastOnHostilePaths() {
    let text = [UInt8](repeating: UInt8(ascii: "a"), count: 4095)
    let glob = Array(("**" + String(repeating: "a*", count: 200) + "b").utf8)
    let clock = ContinuousClock()
    let elapsed = clock.measure { #expect(withText(glob) { glob in withText(text) { !matches(glob, $0) } }) }
    #expect(elapsed < .milliseconds(500))
  }
}
