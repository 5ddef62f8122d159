/// Whether what a model asks of a call is so.
extension Interpreter {
  func holds(_ condition: Condition, _ call: LibraryCall) -> Bool {
    switch condition {
    case .equals(let selector, let constants):
      select(selector, call).contains { mayBe($0, constants) }
    case .includes(let selector, let constant):
      select(selector, call).contains { $0.constant?.constant == constant }
    case .truthy(let selector):
      select(selector, call).contains { truth(of: $0) != false }
    case .absent(let selector): select(selector, call).isEmpty
    case .present(let selector): !select(selector, call).isEmpty
    case .structured(let selector):
      select(selector, call).contains { isStructured($0, at: call.spot) }
    case .text(let selector): select(selector, call).contains(where: mayBeText)
    case .startsWithConstant(let selector):
      holdsForAll(selector, call) { parts in Self.startsConstant(parts) }
    case .fixesServer(let selector):
      holdsForAll(selector, call) { parts in Self.fixesServer(parts) }
    case .backtracks(let selector):
      select(selector, call).contains { value in
        value.atoms.contains { atom in
          if case .pattern(let pattern, _) = atom { return SlowPattern.canBacktrack(pattern) }
          return atom.literal.map(SlowPattern.canBacktrack) ?? false
        }
      }
    case .mentions(let selector, let text):
      select(selector, call).contains { mentions($0, text, depth: 0) }
    case .type(let selector, let paths):
      select(selector, call).contains { hasType($0, paths) }
    case .called(let paths): recorder.calls.contains { paths.contains($0.callee) }
    case .not(let inner): !isCertain(inner, call)
    case .any(let conditions): conditions.contains { holds($0, call) }
    }
  }

  /// Whether something is so whatever the open values turn out to be.
  private func isCertain(_ condition: Condition, _ call: LibraryCall) -> Bool {
    guard case .equals(let selector, let constants) = condition else { return holds(condition, call) }
    return select(selector, call).contains { value in
      guard !value.isOpen, value.taints.isEmpty, value.objects.isEmpty, !value.atoms.isEmpty else {
        return false
      }
      return value.atoms.allSatisfy { $0.constant.map(constants.contains) ?? false }
    }
  }

  private func mayBe(_ value: Value, _ constants: [Constant]) -> Bool {
    for atom in value.atoms {
      if let constant = atom.constant {
        if constants.contains(constant) { return true }
      } else if case .text(let parts) = atom, constants.contains(where: { Self.mayMatch(parts, $0) }) {
        return true
      }
    }
    // What a caller chose is judged as that, and not as the constant he may choose.
    return value.isOpen && value.atoms.isEmpty && value.objects.isEmpty && value.taints.isEmpty
  }

  /// Whether a text with open parts may be a constant, by what it begins and ends with.
  private static func mayMatch(_ parts: [TextPart], _ constant: Constant) -> Bool {
    guard case .text(let text) = constant else { return false }
    if case .literal(let head)? = parts.first, !text.hasPrefix(head) { return false }
    if case .literal(let tail)? = parts.last, !text.hasSuffix(tail) { return false }
    return true
  }

  private func isStructured(_ value: Value, at spot: Spot) -> Bool {
    if value.objects.contains(where: { heap.kind($0).isSequence || heap.kind($0).isRecordLike }) {
      return true
    }
    return value.taints.contains { mayBeRecord($0.label) }
  }

  /// Whether a label may stand for a record that somebody else made.
  func mayBeRecord(_ id: LabelID) -> Bool {
    let label = labels[id]
    guard label.isSymbolic, !label.harmless.contains(.nosql) else { return false }
    if label.isParsed { return true }
    switch labels.kind(of: id) {
    case .event(let path), .request(let path):
      guard let first = path.components.first else { return true }
      if ["detail", "arguments", "input", "payload"].contains(first) { return true }
      if case .request = labels.kind(of: id) {
        return ["body", "query"].contains(first) && path.components.count > 0
      }
      return false
    default: return false
    }
  }

  private func mayBeText(_ value: Value) -> Bool {
    if value.atoms.contains(where: { if case .text = $0 { true } else { false } }) { return true }
    if value.objects.contains(where: { heap.kind($0).isSequence || heap.kind($0).isRecordLike }) {
      return false
    }
    return value.isOpen || !value.taints.isEmpty || !value.objects.isEmpty
  }

  private func holdsForAll(
    _ selector: Selector, _ call: LibraryCall, _ test: ([TextPart]) -> Bool
  ) -> Bool {
    let values = select(selector, call)
    guard !values.isEmpty else { return false }
    return values.allSatisfy { value in
      if value.taints.isEmpty { return true }
      guard !value.isOpen, !value.atoms.isEmpty else { return false }
      return value.atoms.allSatisfy { atom in
        guard case .text(let parts) = atom else { return true }
        return test(parts)
      }
    }
  }

  private static func startsConstant(_ parts: [TextPart]) -> Bool {
    switch parts.first {
    case .literal, .environmentVariable, .open, .keyedDigest, nil: true
    case .event, .labelled: false
    }
  }

  /// Whether the server of an address is written out before any labelled part.
  static func fixesServer(_ parts: [TextPart]) -> Bool {
    guard let first = parts.first else { return true }
    switch first {
    case .event, .labelled: return false
    case .environmentVariable, .open, .keyedDigest:
      // A configured address; what follows must not be a part of its host.
      guard parts.count > 1 else { return true }
      if case .literal(let next) = parts[1] {
        return next.hasPrefix("/") || next.hasPrefix("?") || next.hasPrefix("#")
          || fixesServer(Array(parts.dropFirst()))
      }
      return parts.count == 1 || !parts.dropFirst().contains { isLabelled($0) } || true
    case .literal(let text):
      if !parts.dropFirst().contains(where: isLabelled) { return true }
      if text.hasPrefix("//") { return host(text.dropFirst(2), parts) }
      if text.hasPrefix("/") { return text.count > 1 }
      guard let scheme = text.firstRange(of: "://") else {
        // Not an address with a server: `users/` below one that is set elsewhere.
        return !text.hasSuffix(":") && text.contains("/")
      }
      return host(text[scheme.upperBound...], parts)
    }
  }

  private static func isLabelled(_ part: TextPart) -> Bool {
    switch part {
    case .event, .labelled: true
    case .literal, .environmentVariable, .open, .keyedDigest: false
    }
  }

  /// Whether the host ends before the first labelled part.
  private static func host(_ rest: Substring, _ parts: [TextPart]) -> Bool {
    var text = String(rest)
    var isFirst = true
    for part in parts {
      if isFirst {
        isFirst = false
      } else if case .literal(let piece) = part {
        text += piece
      } else if isLabelled(part) {
        return text.contains { $0 == "/" || $0 == "?" || $0 == "#" }
      } else {
        text += "x"
      }
    }
    return true
  }

  func mentions(_ value: Value, _ text: String, depth: Int) -> Bool {
    for atom in value.atoms {
      guard case .text(let parts) = atom else { continue }
      for case .literal(let piece) in parts where piece.contains(text) { return true }
    }
    guard depth < 2 else { return false }
    for object in value.objects where heap.kind(object).isSequence || heap.kind(object).isRecordLike {
      for key in heap.keys(object) {
        if let inner = heap.read(object, key), mentions(inner, text, depth: depth + 1) { return true }
      }
    }
    return false
  }

  func hasType(_ value: Value, _ paths: [String]) -> Bool {
    value.objects.contains { object in
      guard case .library(let library) = heap.kind(object) else { return false }
      return paths.contains { path in
        library.path == path || library.path.hasSuffix("." + path)
          || library.path.hasSuffix("()") && String(library.path.dropLast(2)) == path
      }
    }
  }
}
