import Foundation
import Synchronization
import Testing

@testable import LanguageFrontends
@testable import SourceModel

/// Input that wants to cost much, or to break something.
struct JavaScriptHostileInputTests {
  static func module(_ source: String, path: String = "a.js") -> SourceModule {
    JavaScriptFrontend.module(Array(source.utf8), path: path)
  }

  static func gaps(_ source: String) -> [SourceGap.Reason] { module(source).gaps.map(\.reason) }

  static func brackets(_ count: Int) -> String {
    "x = " + String(repeating: "[", count: count) + String(repeating: "]", count: count)
  }

  @Test func followsNestingUpToTheLimit() {
    #expect(Self.gaps(Self.brackets(JavaScriptLowering.depthLimit)) == [])
    #expect(Self.gaps(Self.brackets(JavaScriptLowering.depthLimit + 1)) == [.tooDeep])
  }

  @Test func followsBlocksUpToTheLimit() {
    func blocks(_ count: Int) -> String {
      String(repeating: "{", count: count) + "f()" + String(repeating: "}", count: count)
    }
    // A block is one level, the call in the last one the next.
    #expect(Self.gaps(blocks(JavaScriptLowering.depthLimit - 1)) == [])
    #expect(Self.gaps(blocks(JavaScriptLowering.depthLimit)) == [.tooDeep])
  }

  @Test func goesOnAfterWhatIsTooDeep() {
    let module = Self.module(Self.brackets(5000) + "\nexec(a)\n")
    #expect(module.gaps.map(\.reason) == [.tooDeep])
    #expect(dump(module).contains("  exec(a)\n"))
  }

  @Test(arguments: [
    "a + ", "a && ", "a ** ", "a.b().c(1)[2] - ", "!", "-", "(", "await ", "await (", "a ? b : ", "a ? ",
    "a => ", "f(", "{a: ", "({a: ", "`${", "a = ", "new ", "...", "a, ", "yield ", "[", "{", "if (a) ",
    "x[a++][",
    "function f() {", "class A { a = ", "<a>", "a: ", "for (;;) ", "a && (", "((", "let [", "let {a: ", "/",
    "case a: ", "switch (a) { default: ", "try { ", "async () => { ", "\"", "`", "import ", "export default ",
  ])
  func endsWhereAPartIsRepeated(_ part: String) {
    // On a thread with the smallest stack in use, so that the limit is known to be low enough; without
    // optimisation a frame takes several times as much.
    #if DEBUG
      let stackSize = 6 << 20
    #else
      let stackSize = 512 << 10
    #endif
    let source = String(repeating: part, count: 1500) + "z"
    let closers: [Character: Character] = ["(": ")", "[": "]", "{": "}"]
    let end = String(part.reversed().compactMap { closers[$0] })
    let closed = source + String(repeating: end, count: 1500)
    let done = Mutex(false)
    let thread = Thread {
      for path in ["a.js", "a.ts", "a.tsx"] {
        _ = Self.module(source, path: path)
        _ = Self.module("x = " + closed, path: path)
      }
      done.withLock { $0 = true }
    }
    thread.stackSize = stackSize
    thread.start()
    while !thread.isFinished { Thread.sleep(forTimeInterval: 0.002) }
    #expect(done.withLock { $0 })
  }

  /// Thirty bytes, found by fuzzing, from which the parser recovers by trying nearly everything.
  @Test func givesUpWhereRecoveryFromErrorsTakesTooLong() {
    let source = Array("ct el=<><')t(@r{a:y){return a:".utf8)
    var limits = SyntaxLimits()
    limits.steps = 20
    #expect(
      JavaScriptFrontend.module(source, path: "a.tsx", limits: limits).gaps.map(\.reason) == [.tooLarge])
    // What a broken file of that size usually takes is within the same bound.
    let broken = Array("ct el = <><B</>; return a(@r){".utf8)
    #expect(
      JavaScriptFrontend.module(broken, path: "a.tsx", limits: limits).gaps.map(\.reason) != [.tooLarge])
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

  @Test(arguments: [
    ("x = a", ".b(1)[2]", ""), ("x = a", " - b * c + d", ""), ("if (a) f();", " else if (b) g();", ""),
    ("x = ", "a ? b : ", "c"), ("", "a ? b() : ", "c()"), ("", "exports.a = ", "void 0"),
    ("f(", "exports.a = ", "1)"), ("a()", ", b()", ""), ("x = a", " ?? b", ""), ("x = ", "(", "1"),
  ])
  func keepsLongChains(_ start: String, _ part: String, _ end: String) {
    let close = part == "(" ? String(repeating: ")", count: 10_000) : ""
    #expect(Self.gaps(start + String(repeating: part, count: 10_000) + end + close) == [])
  }

  @Test func cutsLongTexts() {
    for quote in ["\"", "`"] {
      let text = String(repeating: "a", count: Literal.textLimit) + "\\n"
      let module = Self.module("x = " + quote + text + quote)
      guard case .literal(.text(let text)) = module.expressions.last else {
        Issue.record("the last node is no text")
        return
      }
      #expect(text.utf8.count == Literal.textLimit)
    }
  }

  @Test func countsHolesOnlyUpToALimit() {
    let module = Self.module("x = [" + String(repeating: ",", count: 100_000) + "a]")
    #expect(module.expressions.count < 100)
  }

  @Test(arguments: 0..<64)
  func readsRandomBytes(_ seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    let alphabet = Array("()[]{}<>:=>,.?!&|\"'`${}\\\n\n/*+-abf 01\u{0}\r\t@#ifletclassasync".utf8)
    let bytes = (0..<4000).map { _ -> UInt8 in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let value = UInt8(truncatingIfNeeded: state >> 33)
      return seed % 2 == 0 ? value : alphabet[Int(value) % alphabet.count]
    }
    for path in ["a.js", "a.ts", "a.tsx"] {
      let module = JavaScriptFrontend.module(bytes, path: path)
      #expect(module.gaps.allSatisfy { $0.range.start >= 0 && Int($0.range.end) <= bytes.count })
      #expect(!dump(module).isEmpty)
    }
  }

  @Test func readsWhatIsCutOff() {
    let source = """
      class A extends B { static async m({ a = `x${y}` }, [b]) { for (const c of d) { await (c).d(/e/g) } } }
      const f = <a b="c" {...d}>{e}</a>, g = [h, , "i\\n", ...j], k = { l: 1, get m() { return n ? o : p } }
      switch (q) { case 1: r++; default: throw new Error(s) }
      """
    for length in 0...source.utf8.count {
      let module = JavaScriptFrontend.module(Array(source.utf8.prefix(length)), path: "a.jsx")
      #expect(module.text.count == length)
    }
  }

  @Test func reportsAFileThatIsTooLarge() {
    let source = Array("f(x)\n".utf8)
    var limits = SyntaxLimits()
    limits.bytes = 5
    #expect(JavaScriptFrontend.module(source, path: "a.js", limits: limits).gaps == [])
    limits.bytes = 4
    #expect(JavaScriptFrontend.module(source, path: "a.js", limits: limits).gaps.map(\.reason) == [.tooLarge])
  }

  @Test func keepsWhatFitsIntoTheTree() {
    var limits = SyntaxLimits()
    limits.nodes = 20
    let source = Array(String(repeating: "f(x)\n", count: 100).utf8)
    let module = JavaScriptFrontend.module(source, path: "a.js", limits: limits)
    #expect(module.gaps.map(\.reason) == [.tooLarge])
    #expect(!module.body.isEmpty)
  }

  @Test func repairsInvalidText() {
    let module = JavaScriptFrontend.module(
      Array("x = \"a".utf8) + [0xFF, 0xFE] + Array("b\"\ny = 1\n".utf8), path: "a.js")
    #expect(dump(module).contains("  y = 1\n"))
  }
}
