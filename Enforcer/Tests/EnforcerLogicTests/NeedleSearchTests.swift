import Testing

@testable import EnforcerLogic

@Suite struct NeedleSearchTests {
  private func found(_ needles: [String], in text: [UInt8]) -> Int? {
    let list = UnsafeMutablePointer<Text>.allocate(capacity: needles.count)
    let table = UnsafeMutablePointer<UInt8>.allocate(capacity: NeedleSearch.tableSize)
    defer {
      list.deallocate()
      table.deallocate()
    }
    func fill(_ rest: ArraySlice<String>, _ body: () -> Int?) -> Int? {
      guard let needle = rest.first else { return body() }
      return withText(needle) { needle in
        (list + (needles.count - rest.count)).initialize(to: needle)
        return fill(rest.dropFirst(), body)
      }
    }
    return fill(needles[...]) {
      let search = NeedleSearch(needles: list, count: needles.count, table: table)
      return withText(text) { search.find(in: $0) }
    }
  }

  @Test(
    arguments: [
      ("AKIAIOSFODNN7EXAMPLE", 0), ("xxAKIAIOSFODNN7EXAMPLE", 0), ("AKIAIOSFODNN7EXAMPLExx", 0),
      ("secret=hunter22hunter22&", 1), ("AKIAIOSFODNN7EXAMPLF", nil), ("", nil), ("hunter22hunter2", nil),
    ] as [(String, Int?)])
  func findsWholeValues(_ text: String, _ expected: Int?) {
    #expect(found(["AKIAIOSFODNN7EXAMPLE", "hunter22hunter22"], in: Array(text.utf8)) == expected)
  }

  /// The obvious way, on letters so few that windows nearly fit all the time.
  @Test func findsWhatAPlainSearchFinds() {
    var random = FixedRandom(state: 9)
    for _ in 0..<5000 {
      func word(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8.random(in: 97...98, using: &random) }
      }
      let needles = [word(8), word(9), word(11)].map { String(decoding: $0, as: UTF8.self) }
      let text = word(60)
      let expected = needles.contains { String(decoding: text, as: UTF8.self).contains($0) }
      #expect((found(needles, in: text) != nil) == expected)
    }
  }
}
