/// All objects of a repository: the loose ones and those in packs.
struct ObjectStore: Sendable {
  /// Packs of one repository; git itself gathers them long before.
  static let packLimit = 2_000
  /// Objects named by the delta of another, one in the other.
  private static let nestingLimit = 64

  private let folder: String
  private let packs: [Pack]
  /// What of the store cannot be read, one sentence each.
  let problems: [String]

  /// - Parameter folder: `objects` of the repository, a real folder.
  init(_ folder: String) {
    self.folder = folder
    var packs: [Pack] = []
    var problems: [String] = []
    // A link could lead to the objects of another repository.
    let names =
      GitFile.isFolder(folder + "/pack")
      ? GitFile.names(in: folder + "/pack").filter { $0.hasSuffix(".idx") } : []
    for name in names.prefix(Self.packLimit) {
      do {
        packs.append(try Pack(folder + "/pack/" + name.dropLast(".idx".count)))
      } catch {
        problems.append("the pack '\(name.dropLast(4))' cannot be read: \(error)")
      }
    }
    if names.count > Self.packLimit {
      problems.append("the repository has more than \(Self.packLimit) packs; the others are not read")
    }
    if (try? GitFile(folder + "/info/alternates")) != nil {
      problems.append("objects that are borrowed from another repository (alternates) are not read")
    }
    self.packs = packs
    self.problems = problems
  }

  func object(_ id: ObjectID) throws(GitError) -> GitObject { try object(id, nesting: 0) }

  private func object(_ id: ObjectID, nesting: Int) throws(GitError) -> GitObject {
    guard nesting < Self.nestingLimit else { throw .malformed("a chain of deltas") }
    for pack in packs {
      guard let offset = pack.offset(of: id) else { continue }
      return try pack.object(at: offset) { (base) throws(GitError) in
        try object(base, nesting: nesting + 1)
      }
    }
    return try loose(id)
  }

  private func loose(_ id: ObjectID) throws(GitError) -> GitObject {
    let name = id.description
    let file: GitFile
    do {
      file = try GitFile(folder + "/\(name.prefix(2))/\(name.dropFirst(2))")
    } catch {
      throw .missing("the object \(name)")
    }
    // `blob 1234`, a zero byte, and then what it holds.
    guard let head = Inflater.head(of: try file.read(at: 0, count: 4_096), count: 40),
      let end = head.firstIndex(of: 0)
    else { throw .malformed("the object \(name)") }
    let fields = String(decoding: head[..<end], as: UTF8.self).split(separator: " ")
    guard fields.count == 2, let kind = GitObject.kind(named: fields[0]), let size = Int(fields[1]), size >= 0
    else { throw .malformed("the object \(name)") }
    guard size <= GitObject.byteLimit else {
      throw .tooLarge(what: "the object \(name)", bytes: size, limit: GitObject.byteLimit)
    }
    var position = 0
    let bytes = try Inflater.inflate(size: end + 1 + size) { (count) throws(GitError) in
      let piece = try file.read(at: position, count: count)
      position += piece.count
      return piece
    }
    return GitObject(kind: kind, bytes: Array(bytes[(end + 1)...]))
  }
}
