/// A git repository that is read without git: no configuration, hook, filter or other program of it takes effect.
package struct Repository: Sendable {
  /// Bytes of a file of references; a hundred thousand branches need fewer.
  private static let referencesLimit = 64 << 20
  /// Branches and tags that are followed.
  static let referenceLimit = 100_000
  private static let nestingLimit = 32

  /// The folder that holds the work tree.
  package let top: String
  let store: ObjectStore
  /// What a work tree has for itself: `HEAD`.
  private let own: String
  /// What all work trees share: objects and references.
  private let common: String

  /// The repository in the folder or the nearest one above it.
  ///
  /// - Parameter folder: Absolute, with all links resolved.
  package init(holding folder: String) throws(GitError) {
    var top = folder
    while true {
      let candidate = top + "/.git"
      if GitFile.isFolder(candidate) {
        try self.init(top: top, own: candidate, common: candidate)
        return
      }
      if let file = try? GitFile.contents(of: candidate, limit: 4_096) {
        let own = try Self.linked(file, from: candidate)
        // Only of a repository that is trusted: the file may name any folder.
        let shared = (try? GitFile.contents(of: own + "/commondir", limit: 4_096)).flatMap(Self.line)
        let path = shared.map { $0.hasPrefix("/") ? $0 : own + "/" + $0 }
        try self.init(top: top, own: own, common: path.flatMap(GitFile.realPath) ?? own)
        return
      }
      guard let slash = top.lastIndex(of: "/"), top != "/" else { throw .noRepository }
      top = String(top[..<slash])
    }
  }

  private init(top: String, own: String, common: String) throws(GitError) {
    self.top = top
    self.own = own
    self.common = common
    let objects = common + "/objects"
    guard GitFile.isFolder(objects) else { throw .noRepository }
    if let text = try? GitFile.contents(of: common + "/config", limit: 1 << 20) {
      let config = String(decoding: text, as: UTF8.self).lowercased()
      if config.contains("sha256") { throw .unsupported("SHA-256 for the names of objects") }
      if config.contains("reftable") { throw .unsupported("the format 'reftable' for references") }
    }
    store = ObjectStore(objects)
  }

  /// A work tree's `.git` is a file that names the repository.
  ///
  /// It is believed only where the repository names it in turn: otherwise a file of the scanned folder could choose
  /// any repository of the machine.
  private static func linked(_ file: [UInt8], from path: String) throws(GitError) -> String {
    guard let line = line(file), line.hasPrefix("gitdir: ") else { throw .noRepository }
    let target = String(line.dropFirst("gitdir: ".count))
    let folder = path.dropLast("/.git".count)
    guard let real = GitFile.realPath(target.hasPrefix("/") ? target : folder + "/" + target),
      let back = try? GitFile.contents(of: real + "/gitdir", limit: 4_096),
      let named = Self.line(back).flatMap(GitFile.realPath), named == path
    else { throw .foreignRepository }
    return real
  }

  private static func line(_ bytes: [UInt8]) -> String? {
    bytes.split(separator: 0x0A).first.map { String(decoding: $0, as: UTF8.self) }
  }

  // MARK: References

  /// The commits that branches, tags and `HEAD` lead to.
  func heads() -> [ObjectID] {
    var names: Set<ObjectID> = []
    if let head = reference("HEAD", nesting: 0) { names.insert(head) }
    for (_, id) in packedReferences { names.insert(id) }
    for name in looseReferences("refs", nesting: 0) {
      if let id = reference(name, nesting: 0) { names.insert(id) }
    }
    return names.sorted().prefix(Self.referenceLimit).compactMap(commitID)
  }

  /// - Parameter text: A branch, a tag, `HEAD`, or the whole id of a commit.
  func commit(named text: String) throws(GitError) -> ObjectID {
    if let id = ObjectID(hexadecimal: text), (try? store.object(id)) != nil, let commit = commitID(id) {
      return commit
    }
    let isName = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } && !text.contains("..")
    let packed = Dictionary(packedReferences.map { ($0.name, $0.id) }) { first, _ in first }
    for prefix in ["", "refs/", "refs/tags/", "refs/heads/", "refs/remotes/"] where isName {
      guard prefix != "" || text == "HEAD" || text.hasPrefix("refs/") else { continue }
      if let id = (reference(prefix + text, nesting: 0) ?? packed[prefix + text]).flatMap(commitID) {
        return id
      }
    }
    throw .unknownRevision(text)
  }

  /// Through annotated tags to the commit; `nil` for what leads to none.
  private func commitID(_ id: ObjectID) -> ObjectID? {
    var id = id
    for _ in 0..<Self.nestingLimit {
      // What cannot be read is missed when the walk finds no commit.
      guard let object = try? store.object(id) else { return id }
      switch object.kind {
      case .commit: return id
      case .tag:
        guard let line = Self.line(object.bytes), line.hasPrefix("object "),
          let target = ObjectID(hexadecimal: line.dropFirst("object ".count))
        else { return nil }
        id = target
      case .tree, .blob: return nil
      }
    }
    return nil
  }

  private func reference(_ name: String, nesting: Int) -> ObjectID? {
    guard nesting < 8 else { return nil }
    let folder = name.hasPrefix("refs/") ? common : own
    guard let text = try? GitFile.contents(of: folder + "/" + name, limit: 4_096), let line = Self.line(text)
    else {
      return nesting == 0 ? nil : packedReferences.first { $0.name == name }?.id
    }
    guard line.hasPrefix("ref: ") else { return ObjectID(hexadecimal: line) }
    let target = String(line.dropFirst("ref: ".count))
    return target.hasPrefix("refs/") && !target.contains("..") ? reference(target, nesting: nesting + 1) : nil
  }

  private func looseReferences(_ folder: String, nesting: Int) -> [String] {
    guard nesting < Self.nestingLimit else { return [] }
    return GitFile.names(in: common + "/" + folder).flatMap { name in
      let path = folder + "/" + name
      return GitFile.isFolder(common + "/" + path) ? looseReferences(path, nesting: nesting + 1) : [path]
    }
  }

  private var packedReferences: [(name: String, id: ObjectID)] {
    // A repository without the file has none.
    guard let text = try? GitFile.contents(of: common + "/packed-refs", limit: Self.referencesLimit) else {
      return []
    }
    return text.split(separator: 0x0A).compactMap { line in
      let fields = String(decoding: line, as: UTF8.self).split(separator: " ")
      guard fields.count == 2, let id = ObjectID(hexadecimal: fields[0]) else { return nil }
      return (String(fields[1]), id)
    }
  }
}
