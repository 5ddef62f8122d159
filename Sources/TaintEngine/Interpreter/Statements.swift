internal import SourceModel

extension Interpreter {
  /// A block: in JavaScript, what it declares is its own.
  func run(_ block: [StatementID]) {
    guard !isPython, let first = block.first, block.contains(where: declaresInBlock) else {
      runInScope(block)
      return
    }
    inBlockScope(of: first) { runInScope(block) }
  }

  /// The body of a function or module, or of a block whose scope is there.
  func runInScope(_ block: [StatementID]) {
    if !isPython { hoist(block) }
    for id in block {
      if isDead { return }
      run(id)
    }
  }

  private func declaresInBlock(_ id: StatementID) -> Bool {
    switch code[id] {
    case .bind(let binding): binding.kind == .declaration && !binding.isFunctionWide
    case .declareClass: true
    default: false
    }
  }

  /// Runs something with a scope of its own; the rounds of a loop share one, as they share closures.
  func inBlockScope(of id: StatementID, _ body: () -> Void) {
    guard !isPython else {
      body()
      return
    }
    let outer = frame.scope
    let number = -1 - id.index
    if let known = frame.allocations[number] {
      frame.scope = known
    } else {
      frame.scope = heap.add(.scope(parent: outer))
      if frame.loopDepth > 0 { frame.allocations[number] = frame.scope }
    }
    body()
    frame.scope = outer
  }

  /// Function declarations of JavaScript are there before the first statement of their block.
  private func hoist(_ block: [StatementID]) {
    for id in block {
      switch code[id] {
      case .declareFunction(let function): declare(function)
      case .export, .block: continue
      default: continue
      }
    }
  }

  func run(_ id: StatementID) {
    guard mayGoOn(at: Spot(module: frame.module, range: code.range(of: id))) else {
      isDead = true
      return
    }
    switch code[id] {
    case .bind(let binding): run(binding, id)
    case .expression(let value): _ = evaluate(value)
    case .return(let value): runReturn(value, id)
    case .throw(let value):
      let thrown = value.map(evaluate) ?? .unknown
      noteAnswer(ofThrown: thrown, at: Spot(module: frame.module, range: code.range(of: id)))
      raise(thrown, endsPath: true)
    case .if: runIf(id)
    case .loop(let loop): run(loop, id)
    case .attempt(let attempt): run(attempt)
    case .with(let with): run(with)
    case .choice(let choice): run(choice)
    case .block(let block): run(block)
    case .declareFunction(let function): if isPython { declare(function) }
    case .declareClass(let definition): declare(definition)
    case .import(let item): run(item, id)
    case .export(let item): run(item)
    case .break: leave(\.breaks, isChoice: true)
    case .continue: leave(\.continues, isChoice: false)
    case .outerNames(let outer, let isGlobal):
      for name in outer { frame.outerNames[names.number(of: name)] = isGlobal }
    case .delete(let targets): targets.forEach(runDelete)
    case .assertion(let condition, _): runAssertion(condition)
    case .missing: break
    }
  }

  private func run(_ binding: Statement.Binding, _ id: StatementID) {
    guard let expression = binding.value else {
      // `let x;` makes a variable; `x: T` of Python does not touch it.
      if !isPython, case .name(let name) = binding.pattern {
        heap.write(binding.isFunctionWide ? frame.functionScope : frame.scope, key(name), .null)
      }
      return
    }
    let value = evaluate(expression)
    if isDead { return }
    switch binding.kind {
    case .declaration:
      let block = frame.scope
      if binding.isFunctionWide, !frame.isClassBody { frame.scope = frame.functionScope }
      bind(binding.pattern, to: value, isDeclaration: true, at: spot(expression))
      frame.scope = block
    case .assignment: bind(binding.pattern, to: value, isDeclaration: isPython, at: spot(expression))
    case .augmented(let sign): runAugmented(binding.pattern, sign, value, expression)
    }
  }

  private func runAugmented(
    _ pattern: Pattern, _ sign: Operator, _ value: Value, _ expression: ExpressionID
  ) {
    let old: Value =
      switch pattern {
      case .name(let name): lookUp(name)
      case .place(let place): evaluate(place)
      default: .unknown
      }
    if sign == .add, isPython, old.objects.contains(where: { heap.kind($0).isSequence }) {
      // `list += more` changes the list that others may hold.
      for object in old.objects { extend(object, with: value) }
      return
    }
    let result = operate(sign, [old, value], at: spot(expression))
    bind(pattern, to: result, isDeclaration: false, at: spot(expression))
  }

  /// One of two results of a function; `return false` in one place does not undo what `true` proves in another.
  private func either(_ left: Value, _ right: Value) -> Value {
    let joined = join(left, right)
    guard left.proof != nil || right.proof != nil, !left.isNever, !right.isNever else { return joined }
    func common(_ impossible: Bool, _ side: (Proof) -> [Refinement]) -> [Refinement] {
      if truth(of: left) == impossible { return right.proof.map(side) ?? [] }
      if truth(of: right) == impossible { return left.proof.map(side) ?? [] }
      return Proof.common(left.proof.map(side) ?? [], right.proof.map(side) ?? [])
    }
    let proof = Proof(whenTrue: common(false, \.whenTrue), whenFalse: common(true, \.whenFalse))
    return proof.whenTrue.isEmpty && proof.whenFalse.isEmpty ? joined : joined.with(proof: proof)
  }

  private func runReturn(_ value: ExpressionID?, _ id: StatementID) {
    let result = value.map(evaluate) ?? .null
    if isDead { return }
    frame.returned = either(frame.returned, result)
    let place = Spot(module: frame.module, range: code.range(of: id))
    frame.returnedAt = place
    if active.last?.isEntry == true { answer(result, at: place) }
    frame.exits.append(heap.changes(since: frame.branchDepth))
    isDead = true
  }

  private func runIf(_ first: StatementID) {
    // `elif` chains nest without a limit: one loop, one more branch inside the other for each.
    var id = first
    var outcomes: [Outcome] = []
    var opened = 0
    chain: while case .if(let condition, let then, let otherwise) = code[id] {
      let decided = decide(condition)
      if isDead { break chain }
      if decided.truth != false {
        outcomes.append(
          rebased(opened) {
            assume(decided.proof?.whenTrue)
            run(then)
          })
      }
      guard decided.truth != true else {
        isDead = true
        break chain
      }
      assumeInPlace(decided.proof?.whenFalse, &opened)
      if otherwise.count == 1, case .if = code[otherwise[0]], outcomes.count < 400 {
        id = otherwise[0]
        continue
      }
      run(otherwise)
      break chain
    }
    let last = Outcome(changes: opened > 0 ? heap.endBranch() : [:], isDead: isDead)
    isDead = false
    if opened == 0 {
      // The first condition was decided or broke off; nothing was opened.
      if outcomes.isEmpty { isDead = last.isDead } else { merge(last.isDead ? outcomes : outcomes + [last]) }
      return
    }
    merge(outcomes + [last])
  }

  /// Runs a branch; what it did is told from the state before the whole chain.
  private func rebased(_ opened: Int, _ body: () -> Void) -> Outcome {
    let depth = heap.branchDepth
    heap.beginBranch()
    let wasDead = isDead
    body()
    let all = heap.changes(since: depth - opened)
    let ended = isDead
    _ = heap.endBranch()
    isDead = wasDead
    return Outcome(changes: all, isDead: ended)
  }

  private func assumeInPlace(_ refinements: [Refinement]?, _ opened: inout Int) {
    if opened == 0 {
      heap.beginBranch()
      opened = 1
    }
    assume(refinements)
  }

  private func runAssertion(_ condition: ExpressionID) {
    let decided = decide(condition)
    if decided.truth == false { isDead = true }
    assume(decided.proof?.whenTrue)
  }

  /// `del record["x"]`, `delete record.x`.
  func runDelete(_ target: ExpressionID) {
    switch code[target] {
    case .member(let base, let name): remove(.text(name), ofAny: self.target(base))
    case .index(let base, let index):
      let owner = self.target(base)
      remove(evaluate(index), ofAny: owner)
    default: break
    }
  }

  private func remove(_ index: Value, ofAny owner: Value) {
    guard let name = index.literal else { return }
    for object in owner.objects { remove(key(name), of: object) }
    remove(index, of: owner)
  }

  private func remove(_ key: CellKey, of object: ObjectID) {
    // What is deleted must not come back from what the object was copied from.
    if heap.read(object, .source) != nil {
      heap.write(object, key, .null)
    } else {
      heap.write(object, key, nil)
    }
  }

  // MARK: Leaving

  private func leave(_ exits: ReferenceWritableKeyPath<ControlContext, [Changes]>, isChoice: Bool) {
    let target = frame.contexts.last { context in
      switch context.kind {
      case .loop: true
      case .choice: isChoice
      case .attempt: false
      }
    }
    if let target { target[keyPath: exits].append(heap.changes(since: target.branchDepth)) }
    isDead = true
  }

  /// Something is thrown: to the nearest handler of this function, or to whoever called it.
  func raise(_ value: Value, endsPath: Bool) {
    if isDead { return }
    if let attempt = frame.contexts.last(where: { $0.kind == .attempt }) {
      attempt.thrown = join(attempt.thrown, value)
      attempt.throwings.append(heap.changes(since: attempt.branchDepth))
    } else {
      frame.thrown = join(frame.thrown, value)
      if endsPath, active.last?.isEntry == true { answerError(value) }
    }
    if endsPath { isDead = true }
  }
}
