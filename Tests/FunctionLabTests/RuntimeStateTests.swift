import Testing

@testable import FunctionLab

/// Which calls of the Runtime API are taken in which order.
@Suite struct RuntimeStateTests {
  @Test func deliversAndTakesOneAnswer() throws {
    var state = RuntimeState()
    try state.askNext()
    state.deliver("a")
    #expect(state.phase == .invoking("a"))
    try state.answer("a")
    try state.askNext()
    #expect(state.phase == .ready)
  }

  @Test func refusesASecondAnswer() throws {
    var state = RuntimeState()
    try state.askNext()
    state.deliver("a")
    try state.answer("a")
    #expect(throws: RuntimeState.Refusal.self) { try state.answer("a") }
  }

  @Test func refusesTheAnswerToAnotherRequest() throws {
    var state = RuntimeState()
    try state.askNext()
    state.deliver("a")
    #expect(throws: RuntimeState.Refusal.unknownRequest("b")) { try state.answer("b") }
    #expect(state.phase == .invoking("a"))
  }

  @Test func refusesTheNextEventBeforeTheAnswer() throws {
    var state = RuntimeState()
    try state.askNext()
    state.deliver("a")
    #expect(throws: RuntimeState.Refusal.self) { try state.askNext() }
  }

  @Test func takesAnInitialisationErrorOnlyBeforeTheFirstQuestion() throws {
    var state = RuntimeState()
    try state.askNext()
    #expect(throws: RuntimeState.Refusal.self) { try state.failInitialisation() }
    var early = RuntimeState()
    try early.failInitialisation()
    #expect(throws: RuntimeState.Refusal.self) { try early.askNext() }
  }
}
