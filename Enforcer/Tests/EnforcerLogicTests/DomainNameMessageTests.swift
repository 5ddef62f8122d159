import Testing

@testable import EnforcerLogic

@Suite struct DomainNameMessageTests {
  private func name(_ text: String) -> [UInt8] {
    text.split(separator: ".").flatMap { [UInt8($0.utf8.count)] + Array($0.utf8) } + [0]
  }

  private func query(_ name: [UInt8], response: Bool = false, questions: UInt8 = 1, answers: UInt8 = 0)
    -> [UInt8]
  {
    [0x12, 0x34, response ? 0x81 : 0x01, 0x80, 0, questions, 0, answers, 0, 0, 0, 0] + name + [0, 1, 0, 1]
  }

  private func answer(kind: UInt8, data: [UInt8]) -> [UInt8] {
    [0xc0, 12, 0, kind, 0, 1, 0, 0, 0, 60, 0, UInt8(data.count)] + data
  }

  private func questionName(_ packet: [UInt8]) -> String? {
    withText(packet) { text in
      guard let message = DomainNameMessage(text) else { return nil }
      let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: DomainNameMessage.nameLimit)
      defer { bytes.deallocate() }
      return message.questionName(into: bytes).map { Text(start: bytes, count: $0).string }
    }
  }

  @Test func readsTheQuestion() {
    #expect(questionName(query(name("Api.Example.COM"))) == "api.example.com")
    #expect(questionName(query([0])) == "")
    #expect(questionName(query([3, 97, 46, 0, 3, 99, 111, 109, 0])) == "a??.com")
  }

  @Test func refusesWhatIsNoQuestion() {
    #expect(questionName(query(name("a.b"), questions: 2)) == nil)
    #expect(questionName(query([0xc0, 12])) == nil)
    #expect(questionName(query([63, 97])) == nil)
    let label = [63] + [UInt8](repeating: 97, count: 63)
    #expect(questionName(query(label + label + label + [0])) != nil)
    #expect(questionName(query(label + label + label + label + [0])) == nil)
    #expect(questionName([]) == nil)
  }

  private func addresses(_ packet: [UInt8]) -> [[UInt8]] {
    withText(packet) { text in
      var found: [[UInt8]] = []
      DomainNameMessage(text)?.forEachAddress { address in
        found.append(written { address.append(to: &$0) })
      }
      return found
    }
  }

  @Test func readsTheAddresses() {
    let packet =
      query(name("example.com"), response: true, answers: 3) + answer(kind: 5, data: name("x.example.com"))
      + answer(kind: 1, data: [192, 0, 2, 7])
      + answer(kind: 28, data: [0x20, 1] + Array(repeating: 0, count: 13) + [1])
    #expect(
      addresses(packet).map { String(decoding: $0, as: UTF8.self) } == [
        "192.0.2.7", "2001:0000:0000:0000:0000:0000:0000:0001",
      ])
  }

  @Test func readsNothingBeyondThePacket() {
    let packet =
      query(name("example.com"), response: true, answers: 2) + answer(kind: 1, data: [192, 0, 2, 7])
      + answer(kind: 1, data: [192, 0, 2, 8])
    for length in 0..<packet.count { #expect(addresses(Array(packet.prefix(length))).count < 2) }
    var random = FixedRandom(state: 11)
    for _ in 0..<20_000 {
      var broken = packet
      for _ in 0..<3 {
        broken[Int.random(in: 0..<broken.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      _ = addresses(broken)
      _ = questionName(broken)
    }
  }
}
