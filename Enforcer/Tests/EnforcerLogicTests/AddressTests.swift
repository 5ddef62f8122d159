import Testing

@testable import EnforcerLogic

@Suite struct AddressTests {
  private func ipv4(_ a: UInt8, _ b: UInt8, _ c: UInt8, _ d: UInt8) -> Address {
    withText([a, b, c, d]) { Address(ipv4: $0.start) }
  }

  private func ipv6(_ bytes: [UInt8]) -> Address { withText(bytes) { Address(ipv6: $0.start) } }

  @Test func mapsIPv4() {
    let mapped = ipv6([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 10, 1, 2, 3])
    #expect(mapped == ipv4(10, 1, 2, 3))
    #expect(mapped.isIPv4)
  }

  @Test func knowsItsOwnMachine() {
    #expect(ipv4(127, 0, 0, 1).isLoopback && ipv4(127, 9, 9, 9).isLoopback && ipv4(0, 0, 0, 0).isLoopback)
    #expect(ipv6(Array(repeating: 0, count: 15) + [1]).isLoopback)
    #expect(!ipv4(128, 0, 0, 1).isLoopback && !ipv6([0x20] + Array(repeating: 0, count: 15)).isLoopback)
    #expect(ipv4(169, 254, 100, 1).isLinkLocal && !ipv4(169, 253, 1, 1).isLinkLocal)
    #expect(!ipv4(127, 0, 0, 1).isLinkLocal)
  }

  /// The obvious way: bit by bit.
  @Test func comparesPrefixes() {
    var random = FixedRandom(state: 1)
    for _ in 0..<3000 {
      let network = (0..<16).map { _ in UInt8.random(in: 0...255, using: &random) }
      var bytes = network
      let changed = Int.random(in: 0..<128, using: &random)
      bytes[changed / 8] ^= 0x80 >> UInt8(changed % 8)
      let length = Int.random(in: 0...128, using: &random)
      #expect(ipv6(bytes).isWithin(ipv6(network), prefixLength: length) == (changed >= length))
    }
  }
}

@Suite struct AddressTableTests {
  private func withTable(_ body: (AddressTable) -> Void) {
    let memory = UnsafeMutablePointer<UInt64>.allocate(capacity: AddressTable.wordCount)
    defer { memory.deallocate() }
    memory.initialize(repeating: 0, count: AddressTable.wordCount)
    body(AddressTable(words: memory))
  }

  private func address(_ number: Int) -> Address {
    Address(high: 0, low: 0xffff_0000_0000 | UInt64(number))
  }

  @Test func knowsWhatItLearnt() {
    withTable { table in
      #expect(!table.contains(address(1), port: 443))
      table.insert(address(1), port: 443)
      table.insert(address(1), port: 80)
      table.insert(address(2), port: 0)
      #expect(table.contains(address(1), port: 443) && table.contains(address(1), port: 80))
      #expect(!table.contains(address(1), port: 25) && table.contains(address(2), port: 25))
      #expect(!table.contains(address(3), port: 443))
    }
  }

  @Test func staysWithinItsMemoryAndKeepsTheLast() {
    withTable { table in
      for number in 1...10_000 {
        table.insert(address(number), port: 443)
        #expect(table.contains(address(number), port: 443))
      }
      let known = (1...10_000).filter { table.contains(address($0), port: 443) }
      #expect(known.count <= AddressTable.capacity)
    }
  }

  @Test func holdsTheAddressesOfAFunction() {
    withTable { table in
      for number in 1...32 { table.insert(address(number &* 7919), port: 0) }
      for number in 1...32 { #expect(table.contains(address(number &* 7919), port: 443)) }
    }
  }
}
