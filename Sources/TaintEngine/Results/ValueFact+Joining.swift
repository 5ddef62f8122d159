/// One fact for values of which any may be the one.
extension ValueFact {
  /// - Parameter alternatives: Objects that the value may be; a field that one of them lacks may be missing.
  mutating func add(alternatives: [ValueFact]) {
    guard var all = alternatives.first else { return }
    for next in alternatives.dropFirst() { all.join(next) }
    join(all, isAlternative: false)
  }

  private static let elementLimit = 40

  private mutating func join(_ other: ValueFact, isAlternative: Bool = true) {
    texts += other.texts.filter { !texts.contains($0) }
    constants += other.constants.filter { !constants.contains($0) }
    for (origin, proof) in zip(other.origins, other.proofs)
    where !zip(origins, proofs).contains(where: { $0 == (origin, proof) }) {
      origins.append(origin)
      proofs.append(proof)
    }
    joinFields(other.fields, isAlternative: isAlternative)
    elements = Array((elements + other.elements).prefix(Self.elementLimit))
    joinConstruction(other)
    isFunction = isFunction || other.isFunction
    isOpen = isOpen || other.isOpen
  }

  private mutating func joinFields(_ others: [String: ValueFact], isAlternative: Bool) {
    for (name, field) in others {
      if fields[name] == nil {
        fields[name] = field
        if isAlternative { fields[name]?.isOpen = true }
      } else {
        fields[name]?.join(field)
      }
    }
    guard isAlternative else { return }
    for name in fields.keys where others[name] == nil { fields[name]?.isOpen = true }
  }

  /// Of two library objects of one kind both are told; of others the first.
  private mutating func joinConstruction(_ other: ValueFact) {
    guard type != nil || !construction.isEmpty else {
      type = other.type
      construction = other.construction
      return
    }
    guard type == other.type else {
      isOpen = isOpen || other.type != nil
      return
    }
    for (index, given) in other.construction.enumerated() {
      if index < construction.count { construction[index].join(given) } else { construction.append(given) }
    }
  }
}
