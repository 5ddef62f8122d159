import Foundation
import Synchronization
import Testing

@testable import LanguageFrontends
@testable import SourceModel

/// Input that wants to cost much, or to break something.
struct PythonHostileInputTests {
  static func module(_ source: String) -> SourceModule {
    PythonFrontend.module(Array(source.utf8), path: "a.py")
  }

  static func gaps(_ source: String) -> [SourceGap.Reason] { module(source).gaps.map(\.reason) }

  static func brackets(_ count: Int) -> String {
    "x = " + String(repeating: "[", count: count) + String(repeating: "]", count: count)
  }

  @Test func followsNestingUpToTheLimit() {
    #expect(Self.gaps(Self.brackets(PythonLowering.depthLimit)) == [])
    #expect(Self.gaps(Self.brackets(PythonLowering.depthLimit + 1)) == [.tooDeep])
  }

  @Test func followsBlocksUpToTheLimit() {
    func blocks(_ count: Int) -> String {
      let heads = (0..<count).map { String(repeating: " ", count: $0) + "while a:\n" }
      return heads.joined() + String(repeating: " ", count: count) + "f()\n"
    }
    #expect(Self.gaps(blocks(100)) == [])
    // A block is one level, the call in the last one the next.
    #expect(Self.gaps(blocks(PythonLowering.depthLimit - 1)) == [])
    #expect(Self.gaps(blocks(PythonLowering.depthLimit)).contains(.tooDeep))
  }

  @Test func goesOnAfterWhatIsTooDeep() {
    let module = Self.module(Self.brackets(5000) + "\nos.system(a)\n")
    #expect(module.gaps.map(\.reason) == [.tooDeep])
    #expect(dump(module).contains("  os.system(a)\n"))
  }

  @Test(arguments: [
    "a + ", "a and ", "a | ", "a.b().c(1)[2] - ", "not ", "-", "(", "await ", "\"a\" ", "a if b else ",
    "lambda: ",
    "f(", "{1: ", "f\"{", "a ** ", "(a := ", "[b for b in ", "*", "a < ", "yield ", "x = ", "@",
  ])
  func endsWhereAPartIsRepeated(_ part: String) {
    // On a thread with the smallest stack in use, so that the limit is known to be low enough; without
    // optimisation a frame takes several times as much.
    #if DEBUG
      let stackSize = 4 << 20
    #else
      let stackSize = 512 << 10
    #endif
    let source = String(repeating: part, count: 4000) + "z"
    let done = Mutex(false)
    let thread = Thread {
      _ = Self.module(source)
      _ = Self.module("x = " + source)
      done.withLock { $0 = true }
    }
    thread.stackSize = stackSize
    thread.start()
    while !thread.isFinished { Thread.sleep(forTimeInterval: 0.002) }
    #expect(done.withLock { $0 })
  }

  @Test func keepsALongTextAsOneOperation() {
    let parts = (0..<10_000).map { "\"p\($0)\"" }
    let module = Self.module("x = " + parts.joined(separator: " + "))
    #expect(module.gaps == [])
    guard case .operation(.add, let operands) = module.expressions.last else {
      Issue.record("the last node is no sum")
      return
    }
    #expect(operands.count == 10_000)
  }

  @Test func keepsLongChainsOfOtherKinds() {
    #expect(Self.gaps("x = a" + String(repeating: ".b(1)[2]", count: 10_000)) == [])
    #expect(Self.gaps("x = a" + String(repeating: " - b * c + d", count: 10_000)) == [])
    #expect(Self.gaps("if a: f()\n" + String(repeating: "elif b: g()\n", count: 10_000)) == [])
    #expect(Self.gaps(String(repeating: "a = ", count: 10_000) + "1") == [])
  }

  @Test func cutsLongTexts() {
    let module = Self.module("x = \"" + String(repeating: "a", count: Literal.textLimit + 1) + "\"")
    guard case .literal(.text(let text)) = module.expressions.last else {
      Issue.record("the last node is no text")
      return
    }
    #expect(text.utf8.count == Literal.textLimit)
  }

  @Test(arguments: 0..<64)
  func readsRandomBytes(_ seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    let alphabet = Array("()[]{}:=,.\"'\\\n\n    #abf 01\u{0}\u{FF}\r\t@*`%ifdefclass".utf8)
    let bytes = (0..<4000).map { _ -> UInt8 in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let value = UInt8(truncatingIfNeeded: state >> 33)
      return seed % 2 == 0 ? value : alphabet[Int(value) % alphabet.count]
    }
    let module = PythonFrontend.module(bytes, path: "a.py")
    #expect(module.gaps.allSatisfy { $0.range.start >= 0 && Int($0.range.end) <= bytes.count })
    #expect(!dump(module).isEmpty)
  }

  @Test func readsWhatIsCutOff() {
    let source = "class A:\n    def f(self, x):\n        return [g(f\"{x}\") for y in x if {'a': (1, 2)}]\n"
    for length in 0...source.utf8.count {
      let module = PythonFrontend.module(Array(source.utf8.prefix(length)), path: "a.py")
      #expect(module.text.count == length)
    }
  }

  @Test func reportsAFileThatIsTooLargeOrTakesTooLong() {
    let source = Array("x = 1\n".utf8)
    var limits = SyntaxLimits()
    limits.bytes = 6
    #expect(PythonFrontend.module(source, path: "a.py", limits: limits).gaps == [])
    limits.bytes = 5
    #expect(PythonFrontend.module(source, path: "a.py", limits: limits).gaps.map(\.reason) == [.tooLarge])
    limits = SyntaxLimits()
    limits.time = .zero
    limits.steps = -100_000
    let long = Array(String(repeating: "f(x)\n", count: 1000).utf8)
    #expect(PythonFrontend.module(long, path: "a.py", limits: limits).gaps.map(\.reason) == [.tooLarge])
  }

  @Test func keepsWhatFitsIntoTheTree() {
    var limits = SyntaxLimits()
    limits.nodes = 20
    let source = Array(String(repeating: "f(x)\n", count: 100).utf8)
    let module = PythonFrontend.module(source, path: "a.py", limits: limits)
    #expect(module.gaps.map(\.reason) == [.tooLarge])
    #expect(!module.body.isEmpty)
  }

  @Test func repairsInvalidText() {
    let module = PythonFrontend.module(
      Array("x = \"a".utf8) + [0xFF, 0xFE] + Array("b\"\ny = 1\n".utf8), path: "a.py")
    #expect(dump(module).contains("  y = 1\n"))
  }
}
