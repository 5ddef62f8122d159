import Digests
import Foundation
import Testing

struct NotationTests {
  @Test(arguments: 0..<20) func base64IsThatOfFoundation(_ count: Int) {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 97 &+ 200) }
    #expect(bytes.base64 == Data(bytes).base64EncodedString())
  }

  @Test func everyByteHasTwoDigits() {
    #expect(([0x00, 0x0F, 0xA0, 0xFF] as [UInt8]).hexadecimal == "000fa0ff")
    #expect(([] as [UInt8]).hexadecimal.isEmpty)
  }
}
