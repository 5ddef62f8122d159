internal import FindingModel
internal import SourceModel

/// Which values the decisions of a program look at.
extension Interpreter {
  /// Methods that answer whether two values have to do with each other.
  static let comparingMethods: Set<String> = [
    "includes", "indexOf", "has", "startsWith", "endsWith", "equals", "isEqual", "localeCompare", "match",
    "startswith", "endswith", "issubset", "isdisjoint", "intersection",
  ]

  func noteCompared(_ values: Value...) { noteCompared(values) }

  func noteCompared(_ values: [Value]) {
    guard values.contains(where: { !$0.taints.isEmpty }) else { return }
    // `x === null`, `x === ""`: only whether there is one.
    if values.contains(where: { $0.constant == Atom.null || $0.constant == Atom.text([]) }) {
      return values.forEach(noteTested)
    }
    for taint in values.flatMap(\.taints) {
      recorder.compared.insert(taint.label)
      if case .stored = labels.kind(of: taint.label) { noteJudged(taint) }
    }
  }

  func noteTested(_ value: Value) {
    for taint in value.taints { recorder.tested.insert(taint.label) }
  }

  /// From here on this way through the program depends on what was read.
  private func noteJudged(_ taint: Taint) {
    guard let spot = readingSpot(of: taint) else { return }
    let name = names.number(of: "\(spot.module):\(spot.range.start):\(spot.range.end)")
    guard heap.read(judgements, CellKey(name)) == nil else { return }
    recorder.judgedSpots[name] = spot
    heap.write(judgements, CellKey(name), .yes)
    // One cell that changes with any of them, for the memory of functions that ask.
    heap.write(judgements, .count, .number(Double(heap.keys(judgements).count)))
  }

  private func readingSpot(of taint: Taint) -> Spot? {
    traces.steps(of: taint.trace).last { step in
      if case .read = step.step { return true }
      return false
    }?.spot
  }

  func judgedReads(before call: LibraryCall) -> Set<SourceLocation> {
    guard call.path.hasPrefix("boto3.") || call.path.holds("aws-sdk"),
      heap.read(judgements, .count) != nil
    else { return [] }
    return Set(
      heap.keys(judgements).compactMap { $0.name }.compactMap { recorder.judgedSpots[$0] }.map(location))
  }
}
