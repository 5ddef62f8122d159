import Testing

@testable import TaintEngine

/// What a value is after many alternatives, in whatever order they come.
@Suite struct ValueJoiningTests {
  private func joined(_ values: [Value]) -> Value {
    let traces = TraceTable()
    return values.reduce(.never) { $0.joined($1, traces) }
  }

  private func texts(_ count: Int) -> [Value] { (0..<count).map { .text("job-\($0)") } }

  @Test func aChoiceAmongTextsIsKeptUpToTheLimit() {
    let value = joined(texts(Value.textLimit))
    #expect(value.literals?.count == Value.textLimit)
    #expect(!value.isOpen)
  }

  @Test func beyondTheLimitNothingIsListedWhateverComesLater() {
    let values = texts(Value.textLimit + 1)
    for shift in [0, 1, 7, Value.textLimit] {
      let value = joined(Array(values[shift...] + values[..<shift]) + [.text("late"), .null])
      #expect(value.isOpen)
      #expect(value.atoms.isEmpty)
    }
  }

  @Test func otherConstantsHaveALimitOfTheirOwn() {
    let numbers = (0...Value.atomLimit).map { Value.number(Double($0)) }
    #expect(joined(Array(numbers.dropLast())).atoms.count == Value.atomLimit)
    #expect(joined(numbers).atoms.isEmpty)
    let mixed = joined(texts(Value.textLimit) + [.null, .yes])
    #expect(mixed.atoms.count == Value.textLimit + 2)
  }
}
