internal import Synchronization

/// One pack file with its index.
final class Pack: Sendable {
  /// Deltas upon deltas; git makes chains of at most 4,095.
  static let chainLimit = 4_095
  /// Bytes of objects that are kept, because the next one is likely a change of them.
  private static let cacheLimit = 32 << 20

  private let file: GitFile
  private let index: PackIndex
  private let cache = Mutex<Cache>(Cache())

  private struct Cache: Sendable {
    var objects: [Int: GitObject] = [:]
    var bytes = 0
  }

  /// - Parameter path: Without `.pack` and `.idx`.
  init(_ path: String) throws(GitError) {
    index = try PackIndex(GitFile.contents(of: path + ".idx", limit: PackIndex.byteLimit))
    file = try GitFile(path + ".pack")
    guard try file.read(at: 0, count: 4) == Array("PACK".utf8) else { throw .malformed("'\(path).pack'") }
  }

  func offset(of id: ObjectID) -> Int? { index.offset(of: id) }

  /// - Parameter base: Reads an object that a delta names by its id.
  func object(
    at start: Int, base: (ObjectID) throws(GitError) -> GitObject
  ) throws(GitError) -> GitObject {
    var deltas: [(offset: Int, delta: [UInt8])] = []
    var offset = start
    var object: GitObject
    while true {
      if let known = cache.withLock({ $0.objects[offset] }) {
        object = known
        break
      }
      let entry = try entry(at: offset)
      let bytes = try inflated(entry)
      if let kind = GitObject.Kind(rawValue: entry.type) {
        object = GitObject(kind: kind, bytes: bytes)
        keep(object, at: offset)
        break
      }
      deltas.append((offset, bytes))
      guard deltas.count <= Self.chainLimit else { throw .malformed("a chain of deltas") }
      if let id = entry.baseID {
        object = try base(id)
        break
      }
      offset = entry.baseOffset
    }
    for (offset, delta) in deltas.reversed() {
      object = GitObject(
        kind: object.kind, bytes: try Delta.apply(delta, to: object.bytes, limit: GitObject.byteLimit))
      keep(object, at: offset)
    }
    return object
  }

  private func keep(_ object: GitObject, at offset: Int) {
    guard object.bytes.count <= Self.cacheLimit / 8 else { return }
    cache.withLock { cache in
      // Emptied as a whole: simpler than a list of ages, and objects that follow each other are read together.
      if cache.bytes + object.bytes.count > Self.cacheLimit { cache = Cache() }
      if cache.objects.updateValue(object, forKey: offset) == nil { cache.bytes += object.bytes.count }
    }
  }

  // MARK: Entries

  private struct Entry {
    var type: Int
    var size: Int
    /// Where the compressed bytes begin.
    var data: Int
    var baseOffset = 0
    var baseID: ObjectID?
  }

  private func entry(at offset: Int) throws(GitError) -> Entry {
    // Type and size take at most ten bytes, the base twenty.
    let head = try file.read(at: offset, count: 40)
    guard let first = head.first else { throw .malformed("a pack") }
    var entry = Entry(type: Int(first >> 4) & 7, size: Int(first & 15), data: 0)
    var position = 1
    var shift = 4
    var byte = first
    while byte & 0x80 != 0 {
      guard position < head.count, shift < 60 else { throw .malformed("a pack") }
      byte = head[position]
      entry.size |= Int(byte & 0x7F) << shift
      shift += 7
      position += 1
    }
    switch entry.type {
    case 6: entry.baseOffset = try offset - distance(in: head, at: &position)
    case 7:
      entry.baseID = ObjectID(head[position...].prefix(ObjectID.byteCount))
      guard entry.baseID != nil else { throw .malformed("a pack") }
      position += ObjectID.byteCount
    default: guard GitObject.Kind(rawValue: entry.type) != nil else { throw .malformed("a pack") }
    }
    guard entry.type != 6 || (entry.baseOffset > 0 && entry.baseOffset < offset) else {
      throw .malformed("a pack")
    }
    guard entry.size <= GitObject.byteLimit else {
      throw .tooLarge(what: "an object", bytes: entry.size, limit: GitObject.byteLimit)
    }
    entry.data = offset + position
    return entry
  }

  /// How far before an object its base begins.
  private func distance(in head: [UInt8], at position: inout Int) throws(GitError) -> Int {
    guard position < head.count else { throw .malformed("a pack") }
    var byte = head[position]
    var result = Int(byte & 0x7F)
    position += 1
    while byte & 0x80 != 0 {
      guard position < head.count, result < 1 << 48 else { throw .malformed("a pack") }
      byte = head[position]
      result = (result + 1) << 7 | Int(byte & 0x7F)
      position += 1
    }
    return result
  }

  private func inflated(_ entry: Entry) throws(GitError) -> [UInt8] {
    var position = entry.data
    return try Inflater.inflate(size: entry.size) { (count) throws(GitError) in
      let piece = try file.read(at: position, count: count)
      position += piece.count
      return piece
    }
  }
}
