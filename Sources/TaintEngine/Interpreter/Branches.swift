/// Running parts of the program that may or may not run.
extension Interpreter {
  struct Outcome {
    let changes: Changes
    let isDead: Bool
    var value = Value.never
  }

  /// Runs something and takes back what it did.
  func inBranch(_ body: () -> Value) -> Outcome {
    heap.beginBranch()
    let wasDead = isDead
    let value = body()
    let outcome = Outcome(changes: heap.endBranch(), isDead: isDead, value: value)
    isDead = wasDead
    return outcome
  }

  /// Goes on with whatever any of the branches did.
  ///
  /// - Returns: The value of those that came to their end.
  @discardableResult
  func merge(_ outcomes: [Outcome], isRepeated: Bool = false) -> Value {
    let alive = outcomes.filter { !$0.isDead }
    guard !alive.isEmpty else {
      isDead = true
      return .never
    }
    apply(alive.map(\.changes), isRepeated: isRepeated)
    return join(alive.map(\.value))
  }

  /// - Parameter isRepeated: Whether the outcomes are those of a body that runs for each element of a sequence; where
  ///   it does not run there is no element.
  /// - Returns: Whether anything is different from before.
  @discardableResult
  func apply(_ outcomes: [Changes], isRepeated: Bool = false) -> Bool {
    var isChanged = false
    if outcomes.count == 1 {
      for (cell, value) in outcomes[0] {
        heap.write(cell.object, cell.key, value)
        isChanged = true
      }
      return isChanged
    }
    var seen: Set<Cell> = []
    for outcome in outcomes {
      for cell in outcome.keys where seen.insert(cell).inserted {
        let base = heap.read(cell.object, cell.key)
        let joined = joinedCell(cell, base: base, in: outcomes)
        if cell.object == writtenData, joined != nil {
          noteUnwritten(cell, base: base, in: outcomes, isRepeated: isRepeated)
        }
        switch (base, joined) {
        case (nil, nil): continue
        case (let a?, let b?) where a.isSame(as: b): continue
        default:
          heap.write(cell.object, cell.key, joined)
          isChanged = true
        }
      }
    }
    return isChanged
  }

  private func joinedCell(_ cell: Cell, base: Value?, in outcomes: [Changes]) -> Value? {
    if cell.object == assumptions { return commonAssumption(cell, base: base, in: outcomes) }
    var joined: Value?
    for outcome in outcomes {
      guard let value = outcome[cell] ?? base else { continue }
      joined = joined.map { join($0, value) } ?? value
    }
    return joined
  }

  /// A part that some ways leave as it came may be as it came.
  private func noteUnwritten(_ cell: Cell, base: Value?, in outcomes: [Changes], isRepeated: Bool) {
    guard let part = cell.key.name, !(isRepeated && data.isOfAny(part)),
      outcomes.contains(where: { ($0[cell] ?? base) == nil })
    else { return }
    heap.write(writtenData, .element(Int(part)), .yes)
  }

  /// What has been checked on every way.
  private func commonAssumption(_ cell: Cell, base: Value?, in outcomes: [Changes]) -> Value? {
    var kinds: SinkKinds?
    for outcome in outcomes {
      guard let value = outcome[cell] ?? base, let safe = assumedKinds(value) else { return nil }
      kinds = kinds.map { $0.intersection(safe) } ?? safe
    }
    guard let kinds, kinds.rawValue != 0 else { return nil }
    return assumption(kinds)
  }

  /// Assumptions are kept as two numbers, so that they are values as any other.
  func assumption(_ kinds: SinkKinds) -> Value {
    Value(atoms: [
      .number(Double(kinds.rawValue >> 32)), .number(-1 - Double(kinds.rawValue & 0xFFFF_FFFF)),
    ])
  }

  func assumedKinds(_ value: Value) -> SinkKinds? {
    guard value.atoms.count == 2, case .number(let high) = value.atoms[0],
      case .number(let low) = value.atoms[1], high >= 0, low < 0
    else { return nil }
    return SinkKinds(rawValue: UInt64(high) << 32 | UInt64(-1 - low))
  }
}
