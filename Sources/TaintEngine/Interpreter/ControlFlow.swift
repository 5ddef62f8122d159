internal import SourceModel

extension Interpreter {
  // MARK: Loops

  func run(_ loop: Statement.Loop, _ id: StatementID) {
    frame.loopDepth += 1
    defer { frame.loopDepth -= 1 }
    var mayEnd = true
    var breaks: [Changes] = []
    for round in 1...limits.rounds {
      let context = ControlContext(.loop, branchDepth: heap.branchDepth)
      frame.contexts.append(context)
      var isEndless = false
      let outcome = inBranch {
        inBlockScope(of: id) {
          isEndless = enter(loop)
          if !isDead { run(loop.body) }
        }
        return .never
      }
      mayEnd = !isEndless
      frame.contexts.removeLast()
      breaks += context.breaks
      var ends = context.continues
      if !outcome.isDead { ends.append(outcome.changes) }
      let isChanged = ends.isEmpty ? false : apply([[:]] + ends, isRepeated: true)
      if case .condition(_, let step?) = loop.kind, round == 1, !ends.isEmpty { _ = evaluate(step) }
      if !isChanged { break }
    }
    finish(loop, breaks: breaks, mayEnd: mayEnd)
  }

  /// - Returns: Whether the loop's condition never ends it.
  private func enter(_ loop: Statement.Loop) -> Bool {
    switch loop.kind {
    case .each(let pattern, let source):
      let value = evaluate(source)
      if isDead { return false }
      bind(pattern, to: element(of: value, at: spot(source)), isDeclaration: true, at: spot(source))
      return false
    case .eachKey(let pattern, let source):
      let value = evaluate(source)
      if isDead { return false }
      bind(pattern, to: keyValue(of: value, at: spot(source)), isDeclaration: true, at: spot(source))
      return false
    case .condition(let condition?, _):
      let decided = decide(condition)
      noteWorkload(of: condition)
      if decided.truth == false { isDead = true } else { assume(decided.proof?.whenTrue) }
      // Only `while True`: a counter that is known in the first rounds is not known in the last.
      if case .literal = code[condition] { return decided.truth == true }
      return false
    case .condition(nil, _):
      return true
    }
  }

  private func finish(_ loop: Statement.Loop, breaks: [Changes], mayEnd: Bool) {
    var outcomes = breaks.map { Outcome(changes: $0, isDead: false) }
    if mayEnd {
      outcomes.append(
        inBranch {
          if case .condition(let condition?, _) = loop.kind, breaks.isEmpty {
            assume(decide(condition).proof?.whenFalse)
          }
          run(loop.otherwise)
          return .never
        })
    }
    merge(outcomes)
  }

  // MARK: Exceptions

  func run(_ attempt: Statement.Attempt) {
    let context = ControlContext(.attempt, branchDepth: heap.branchDepth)
    frame.contexts.append(context)
    frame.attemptDepth += 1
    let body = inBranch {
      run(attempt.body)
      return .never
    }
    frame.attemptDepth -= 1
    frame.contexts.removeLast()
    // A handler may begin after any statement of the body.
    let before = [[:], body.changes] + context.throwings
    let normal =
      attempt.otherwise.isEmpty
      ? body
      : inBranch {
        apply([body.changes])
        isDead = body.isDead
        run(attempt.otherwise)
        return .never
      }
    var outcomes = [normal]
    if attempt.handlers.isEmpty, !context.thrown.isNever { raise(context.thrown, endsPath: false) }
    for handler in attempt.handlers {
      outcomes.append(
        inBranch {
          apply(before)
          run(handler, thrown: context.thrown)
          return .never
        })
    }
    merge(outcomes)
    runAlways(attempt.always)
  }

  private func run(_ handler: Statement.Handler, thrown: Value) {
    frame.handlerDepth += 1
    defer { frame.handlerDepth -= 1 }
    if let binding = handler.binding {
      let spot = Spot(module: frame.module, range: handler.range)
      // What the program throws on purpose says what the program wrote; any other error says what a library did.
      let isOwn = !handler.types.isEmpty && handler.types.allSatisfy(isClassOfProgram)
      let error = isOwn ? Value.never : origin(.error(.whole), name: nil, at: spot)
      guard let first = handler.body.first else { return }
      inBlockScope(of: first) {
        bind(binding, to: join(thrown, error), isDeclaration: true, at: spot)
        runInScope(handler.body)
      }
      return
    }
    run(handler.body)
  }

  private func isClassOfProgram(_ type: ExpressionID) -> Bool {
    evaluate(type).objects.contains { if case .classType = heap.kind($0) { true } else { false } }
  }

  private func runAlways(_ block: [StatementID]) {
    guard !block.isEmpty else { return }
    let wasDead = isDead
    isDead = false
    run(block)
    if wasDead { isDead = true }
  }

  func run(_ with: Statement.With) {
    for item in with.items {
      let value = evaluate(item.value)
      if isDead { return }
      var entered = value
      for object in value.objects {
        if case .instance = heap.kind(object), let method = property(object, "__enter__", receiver: value) {
          entered = call(method, Arguments([]), receiver: value, at: spot(item.value))
        }
      }
      if let pattern = item.pattern {
        bind(pattern, to: entered, isDeclaration: true, at: spot(item.value))
      }
    }
    run(with.body)
  }

  // MARK: Choices

  func run(_ choice: Statement.Choice) {
    let subject = evaluate(choice.subject)
    if isDead { return }
    noteCompared(subject)
    let context = ControlContext(.choice, branchDepth: heap.branchDepth)
    if !isPython { frame.contexts.append(context) }
    var outcomes: [Outcome] = []
    var falling: Changes?
    var hasDefault = false
    for item in choice.cases {
      let isDefault = item.values.isEmpty && item.guardCondition == nil && item.pattern != .ignored
      hasDefault = hasDefault || isDefault && (item.pattern == nil || item.pattern.map(Self.isName) == true)
      let outcome = inBranch {
        let entries = enter(item, of: choice, subject)
        merge(entries + (falling.map { [Outcome(changes: $0, isDead: false)] } ?? []))
        run(item.body)
        return .never
      }
      falling = item.fallsThrough && !outcome.isDead ? outcome.changes : nil
      if falling == nil { outcomes.append(outcome) }
    }
    if let falling { outcomes.append(Outcome(changes: falling, isDead: false)) }
    if !isPython { frame.contexts.removeLast() }
    outcomes += context.breaks.map { Outcome(changes: $0, isDead: false) }
    if !hasDefault { outcomes.append(Outcome(changes: [:], isDead: false)) }
    merge(outcomes)
  }

  private static func isName(_ pattern: Pattern) -> Bool {
    if case .name = pattern { true } else { false }
  }

  /// The state at the beginning of a case that is entered by comparison.
  private func enter(
    _ item: Statement.Choice.Case, of choice: Statement.Choice, _ subject: Value
  ) -> [Outcome] {
    let values = item.values.map(evaluate)
    if let known = subject.constant, !values.isEmpty,
      values.allSatisfy({ $0.constant.map { $0 != known } ?? false })
    {
      return [Outcome(changes: [:], isDead: true)]
    }
    return [
      inBranch {
        values.forEach { noteComparison(subject, $0) }
        if !values.isEmpty {
          let constants = values.compactMap(\.constant)
          if subject.constant == Atom.boolean(true), item.values.count == 1 {
            // `switch (true)`: the cases are the conditions.
            assume(decide(item.values[0]).proof?.whenTrue)
          } else if constants.count == values.count {
            assume(refinements(of: choice.subject, subject, safe: .all, constants: constants))
          }
        }
        if let pattern = item.pattern {
          bind(pattern, to: subject, isDeclaration: true, at: spot(choice.subject))
        }
        if let condition = item.guardCondition {
          let decided = decide(condition)
          if decided.truth == false { isDead = true }
          assume(decided.proof?.whenTrue)
        }
        return .never
      }
    ]
  }
}
