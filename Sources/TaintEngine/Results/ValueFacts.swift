internal import FindingModel

/// Values as plain data.
extension Interpreter {
  private static let depthLimit = 8
  private static let widthLimit = 40

  func noteFact(_ call: LibraryCall) -> Int? {
    let place = location(call.spot)
    let arguments = call.arguments.passed.map {
      ArgumentFact(position: $0.position, name: $0.name, value: fact(of: $0.value))
    }
    return recorder.add(
      CallFact(
        callee: call.path, receiver: call.receiver.map { fact(of: $0) }, arguments: arguments,
        location: place,
        function: reference, isInitialization: isInitialization, isInLoop: frame.loopDepth > 0,
        isInAttempt: frame.attemptDepth > 0, order: recorder.calls.count,
        judged: judgedReads(before: call)))
  }

  func fact(of value: Value, depth: Int = 0) -> ValueFact {
    var fact = ValueFact()
    fact.isOpen = value.isOpen
    for atom in value.atoms { add(atom, to: &fact) }
    for taint in value.taints.prefix(8) { add(taint, to: &fact) }
    if value.atoms.isEmpty, value.taints.count == 1, let part = pattern(of: value.taints[0]) {
      fact.texts.append(TextPattern([part]))
    }
    guard depth < Self.depthLimit else { return fact }
    for (key, value) in written(into: value.data).prefix(Self.widthLimit) {
      guard let name = key.name else { continue }
      fact.fields[names[name]] = self.fact(of: value, depth: depth + 1)
    }
    if value.objects.count == 1 {
      add(value.objects[0], to: &fact, depth: depth)
    } else {
      fact.add(
        alternatives: value.objects.map { object in
          var alternative = ValueFact()
          alternative.isOpen = false
          add(object, to: &alternative, depth: depth)
          return alternative
        })
    }
    return fact
  }

  private func add(_ taint: Taint, to fact: inout ValueFact) {
    fact.origins.append(plainOrigin(taint))
    fact.proofs.append(labels[taint.label].harmless)
  }

  private func pattern(of taint: Taint) -> TextPattern.Part? {
    guard labels[taint.label].isWhole else { return nil }
    switch labels.kind(of: taint.label) {
    case .event(let path): return .event(path)
    case .environmentVariable(let name): return .environmentVariable(name)
    default: return nil
    }
  }

  /// The same value is told in the facts of many calls.
  private func plainOrigin(_ taint: Taint) -> Origin {
    if let known = plainOrigins[taint] { return known }
    let origin = madeOrigin(taint)
    plainOrigins[taint] = origin
    return origin
  }

  private func madeOrigin(_ taint: Taint) -> Origin {
    let kind = labels.kind(of: taint.label)
    let reading = traces.steps(of: taint.trace).last { step in
      if case .read = step.step { return true }
      return false
    }
    let place = reading.map { location($0.spot) } ?? .start(of: entry?.module ?? "")
    switch kind {
    case .event(let path):
      let (trust, event, writer) = recorder.trust(of: path, isKey: labels[taint.label].isKey)
      return Origin(kind: kind, trust: trust, event: event, writer: writer, location: place)
    case .request: return Origin(kind: kind, trust: .attacker, location: place)
    case .stored, .remote: return Origin(kind: kind, trust: .secondOrder, location: place)
    case .modelOutput: return Origin(kind: kind, trust: .conditional, location: place)
    case .secret, .environment, .environmentVariable, .error:
      return Origin(kind: kind, trust: .trusted, location: place)
    }
  }

  private func add(_ atom: Atom, to fact: inout ValueFact) {
    if case .text(let parts) = atom {
      let pattern = TextPattern(parts.map(Self.part))
      if !fact.texts.contains(pattern) { fact.texts.append(pattern) }
    } else if let constant = atom.constant, !fact.constants.contains(constant) {
      fact.constants.append(constant)
    }
  }

  private static func part(_ part: TextPart) -> TextPattern.Part {
    switch part {
    case .literal(let text): .literal(text)
    case .environmentVariable(let name): .environmentVariable(name)
    case .event(let path): .event(path)
    case .open, .keyedDigest, .labelled: .open
    }
  }

  private func add(_ object: ObjectID, to fact: inout ValueFact, depth: Int) {
    switch heap.kind(object) {
    case .library(let library):
      if fact.type == nil { fact.type = library.path }
      fact.isOpen = true
      guard fact.construction.isEmpty else { return }
      fact.construction = library.construction.filter { $0.name == nil }.prefix(8).map {
        self.fact(of: $0.value, depth: depth + 1)
      }
      for argument in library.construction.prefix(Self.widthLimit) {
        guard let name = argument.name else { continue }
        fact.fields[name] = self.fact(of: argument.value, depth: depth + 1)
      }
      if let receiver = library.receiver, isConfigured(receiver) {
        fact.maker = [self.fact(of: receiver, depth: depth + 1)]
      }
    case .function, .bound, .native: fact.isFunction = true
    case .record, .map, .instance, .list, .set: addParts(of: object, to: &fact, depth: depth)
    case .scope, .classType, .module, .assumptions, .writtenData: fact.isOpen = true
    }
  }

  /// Whether a value of a library was made with arguments by name: what they mean is told without a model.
  private func isConfigured(_ value: Value) -> Bool {
    value.objects.contains { object in
      guard case .library(let library) = heap.kind(object) else { return false }
      return library.construction.contains { $0.name != nil }
    }
  }

  private func addParts(of object: ObjectID, to fact: inout ValueFact, depth: Int) {
    for key in heap.keys(object).prefix(Self.widthLimit * 2) {
      guard let value = heap.read(object, key) else { continue }
      if let name = key.name {
        guard fact.fields.count < Self.widthLimit else {
          fact.isOpen = true
          continue
        }
        fact.fields[names[name]] = self.fact(of: value, depth: depth + 1)
      } else if key.elementIndex != nil || key == .rest, key != .count {
        if fact.elements.count < Self.widthLimit {
          fact.elements.append(self.fact(of: value, depth: depth + 1))
        }
        if key == .rest { fact.isOpen = true }
      } else if key == .source {
        fact.isOpen = true
        for taint in value.taints.prefix(4) { add(taint, to: &fact) }
      }
    }
  }
}
