internal import FindingModel
internal import SourceModel

extension Interpreter {
  func analysis() -> Analysis {
    var analysis = Analysis()
    analysis.flows = recorder.flows
    analysis.calls = recorder.calls
    analysis.responses = recorder.responses
    analysis.reached = recorder.reached
    analysis.modules = recorder.modules
    analysis.libraries = recorder.libraries
    analysis.fieldsRead = recorder.fieldsRead
    analysis.requestFieldsRead = recorder.requestFieldsRead
    analysis.comparisons = recorder.comparisons
    analysis.incomplete = recorder.incomplete
    analysis.callerChecks = recorder.callerChecks
    analysis.environmentRead = labels.environmentRead
    analysis.compared = Set(recorder.compared.map(labels.kind))
    analysis.tested = Set(recorder.tested.map(labels.kind))
    return analysis
  }

  /// Adds a step to the way of every label.
  func noted(_ step: TraceTable.Step, _ value: Value, at spot: Spot) -> Value {
    guard !value.taints.isEmpty else { return value }
    let line = line(spot)
    return value.with(
      taints: value.taints.map {
        Taint(label: $0.label, trace: traces.add(step, at: spot, line: line, after: $0.trace))
      })
  }

  // MARK: Flows

  func record(
    _ kind: SinkKind, _ value: Value, at spot: Spot, callee: String, detail: String?,
    certainty: Certainty = .certain, call: Int? = nil, isDeep: Bool = false,
    needsRecord: Bool = false
  ) {
    let taints =
      needsRecord
      ? recordTaints(of: value, depth: 0)
      : isDeep ? reachableTaints(of: value, at: spot) : directTaints(of: value, kind, at: spot)
    for taint in taints {
      let label = labels[checkedAtSink(taint.label)]
      guard kind != .tokenClaims || label.token == .decoded, !label.harmless.contains(kind),
        kind != .logLine || !label.safe.contains(.log),
        let origin = origin(of: taint, kind)
      else { continue }
      recorder.add(
        Flow(
          kind: kind, origin: origin, steps: steps(of: taint), location: location(spot), callee: callee,
          detail: detail, certainty: certainty, passedUnknownCall: label.passedUnknownCall,
          isWhole: label.isWhole, wrongSanitizers: labels.marks[Int(label.marks)],
          isAuthenticated: isAuthenticated, call: call, function: reference, routes: routes,
          isPart: label.isPart))
    }
  }

  /// What has been checked of a field also holds for variables that are the field.
  private func checkedAtSink(_ id: LabelID) -> LabelID { labels[id].isWhole ? checked(id) : id }

  /// Labels that may be a record of somebody else's keys: the value itself, or what is spread into it.
  private func recordTaints(of value: Value, depth: Int) -> [Taint] {
    var taints = value.taints.filter { mayBeRecord($0.label) }
    guard depth < 4 else { return taints }
    for object in value.objects where heap.kind(object).isRecordLike {
      guard let source = heap.read(object, .source) else { continue }
      taints = Taint.union(taints, recordTaints(of: source, depth: depth + 1), traces)
    }
    return taints
  }

  /// Labels of a text; a list in the place of a text is its elements.
  private func directTaints(of value: Value, _ kind: SinkKind, at spot: Spot) -> [Taint] {
    var taints = value.taints
    for object in value.objects where heap.kind(object).isSequence {
      taints = Taint.union(taints, anyField(of: object, at: spot).taints, traces)
    }
    return taints
  }

  /// The origin as it is told; `nil` where nobody could have chosen the value, or nobody asks.
  private func origin(of taint: Taint, _ kind: SinkKind) -> Origin? {
    let originKind = labels.kind(of: taint.label)
    let place = readLocation(of: taint)
    switch originKind {
    case .event(let path):
      let (trust, event, writer) = recorder.trust(of: path, isKey: labels[taint.label].isKey)
      guard trust > .trusted else { return nil }
      return Origin(kind: originKind, trust: trust, event: event, writer: writer, location: place)
    case .request: return Origin(kind: originKind, trust: .attacker, location: place)
    case .stored, .remote: return Origin(kind: originKind, trust: .secondOrder, location: place)
    case .modelOutput: return Origin(kind: originKind, trust: .conditional, location: place)
    case .secret, .environmentVariable, .environment, .error:
      guard Self.disclosing.contains(kind) else { return nil }
      return Origin(kind: originKind, trust: .trusted, location: place)
    }
  }

  /// Places at which it matters that something leaves the program, not that it comes in.
  private static let disclosing: Set<SinkKind> = [
    .log, .responseBody, .responseHeader, .requestURL, .redirect, .childEnvironment, .cloudPayload, .prompt,
    .emailHeader, .fileContent, .temporaryFile, .credentialComparison,
  ]

  private func readLocation(of taint: Taint) -> SourceLocation {
    let steps = traces.steps(of: taint.trace)
    let reading = steps.last { step in
      if case .read = step.step { return true }
      return false
    }
    return (reading ?? steps.first).map { location($0.spot) } ?? .start(of: entry?.module ?? "")
  }

  private func steps(of taint: Taint) -> [TraceStep] {
    let all = traces.steps(of: taint.trace)
    let shown = all.count <= Flow.stepLimit ? all : Array(all.prefix(4) + all.suffix(Flow.stepLimit - 4))
    return shown.map { TraceStep(at: location($0.spot), note: note($0.step)) }
  }

  private func note(_ step: TraceTable.Step) -> String {
    switch step {
    case .read(let origin, let name): readNote(labels.origins[Int(origin)], name)
    case .assigned(let name): "assigned to '\(name)'"
    case .passed(let function, let name):
      "passed to \(Self.quoted(function) ?? "a function") as \(Self.quoted(name) ?? "an object")"
    case .returned(let function): "returned from \(Self.quoted(function) ?? "a function")"
    case .text(nil): "put into a text"
    case .text(let name?): "put into the text '\(name)'"
    case .call(let path): "passed to '\(path)', of which nothing is known"
    case .stored(let name): "stored in '\(name)'"
    }
  }

  private static func quoted(_ name: String?) -> String? { name.map { "'\($0)'" } }

  private func readNote(_ kind: Origin.Kind, _ name: String?) -> String {
    let source: String =
      switch kind {
      case .event(let path): path.components.isEmpty ? "the event" : path.phrase(of: "event")
      case .request(let path): path.components.isEmpty ? "the request" : path.phrase(of: "request")
      case .stored(let what, _), .remote(let what), .secret(let what), .modelOutput(let what): what
      case .environmentVariable(let name): "the environment variable '\(name)'"
      case .environment: "the environment"
      case .error(.stack): "an error's stack"
      case .error(.message): "an error's message"
      case .error(.whole): "an error"
      }
    return name.map { "`\($0)` is read from \(source)" } ?? "\(source) is read"
  }

  /// What callers sent, compared with a text that is written out.
  func noteComparison(_ given: Value, _ expected: Value) {
    guard !given.taints.isEmpty, let text = expected.literal, !text.isEmpty,
      text.utf8.count <= FieldComparison.textLimit
    else { return }
    for taint in given.taints {
      switch labels.kind(of: taint.label) {
      case .event(let path), .request(let path):
        recorder.add(FieldComparison(field: path, text: text))
      default: continue
      }
    }
  }

  // MARK: Flows that are no calls

  /// Something is written to what outlives the invocation.
  func noteShared(_ value: Value, _ name: String, at spot: Spot) {
    guard !isInitialization else { return }
    record(.sharedState, value, at: spot, callee: "", detail: name, isDeep: true)
  }

  func noteShared(_ value: Value, of target: Value, at spot: Spot) {
    guard !isInitialization else { return }
    for object in target.objects where object < recorder.sharedMark && object != sharedEvent {
      switch heap.kind(object) {
      case .record, .list, .set, .map, .instance, .classType, .module:
        record(.sharedState, value, at: spot, callee: "", detail: "an object of the module", isDeep: true)
        return
      default: continue
      }
    }
  }

  /// `target[key] = value` with a key from outside, inside a function that calls itself: a merge.
  func noteMerge(_ target: Value, _ key: Value, _ value: Value, at spot: Spot) {
    guard !isPython, !key.taints.isEmpty, let current = active.last?.key,
      active.filter({ $0.key == current }).count > 1 || !target.taints.isEmpty
    else { return }
    record(.objectMerge, key, at: spot, callee: "", detail: nil)
  }

  /// How often a loop runs.
  func noteWorkload(of condition: ExpressionID) {
    guard case .operation(let sign, let operands) = code[condition],
      [.less, .lessOrEqual, .greater, .greaterOrEqual, .notEqual].contains(sign)
    else { return }
    for operand in operands {
      if case .member(_, "length") = code[operand] { continue }
      if case .call(let call) = code[operand], case .name("len") = code[call.callee] { continue }
      record(.workload, evaluate(operand), at: spot(condition), callee: "", detail: "the loop's bound")
    }
  }
}
