internal import SourceModel

/// Members, indexes and elements of values.
extension Interpreter {
  /// - Parameter isField: Whether only data is meant, as in a pattern.
  func member(_ name: String, of value: Value, at spot: Spot, isField: Bool = false) -> Value {
    var result = Value.never
    var isBuilt = false
    readingSpot = spot
    for object in value.objects {
      let found = memberOfObject(object, name, at: spot)
      result = isBuilt ? join(result, found) : found
      isBuilt = true
    }
    if !value.taints.isEmpty {
      let labelled = labelledMember(name, of: value, at: spot)
      result = isBuilt ? join(result, labelled) : labelled
      isBuilt = true
    } else if value.isOpen || value.atoms.contains(where: { $0 != .null }) || !isBuilt {
      let plain = plainMember(name, of: value)
      result = isBuilt ? join(result, plain) : plain
    }
    return result
  }

  private func plainMember(_ name: String, of value: Value) -> Value {
    if let text = value.literal, name == "length" { return .number(Double(text.utf16.count)) }
    return .unknown
  }

  /// The size of a collection, or the status of an answer; `size` of a record from outside is a field like any.
  private func isCount(_ name: String, of value: Value) -> Bool {
    switch name {
    case "size": return !value.taints.contains { labels[$0.label].isSymbolic }
    case "status_code", "status", "statusCode":
      return value.taints.allSatisfy { taint in
        if case .remote = labels.kind(of: taint.label) { true } else { false }
      }
    default: return false
    }
  }

  /// A member of a value whose labels say where it is from.
  private func labelledMember(_ name: String, of value: Value, at spot: Spot) -> Value {
    if name == "length" || name == "byteLength" || isCount(name, of: value) {
      return Value(isOpen: true, taints: derived(value.taints) { $0.safe = $0.safe.union(.injections) })
    }
    var taints: [Taint] = []
    for taint in value.taints {
      if let taint = memberTaint(taint, name, at: spot) { taints.append(taint) }
    }
    let normal = Taint.normalised(taints, traces)
    if normal.count == 1, let taint = normal.first,
      case .environmentVariable(let variable) = labels.kind(of: taint.label)
    {
      return Value(atoms: [.text([.environmentVariable(variable)])], taints: normal)
    }
    return Value(isOpen: true, taints: normal)
  }

  func memberTaint(_ taint: Taint, _ name: String, at spot: Spot) -> Taint? {
    guard let label = labels.member(taint.label, name) else { return nil }
    if label == taint.label { return taint }
    // A part of what a store gave was read where the store was asked.
    if labels[label].origin == labels[taint.label].origin { return Taint(label: label, trace: taint.trace) }
    return reading(label, name: nil, at: spot, after: traces.lastPassing(taint.trace))
  }

  /// A label as it is read at a place, safe for what has been checked of its origin.
  func reading(_ label: LabelID, name: String?, at spot: Spot, after parent: TraceID = -1) -> Taint {
    let data = labels[label]
    if case .event(let path) = labels.kind(of: label) { recorder.fieldsRead.insert(path) }
    let trace = traces.add(.read(data.origin, name: name), at: spot, line: line(spot), after: parent)
    return Taint(label: checked(label), trace: trace)
  }

  /// The label of an origin that comes into the program here.
  func origin(_ kind: Origin.Kind, name: String?, at spot: Spot) -> Value {
    let taint = reading(labels.label(kind), name: name, at: spot)
    if case .environmentVariable(let variable) = kind {
      return Value(atoms: [.text([.environmentVariable(variable)])], taints: [taint])
    }
    return Value(isOpen: true, taints: [taint])
  }

  // MARK: Objects

  private func memberOfObject(_ object: ObjectID, _ name: String, at spot: Spot) -> Value {
    let receiver = Value.object(object)
    if let found = property(object, name, receiver: receiver) {
      if case .module = heap.kind(object) { return found }
      return boundMethod(found, to: receiver, of: object)
    }
    switch heap.kind(object) {
    case .library(let value):
      if name == "default" { return receiver }
      return libraryMember(name, of: object, value, at: spot)
    case .list, .set, .map:
      return name == "length" || name == "size" ? count(of: object) : .unknown
    case .record:
      return missingMember(of: object, name, at: spot)
    case .instance:
      return missingMember(of: object, name, at: spot)
    case .bound(let function, _, _, _):
      if name == "prototype" { return receiver }
      return member(name, of: function, at: spot)
    case .function, .classType:
      switch name {
      case "prototype", "__class__", "__wrapped__": return receiver
      case "name", "__name__", "__doc__": return Value(atoms: [.text([.open])])
      default: return .unknown
      }
    case .scope, .assumptions, .native, .module: return .unknown
    }
  }

  private func missingMember(of object: ObjectID, _ name: String, at spot: Spot) -> Value {
    if let rest = heap.read(object, .rest) { return join(rest, .null) }
    switch name {
    case "constructor", "__class__":
      if case .instance(let type) = heap.kind(object) { return .object(type) }
    case "__dict__": return .object(object)
    default: break
    }
    // Whoever got the record may have added to it: not there is not known to be missing.
    return Value(atoms: [.null], isOpen: true)
  }

  private func count(of object: ObjectID) -> Value {
    if let count = heap.read(object, .count), count.constant != nil { return count }
    return .unknown
  }

  /// A member where the object, its class or what it was copied from has it.
  func property(_ object: ObjectID, _ name: String, receiver: Value, depth: Int = 0) -> Value? {
    guard depth < 24 else { return nil }
    if let value = heap.read(object, key(name)) { return value }
    switch heap.kind(object) {
    case .instance(let type):
      if let getter = getter(name, of: type) { return call(getter, Arguments([]), receiver: receiver) }
      return property(type, name, receiver: receiver, depth: depth + 1) ?? copied(object, name)
    case .classType(let definition):
      if name == "prototype" { return .object(object) }
      for base in definition.bases {
        for parent in base.objects {
          if case .library = heap.kind(parent) { continue }
          if let found = property(parent, name, receiver: receiver, depth: depth + 1) { return found }
        }
      }
      return inherited(name, from: definition)
    case .function: return name == "prototype" ? .object(object) : nil
    case .module(let number): return exported(name, of: number)
    case .bound(let function, let base?, _, _):
      // `super.name`.
      for parent in function.objects {
        guard case .classType = heap.kind(parent) else { continue }
        if let getter = getter(name, of: parent) { return call(getter, Arguments([]), receiver: base) }
        if let found = property(parent, name, receiver: base, depth: depth + 1) {
          return bound(found, to: base)
        }
      }
      return nil
    case .record, .map: return copied(object, name)
    default: return nil
    }
  }

  /// Members of a library's class that the program's class is made of.
  private func inherited(_ name: String, from definition: ClassValue) -> Value? {
    for base in definition.bases {
      for parent in base.objects {
        guard case .library(let value) = heap.kind(parent), !Self.isPlainBase(value.path) else { continue }
        return library(value.path + "()." + name)
      }
    }
    return nil
  }

  private static func isPlainBase(_ path: String) -> Bool {
    ["object", "Object", "ABC", "abc.ABC", "Exception", "Error", "enum.Enum", "Enum", "typing.Generic"]
      .contains(path)
  }

  private func copied(_ object: ObjectID, _ name: String) -> Value? {
    guard let source = heap.read(object, .source) else { return nil }
    return member(name, of: source, at: readingSpot ?? Spot(module: frame.module, range: SourceRange(0, 0)))
  }

  private func getter(_ name: String, of type: ObjectID) -> Value? {
    var type: ObjectID? = type
    var depth = 0
    while let current = type, case .classType(let definition) = heap.kind(current), depth < 16 {
      if let getter = definition.getters[name] { return getter }
      type = definition.bases.first?.objects.first
      depth += 1
    }
    return nil
  }

  /// Methods of classes remember their receiver where they are taken out.
  private func boundMethod(_ value: Value, to receiver: Value, of object: ObjectID) -> Value {
    guard case .instance = heap.kind(object) else { return value }
    let isMethod = value.objects.contains { if case .function = heap.kind($0) { true } else { false } }
    return isMethod && heap[object].cells[key("")] == nil ? bound(value, to: receiver) : value
  }

  func bound(_ function: Value, to receiver: Value) -> Value {
    var objects: [ObjectID] = []
    for object in function.objects {
      if case .function(let definition) = heap.kind(object), definition.receiver == nil,
        definition.home != nil
      {
        objects.append(
          heap.add(.bound(function: .object(object), receiver: receiver, arguments: [], named: [])))
      } else {
        objects.append(object)
      }
    }
    return Value(
      atoms: function.atoms, isOpen: function.isOpen, taints: function.taints, objects: objects.sorted())
  }

  // MARK: Indexes and elements

  func index(_ value: Value, by key: Value, at spot: Spot) -> Value {
    if let names = key.literals, names.count <= 4 {
      return join(names.map { member($0, of: value, at: spot, isField: true) })
    }
    if case .number(let number)? = key.constant {
      return element(Int(clamping: number.rounded(.towardZero)), of: value, at: spot)
    }
    var result = element(of: value, at: spot, name: key.taints.isEmpty && key.atoms.isEmpty ? nil : "*")
    if value.objects.contains(where: { heap.kind($0).isRecordLike }) { result = join(result, .unknown) }
    return result
  }

  /// The element at a place.
  func element(_ index: Int, of value: Value, at spot: Spot) -> Value {
    var result = Value.never
    for object in value.objects {
      if index >= 0, let known = heap.read(object, .element(index)) {
        result = join(result, known)
        if let rest = heap.read(object, .rest), heap[object].isSummary { result = join(result, rest) }
      } else if let named = heap.read(object, key(String(index))) {
        result = join(result, named)
      } else {
        result = join(result, elementOfObject(object, at: spot, name: nil))
      }
    }
    let plain = elementOfPlain(value, at: spot, name: "[]")
    return value.objects.isEmpty ? plain : join(result, plain)
  }

  /// Any element.
  func element(of value: Value, at spot: Spot, name: String? = nil) -> Value {
    var result = Value.never
    for object in value.objects { result = join(result, elementOfObject(object, at: spot, name: name)) }
    let plain = elementOfPlain(value, at: spot, name: name ?? "[]")
    if value.objects.isEmpty { return plain.isNever ? .unknown : plain }
    return join(result, plain)
  }

  private func elementOfPlain(_ value: Value, at spot: Spot, name: String) -> Value {
    if value.taints.isEmpty { return value.isOpen || !value.atoms.isEmpty ? .unknown : .never }
    let taints = value.taints.compactMap { memberTaint($0, name, at: spot) }
    return Value(isOpen: true, taints: Taint.normalised(taints, traces))
  }

  private func elementOfObject(_ object: ObjectID, at spot: Spot, name: String?) -> Value {
    switch heap.kind(object) {
    case .library(let value):
      return libraryElement(of: object, value, at: spot)
    case .record where name == nil && isPython:
      return keyValue(ofObject: object, at: spot)
    case .map where name == nil && !isPython:
      let pair = new(.list)
      heap.write(pair, .element(0), keyValue(ofObject: object, at: spot))
      heap.write(pair, .element(1), anyField(of: object, at: spot))
      setCount(2, of: pair)
      return .object(pair)
    case .instance:
      if let method = property(object, "__iter__", receiver: .object(object)) {
        return element(of: call(method, Arguments([]), receiver: .object(object), at: spot), at: spot)
      }
      return anyField(of: object, at: spot)
    default: return anyField(of: object, at: spot)
    }
  }

  /// Whatever a field or element of an object may be.
  func anyField(of object: ObjectID, at spot: Spot) -> Value {
    var result = Value.never
    for key in heap.keys(object) where key != .count && key != .keys {
      guard let value = heap.read(object, key) else { continue }
      result = join(result, key == .source ? element(of: value, at: spot, name: "*") : value)
    }
    return result
  }

  /// The elements, where all of them are known.
  func elements0(of value: Value) -> [Value]? {
    guard value.objects.count == 1, value.taints.isEmpty, !value.isOpen, let list = value.objects.first,
      heap.kind(list).isSequence, !heap[list].isSummary, heap.read(list, .rest) == nil,
      case .number(let count)? = heap.read(list, .count)?.constant
    else { return nil }
    return (0..<min(Int(clamping: count), Self.elementLimit)).map {
      heap.read(list, .element($0)) ?? .unknown
    }
  }

  /// Names of fields: `for k in object`, `Object.keys`.
  func keyValue(of value: Value, at spot: Spot) -> Value {
    var result = Value.never
    for object in value.objects { result = join(result, keyValue(ofObject: object, at: spot)) }
    if !value.taints.isEmpty {
      let taints = value.taints.compactMap { memberTaint($0, "*", at: spot) }
      let keys = derived(taints) { label in
        label.isKey = label.isSymbolic
        label.isSymbolic = false
      }
      result = join(result, Value(isOpen: true, taints: keys))
    }
    return result.isNever ? .unknown : result
  }

  func keyValue(ofObject object: ObjectID, at spot: Spot) -> Value {
    var atoms: [Atom] = []
    var result = Value.never
    for key in heap.keys(object) {
      if let name = key.name { atoms.append(.literal(names[name])) }
      if key.elementIndex != nil || key == .rest { result = join(result, .unknown) }
      if key == .keys || key == .source, let value = heap.read(object, key) {
        result = join(result, key == .keys ? value : keyValue(of: value, at: spot))
      }
    }
    if atoms.count > Value.atomLimit { return join(result, .unknown) }
    return join(result, Value(atoms: atoms))
  }

  /// `value[a:b]`.
  func slice(_ value: Value, at spot: Spot) -> Value {
    var result = Value.never
    for object in value.objects {
      if heap.kind(object).isSequence {
        let list = new(.list)
        let item = anyField(of: object, at: spot)
        if !item.isNever { heap.write(list, .rest, item) }
        setCount(nil, of: list)
        result = join(result, .object(list))
      } else {
        result = join(result, .object(object))
      }
    }
    if value.isOpen || !value.taints.isEmpty || !value.atoms.isEmpty {
      result = join(result, partOfText(value))
    }
    return result
  }

  /// A piece of a text: its labels, no longer whole.
  func partOfText(_ value: Value) -> Value {
    Value(isOpen: true, taints: derived(value.taints) { $0.isWhole = false })
  }

  /// The same labels with something changed.
  func derived(_ taints: [Taint], _ change: (inout Label) -> Void) -> [Taint] {
    if taints.isEmpty { return [] }
    return Taint.normalised(
      taints.map { Taint(label: labels.changed($0.label, change), trace: $0.trace) }, traces)
  }
}

extension ObjectKind {
  var isSequence: Bool {
    switch self {
    case .list, .set: true
    default: false
    }
  }

  var isRecordLike: Bool {
    switch self {
    case .record, .map, .instance, .module: true
    default: false
    }
  }
}
