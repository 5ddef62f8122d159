internal import SourceModel

/// Applying what checks have proved.
extension Interpreter {
  /// What is proved of an expression's value.
  func refinements(
    of id: ExpressionID, _ value: Value, safe: SinkKinds, constants: [Atom]? = nil, mark: String? = nil
  ) -> [Refinement] {
    var list: [Refinement] = []
    if let cell = place(of: id) {
      list.append(Refinement(subject: .cell(cell), safe: safe, constants: constants, mark: mark))
    }
    list += originRefinements(of: value, safe: safe)
    return list
  }

  /// What holds for every reading of the one field that a value is.
  func originRefinements(of value: Value, safe: SinkKinds) -> [Refinement] {
    guard let first = value.taints.first, value.objects.isEmpty, safe.rawValue != 0 else { return [] }
    let label = labels[first.label]
    // The same field may have come on ways with and without checks.
    guard value.taints.allSatisfy({ labels[$0.label].isWhole && labels[$0.label].origin == label.origin })
    else {
      return []
    }
    switch labels.origins[Int(label.origin)] {
    case .event, .request: return [Refinement(subject: .origin(label.origin), safe: safe)]
    default: return []
    }
  }

  /// The variable or field that an expression names.
  func place(of id: ExpressionID) -> Cell? {
    switch code[id] {
    case .name(let name):
      return scope(of: name).map { Cell(object: $0, key: key(name)) }
    case .member(let base, let name): return place(of: name, in: base)
    case .index(let base, let key):
      guard case .literal(.text(let name)) = code[key] else { return nil }
      return place(of: name, in: base)
    case .assignment(.name(let name), _): return scope(of: name).map { Cell(object: $0, key: key(name)) }
    case .await(let inner): return place(of: inner)
    default: return nil
    }
  }

  /// A field that the program has written.
  private func place(of name: String, in base: ExpressionID) -> Cell? {
    let owner: Value
    switch code[base] {
    case .name(let variable): owner = lookUp(variable)
    case .receiver: owner = currentReceiver
    default: return nil
    }
    if owner.objects.isEmpty, owner.data != 0 {
      let cell = Cell(object: writtenData, key: CellKey(data.part(key(name), of: owner.data)))
      return heap.read(cell.object, cell.key) == nil ? nil : cell
    }
    guard owner.objects.count == 1, owner.taints.isEmpty, heap.read(owner.objects[0], key(name)) != nil else {
      return nil
    }
    return Cell(object: owner.objects[0], key: key(name))
  }

  func assume(_ refinements: [Refinement]?) {
    guard let refinements, !isDead else { return }
    for refinement in refinements {
      switch refinement.subject {
      case .cell(let cell): refine(cell, refinement)
      case .origin(let origin): assume(origin, safe: refinement.safe)
      case .caller:
        heap.write(assumptions, .count, assumption(.all))
        recorder.reliesOnCheck()
      }
    }
  }

  private func refine(_ cell: Cell, _ refinement: Refinement) {
    guard let value = heap.read(cell.object, cell.key) else { return }
    if let constants = refinement.constants, value.objects.isEmpty, constants.count <= Value.textLimit {
      heap.write(cell.object, cell.key, Value(atoms: constants))
      return
    }
    var taints = value.taints
    if refinement.safe == .all {
      taints = []
    } else if refinement.safe.rawValue != 0 {
      taints = derived(taints) { $0.safe = $0.safe.union(refinement.safe) }
    }
    if let mark = refinement.mark { taints = marked(taints, mark) }
    heap.write(
      cell.object, cell.key,
      Value(
        atoms: value.atoms, isOpen: value.isOpen || taints.isEmpty && !value.taints.isEmpty, taints: taints,
        objects: value.objects, hasOverflown: value.hasOverflown, data: value.data))
  }

  func marked(_ taints: [Taint], _ mark: String) -> [Taint] {
    Taint.normalised(taints.map { Taint(label: labels.marked($0.label, mark), trace: $0.trace) }, traces)
  }

  // MARK: Origins

  private func assume(_ origin: OriginID, safe: SinkKinds) {
    let known = heap.read(assumptions, CellKey(origin)).flatMap(assumedKinds) ?? SinkKinds(rawValue: 0)
    heap.write(assumptions, CellKey(origin), assumption(known.union(safe)))
  }

  /// Kinds for which an origin has been checked on the way here.
  func checkedKinds(of origin: OriginID) -> SinkKinds {
    heap.read(assumptions, CellKey(origin)).flatMap(assumedKinds) ?? SinkKinds(rawValue: 0)
  }

  /// The label with what has been checked of its origin.
  func checked(_ id: LabelID) -> LabelID {
    let safe = checkedKinds(of: labels[id].origin).union(checkedAddressKinds(of: id))
    guard safe.rawValue != 0 else { return id }
    return labels.changed(id) { $0.safe = $0.safe.union(safe) }
  }

  /// A parsed address whose server was checked is safe as a text, too.
  private func checkedAddressKinds(of id: LabelID) -> SinkKinds {
    guard labels[id].isParsed, case .event(let path) = labels.kind(of: id), path.components.last == "href()"
    else {
      return SinkKinds(rawValue: 0)
    }
    let whole = labels.origin(.event(FieldPath(Array(path.components.dropLast()))))
    return checkedKinds(of: whole).intersection(SinkKinds(.requestURL, .redirect))
  }

  var isAuthenticated: Bool { heap.read(assumptions, .count) != nil }
}
