internal import SourceModel

/// What goes back to the caller.
extension Interpreter {
  func answer(_ value: Value, at spot: Spot) {
    guard value.constant != Atom.null, !value.isNever else { return }
    recorder.add(
      ResponseFact(value: fact(of: value), location: location(spot), isInHandler: frame.handlerDepth > 0))
    guard entry?.answersCaller == true, !isLostError(value, at: spot) else { return }
    var isProxy = false
    for object in value.objects where heap.kind(object).isRecordLike {
      isProxy = recordProxy(object, at: spot) || isProxy
    }
    if !isProxy {
      record(.responseBody, value, at: spot, callee: "", detail: nil, isDeep: true)
    }
  }

  /// `{statusCode, headers, body}`.
  private func recordProxy(_ object: ObjectID, at spot: Spot) -> Bool {
    let receiver = Value.object(object)
    guard ["statusCode", "body", "headers"].contains(where: { heap.read(object, key($0)) != nil }) else {
      return false
    }
    if let body = property(object, "body", receiver: receiver) {
      record(.responseBody, body, at: spot, callee: "", detail: nil, isDeep: true)
    }
    for name in ["headers", "multiValueHeaders"] {
      guard let headers = property(object, name, receiver: receiver) else { continue }
      recordHeaders(headers, at: spot)
    }
    if let cookies = property(object, "cookies", receiver: receiver) {
      record(.responseHeader, cookies, at: spot, callee: "", detail: "set-cookie", isDeep: true)
    }
    return true
  }

  private func recordHeaders(_ headers: Value, at spot: Spot) {
    for object in headers.objects {
      for key in heap.keys(object) {
        guard let value = heap.read(object, key) else { continue }
        let name = key.name.map { names[$0].lowercased() }
        if name == "location" {
          if !startsAtOwnServer(value) {
            record(.redirect, value, at: spot, callee: "", detail: "location", isDeep: true)
          }
        } else if key != .count {
          record(.responseHeader, value, at: spot, callee: "", detail: name, isDeep: true)
        }
      }
    }
    record(.responseHeader, Value(taints: headers.taints), at: spot, callee: "", detail: nil)
  }

  private func startsAtOwnServer(_ value: Value) -> Bool {
    !value.isOpen && !value.atoms.isEmpty
      && value.atoms.allSatisfy { atom in
        guard case .text(let parts) = atom else { return false }
        return Self.fixesServer(parts)
      }
  }

  /// Callbacks of the handler.
  func answer(_ form: NativeFunction.AnswerForm, _ arguments: Arguments, at spot: Spot) {
    switch form {
    case .callback, .done:
      if let value = arguments.value(1) { answer(value, at: spot) }
      if let error = arguments.value(0) { answerError(error) }
    case .succeed: if let value = arguments.value(0) { answer(value, at: spot) }
    case .fail: if let error = arguments.value(0) { answerError(error) }
    }
  }

  /// Frameworks answer with the message of their own errors.
  func noteAnswer(ofThrown value: Value, at spot: Spot) {
    guard !isDead else { return }
    for object in value.objects {
      guard let call = construction(of: object, at: spot) else { continue }
      let effects = models(language).models(of: call.path).flatMap(\.effects)
      for case .answers(let selector, let conditions, _) in effects
      where conditions.allSatisfy({ holds($0, call) }) {
        for text in select(selector, call) {
          record(.responseBody, text, at: spot, callee: call.path, detail: "json", isDeep: true)
        }
      }
    }
  }

  /// Whether a value is only an error that frameworks do not put into an answer where it is given back.
  private func isLostError(_ value: Value, at spot: Spot) -> Bool {
    !value.objects.isEmpty
      && value.objects.allSatisfy { object in
        guard let call = construction(of: object, at: spot) else { return false }
        return models(language).models(of: call.path).flatMap(\.effects).contains { effect in
          if case .answers(_, _, onlyThrown: true) = effect { true } else { false }
        }
      }
  }

  /// The call that made a library's value.
  private func construction(of object: ObjectID, at spot: Spot) -> LibraryCall? {
    guard case .library(let value) = heap.kind(object), value.path.hasSuffix("()") else { return nil }
    return LibraryCall(
      path: String(value.path.dropLast(2)), receiver: value.receiver,
      arguments: Arguments(construction: value.construction), spot: spot, id: nil)
  }

  /// The platform tells callers over HTTP nothing of an error that a handler ends with.
  func answerError(_ value: Value) {}
}
