typealias ObjectID = Int32

/// A named place of an object: a variable of a scope, a field, an element.
struct Cell: Hashable, Sendable {
  let object: ObjectID
  let key: CellKey
}

/// Names are numbers of ``Names``, other places are negative.
struct CellKey: Hashable, Sendable, Comparable {
  let raw: Int32

  init(_ name: Int32) { raw = name }

  private init(special: Int32) { raw = special }

  /// Any element or field that has no place of its own.
  static let rest = CellKey(special: -1)
  /// What other members are copied from: `{...source}`.
  static let source = CellKey(special: -2)
  /// How many elements there are, where it is known.
  static let count = CellKey(special: -3)
  /// Labels and keys of the whole: names of fields that came from outside.
  static let keys = CellKey(special: -4)

  static func element(_ index: Int) -> CellKey { CellKey(special: -16 - Int32(clamping: index)) }

  var elementIndex: Int? { raw <= -16 ? Int(-16 - raw) : nil }
  var name: Int32? { raw >= 0 ? raw : nil }

  static func < (left: CellKey, right: CellKey) -> Bool {
    switch (left.elementIndex, right.elementIndex) {
    case (let a?, let b?): a < b
    default: left.raw < right.raw
    }
  }
}

final class HeapObject {
  let kind: ObjectKind
  var cells: [CellKey: Value] = [:]
  /// Whether it stands for many: made in a loop.
  var isSummary = false

  init(kind: ObjectKind) { self.kind = kind }
}

/// Values of cells after a piece of code, `nil` for a cell that is gone.
typealias Changes = [Cell: Value?]

/// Objects and scopes, with enough memory of the past to take a branch back and join what branches did.
final class Heap {
  private(set) var objects: [HeapObject] = []
  private var journals: [Journal] = []
  private var recordings: [Recording] = []

  /// Objects made in one analysis; more are all one.
  static let objectLimit = 400_000

  private struct Journal {
    /// Objects made later are not seen by other branches.
    let mark: Int32
    var before: Changes = [:]
  }

  /// What a call reads and writes of what was there before it.
  struct Recording {
    let mark: Int32
    var reads: Changes = [:]
    var writes: Set<Cell> = []
  }

  var mark: Int32 { Int32(objects.count) }

  var isFull: Bool { objects.count >= Self.objectLimit }

  func add(_ kind: ObjectKind) -> ObjectID {
    objects.append(HeapObject(kind: kind))
    return ObjectID(objects.count - 1)
  }

  subscript(id: ObjectID) -> HeapObject { objects[Int(id)] }

  func kind(_ id: ObjectID) -> ObjectKind { objects[Int(id)].kind }

  func read(_ id: ObjectID, _ key: CellKey) -> Value? {
    let value = objects[Int(id)].cells[key]
    note(Cell(object: id, key: key), value)
    return value
  }

  private func note(_ cell: Cell, _ value: Value?) {
    guard let last = recordings.indices.last, cell.object < recordings[last].mark else { return }
    if recordings[last].reads[cell] == nil { recordings[last].reads[cell] = .some(value) }
  }

  func write(_ id: ObjectID, _ key: CellKey, _ value: Value?) {
    let object = objects[Int(id)]
    let old = object.cells[key]
    if let old, let value, old === value { return }
    let cell = Cell(object: id, key: key)
    note(cell, old)
    if let last = recordings.indices.last, id < recordings[last].mark { recordings[last].writes.insert(cell) }
    if let last = journals.indices.last, id < journals[last].mark, journals[last].before[cell] == nil {
      journals[last].before[cell] = .some(old)
    }
    object.cells[key] = value
  }

  fileprivate func place(_ id: ObjectID, _ kind: ObjectKind) {
    let made = HeapObject(kind: kind)
    made.cells = objects[Int(id)].cells
    objects[Int(id)] = made
  }

  /// Keys in a fixed order.
  func keys(_ id: ObjectID) -> [CellKey] { objects[Int(id)].cells.keys.sorted() }

  // MARK: Branches

  func beginBranch() { journals.append(Journal(mark: mark)) }

  /// - Returns: What the branch did; all is as it was before.
  func endBranch() -> Changes {
    guard let journal = journals.popLast() else { return [:] }
    var after: Changes = [:]
    after.reserveCapacity(journal.before.count)
    for (cell, old) in journal.before {
      let object = objects[Int(cell.object)]
      after[cell] = .some(object.cells[cell.key])
      object.cells[cell.key] = old
    }
    return after
  }

  /// What was done since a depth of branches, without taking it back.
  func changes(since depth: Int) -> Changes {
    var after: Changes = [:]
    guard depth < journals.count else { return after }
    for journal in journals[depth...] {
      for cell in journal.before.keys where cell.object < journals[depth].mark {
        after[cell] = .some(objects[Int(cell.object)].cells[cell.key])
      }
    }
    return after
  }

  var branchDepth: Int { journals.count }

  // MARK: Recordings

  func beginRecording() { recordings.append(Recording(mark: mark)) }

  func endRecording() -> Recording {
    guard let recording = recordings.popLast() else { return Recording(mark: 0) }
    if let last = recordings.indices.last {
      let mark = recordings[last].mark
      for (cell, value) in recording.reads where cell.object < mark {
        if recordings[last].reads[cell] == nil { recordings[last].reads[cell] = value }
      }
      for cell in recording.writes where cell.object < mark { recordings[last].writes.insert(cell) }
    }
    return recording
  }

  /// Whether everything that a recording read is still so.
  func agrees(with reads: Changes) -> Bool {
    for (cell, value) in reads {
      let now = objects[Int(cell.object)].cells[cell.key]
      switch (now, value) {
      case (nil, nil): continue
      case (let a?, let b?): if !a.isSame(as: b) { return false }
      default: return false
      }
    }
    return true
  }

  func noteReads(_ reads: Changes) {
    for (cell, value) in reads { note(cell, value) }
  }
}

extension Heap {
  /// Gives an object that was added before it was known its kind.
  func replaceKind(_ id: ObjectID, _ kind: ObjectKind) { place(id, kind) }
}
