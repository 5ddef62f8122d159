/// What an expression may stand for.
///
/// Immutable and shared: most values are passed on, not made.
final class Value: Sendable {
  /// Alternatives that are no objects; at most ``textLimit`` texts and ``atomLimit`` others.
  let atoms: [Atom]
  /// Whether it may also be something that is not listed.
  let isOpen: Bool
  /// Whether there were more alternatives than are kept: none is listed, however many come later.
  let hasOverflown: Bool
  /// Sorted by label, at most ``taintLimit``.
  let taints: [Taint]
  /// Sorted, at most ``objectLimit``.
  let objects: [ObjectID]
  /// What is known once the value, as a condition, has been decided.
  let proof: Proof?
  /// Which piece of data from outside its labelled or open part is; 0 for none.
  let data: DataID

  static let atomLimit = 8
  /// Texts are names of functions, tables, commands: a choice among them is seldom larger.
  static let textLimit = 48
  static let taintLimit = 32
  static let objectLimit = 16

  init(
    atoms: [Atom] = [], isOpen: Bool = false, taints: [Taint] = [], objects: [ObjectID] = [],
    proof: Proof? = nil, hasOverflown: Bool = false, data: DataID = 0
  ) {
    self.atoms = atoms
    self.isOpen = isOpen
    self.hasOverflown = hasOverflown
    self.taints = taints
    self.objects = objects
    self.proof = proof
    self.data = data
  }

  static let unknown = Value(isOpen: true)
  /// No value at all: code that is not reached.
  static let never = Value()
  static let null = Value(atoms: [.null])
  static let yes = Value(atoms: [.boolean(true)])
  static let no = Value(atoms: [.boolean(false)])
  static let boolean = Value(atoms: [.boolean(true), .boolean(false)])
  static let emptyText = Value(atoms: [.text([])])

  static func text(_ text: String) -> Value { Value(atoms: [.literal(text)]) }
  static func number(_ number: Double) -> Value { Value(atoms: [.number(number)]) }
  static func object(_ id: ObjectID) -> Value { Value(objects: [id]) }

  var isNever: Bool { atoms.isEmpty && !isOpen && taints.isEmpty && objects.isEmpty }

  /// The one constant it is.
  var constant: Atom? {
    guard atoms.count == 1, !isOpen, taints.isEmpty, objects.isEmpty else { return nil }
    // A text with open parts is not one text.
    if case .text = atoms[0], atoms[0].literal == nil { return nil }
    return atoms[0]
  }

  var literal: String? { constant?.literal }

  /// Texts it may be, all of them known.
  var literals: [String]? {
    guard !isOpen, objects.isEmpty, !atoms.isEmpty else { return nil }
    var texts: [String] = []
    for atom in atoms {
      guard let text = atom.literal else { return nil }
      texts.append(text)
    }
    return texts
  }

  func with(taints: [Taint]) -> Value {
    Value(
      atoms: atoms, isOpen: isOpen, taints: taints, objects: objects, proof: proof,
      hasOverflown: hasOverflown, data: data)
  }

  func with(proof: Proof?) -> Value {
    Value(
      atoms: atoms, isOpen: isOpen, taints: taints, objects: objects, proof: proof,
      hasOverflown: hasOverflown, data: data)
  }

  func with(objects: [ObjectID]) -> Value {
    Value(
      atoms: atoms, isOpen: isOpen, taints: taints, objects: objects, proof: proof,
      hasOverflown: hasOverflown, data: data)
  }

  func with(data: DataID) -> Value {
    data == self.data
      ? self
      : Value(
        atoms: atoms, isOpen: isOpen, taints: taints, objects: objects, proof: proof,
        hasOverflown: hasOverflown, data: data)
  }

  /// Whether a part of it is known by its labels only, or not at all.
  var isPlain: Bool { isOpen || !taints.isEmpty }

  /// Whether two values say the same; ways that labels came are left out.
  func isSame(as other: Value) -> Bool {
    if self === other { return true }
    guard isOpen == other.isOpen, hasOverflown == other.hasOverflown, objects == other.objects,
      taints.count == other.taints.count, atoms == other.atoms, data == other.data
    else { return false }
    for index in taints.indices where taints[index].label != other.taints[index].label { return false }
    return proof == other.proof
  }

  /// Either of both.
  func joined(_ other: Value, _ traces: TraceTable) -> Value {
    if self === other || other.isNever { return self }
    if isNever || isSame(as: other) { return other }
    let hasOverflown = hasOverflown || other.hasOverflown
    let atoms = hasOverflown ? nil : Self.union(self.atoms, other.atoms)
    return Value(
      atoms: atoms ?? [], isOpen: isOpen || other.isOpen || atoms == nil,
      taints: Taint.union(taints, other.taints, traces), objects: Self.union(objects, other.objects),
      hasOverflown: atoms == nil, data: commonData(other))
  }

  /// The piece of data that either is, where they are not two.
  private func commonData(_ other: Value) -> DataID {
    if data == other.data { return data }
    if !isPlain { return other.data }
    return other.isPlain ? 0 : data
  }

  /// - Returns: `nil` for more than are kept, in whatever order they come.
  private static func union(_ left: [Atom], _ right: [Atom]) -> [Atom]? {
    if right.isEmpty || left == right { return left }
    if left.isEmpty { return right }
    var union = left
    for atom in right where !union.contains(atom) { union.append(atom) }
    if union.count <= atomLimit { return union }
    let texts = union.count { if case .text = $0 { true } else { false } }
    return texts > textLimit || union.count - texts > atomLimit ? nil : union
  }

  private static func union(_ left: [ObjectID], _ right: [ObjectID]) -> [ObjectID] {
    if right.isEmpty || left == right { return left }
    if left.isEmpty { return right }
    var union = left
    for object in right where !union.contains(object) { union.append(object) }
    union.sort()
    return Array(union.prefix(objectLimit))
  }
}
