import Foundation
import Testing

@testable import EnforcerLogic

@Suite struct JSONEscapingTests {
  private func decoded(_ bytes: [UInt8], upTo end: Int = 8000) throws -> String {
    let inside = withText(bytes) { text in written { $0.append(escaping: text, upTo: end) } }
    let document = Data([UInt8(ascii: "\"")] + inside + [UInt8(ascii: "\"")])
    return try JSONDecoder().decode(String.self, from: document)
  }

  @Test func escapesEveryByte() throws {
    for byte: UInt8 in 0...255 {
      let expected = String(decoding: [byte], as: UTF8.self)
      #expect(try decoded([byte]) == expected)
    }
  }

  @Test(arguments: ["", "plain", "a\"b\\c", "tab\tline\n", "ü€😀", "\u{7f}"])
  func keepsText(_ text: String) throws {
    #expect(try decoded(Array(text.utf8)) == text)
  }

  @Test func writesValidTextWhateverComes() throws {
    var random = FixedRandom(state: 5)
    for _ in 0..<20_000 {
      let bytes = (0..<6).map { _ in UInt8.random(in: 0x80...0xff, using: &random) }
      let inside = withText(bytes) { text in written { $0.append(escaping: text, upTo: 8000) } }
      #expect(String(validating: inside, as: UTF8.self) != nil, "\(bytes)")
      if String(validating: bytes, as: UTF8.self) != nil { #expect(!inside.contains(UInt8(ascii: "\\"))) }
    }
  }

  @Test func neverCutsAnEscape() throws {
    for end in 0..<60 {
      _ = try decoded(Array("\u{1}\"ü€😀\\\u{1}\u{2}\u{3}\u{4}".utf8), upTo: end)
      let inside = withText([UInt8](repeating: 1, count: 99)) { text in
        written { $0.append(escaping: text, upTo: end) }
      }
      #expect(inside.count <= end && inside.count % 6 == 0)
    }
  }
}
