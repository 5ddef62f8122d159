/// The contents that the files of a repository ever had, each once, from the oldest commit on.
package struct History: Sendable {
  /// Bounds on one walk, with tests below and above.
  package struct Limits: Sendable {
    package var commits: Int
    package var versions: Int
    /// Folders below folders.
    package var depth: Int

    package init(commits: Int = 500_000, versions: Int = 2_000_000, depth: Int = 64) {
      self.commits = commits
      self.versions = versions
      self.depth = depth
    }
  }

  /// One content of one file.
  package struct Version: Sendable {
    /// From the top of the repository.
    package let path: String
    package let id: ObjectID
    /// The first commit that has it.
    package let commit: ObjectID
    /// Seconds since 1970.
    package let time: Int
    /// Whether it was there before the part of the history that was asked for.
    package let isOlder: Bool
  }

  /// Sorted by the time of their commits.
  package private(set) var versions: [Version] = []
  package private(set) var commits = 0
  /// What was not read, one sentence each.
  package private(set) var problems: [String] = []

  private let repository: Repository
  private let limits: Limits
  private let isWanted: @Sendable (_ path: String, _ isFolder: Bool) -> Bool
  private var seen: Set<ObjectID> = []
  private var missing = 0

  /// - Parameters:
  ///   - since: A commit, branch or tag; what was there by then is listed as older.
  ///   - isWanted: Which files and folders are looked at, by their paths from the top.
  /// - Throws: ``GitError/unknownRevision(_:)``.
  package init(
    of repository: Repository, since: String? = nil, limits: Limits = Limits(),
    isWanted: @escaping @Sendable (_ path: String, _ isFolder: Bool) -> Bool
  ) throws(GitError) {
    self.repository = repository
    self.limits = limits
    self.isWanted = isWanted
    problems = repository.store.problems
    let old = try since.map { (name) throws(GitError) in try repository.commit(named: name) }
    let before = old.map { reachable(from: [$0], except: []) } ?? []
    let all = reachable(from: repository.heads(), except: Set(before.map(\.id)))
    // Of what was there before, the edge is enough: what is older was reported then.
    let edge = Set(all.flatMap(\.commit.parents) + [old].compactMap(\.self))
    for item in before where edge.contains(item.id) { add(item, isOlder: true) }
    for item in all { add(item, isOlder: false) }
    commits = all.count
    if missing > 0 {
      problems.append(
        "\(missing) objects of the history are missing or cannot be read; a shallow clone lacks the older ones"
      )
    }
  }

  /// The bytes of a version.
  package func bytes(of version: Version) throws(GitError) -> [UInt8] {
    try repository.store.object(version.id).bytes
  }

  // MARK: Walking

  private struct Item {
    let id: ObjectID
    let commit: Commit
  }

  /// Oldest first, so that what is found is told of the commit that brought it.
  private mutating func reachable(from heads: [ObjectID], except known: Set<ObjectID>) -> [Item] {
    var waiting = heads
    var visited = known
    var items: [Item] = []
    while let id = waiting.popLast() {
      guard visited.insert(id).inserted else { continue }
      guard items.count < limits.commits else {
        problems.append("the history has more than \(limits.commits) commits; the others are not looked at")
        break
      }
      guard let object = try? repository.store.object(id), object.kind == .commit,
        let commit = Commit(object.bytes)
      else {
        missing += 1
        continue
      }
      items.append(Item(id: id, commit: commit))
      waiting += commit.parents
    }
    return Self.parentsFirst(items.sorted { ($0.commit.time, $0.id) < ($1.commit.time, $1.id) })
  }

  /// By time, but never a commit before one it was made of: clocks differ, and many commits share a second.
  private static func parentsFirst(_ items: [Item]) -> [Item] {
    let positions = Dictionary(items.enumerated().map { ($0.element.id, $0.offset) }) { first, _ in first }
    var isDone = [Bool](repeating: false, count: items.count)
    var isOpen = isDone
    var ordered: [Item] = []
    ordered.reserveCapacity(items.count)
    for start in items.indices where !isDone[start] {
      var waiting = [start]
      while let index = waiting.last {
        let parents = items[index].commit.parents.compactMap { positions[$0] }.filter {
          !isDone[$0] && !isOpen[$0]
        }
        if isDone[index] || parents.isEmpty {
          waiting.removeLast()
          if !isDone[index] { ordered.append(items[index]) }
          isDone[index] = true
        } else {
          isOpen[index] = true
          waiting += parents
        }
      }
    }
    return ordered
  }

  /// Lists the contents of a commit that no commit before it had.
  private mutating func add(_ item: Item, isOlder: Bool) {
    var waiting: [(id: ObjectID, path: String, depth: Int)] = [(item.commit.tree, "", 0)]
    while let (id, path, depth) = waiting.popLast() {
      guard seen.insert(id).inserted else { continue }
      guard depth <= limits.depth, let object = try? repository.store.object(id), object.kind == .tree else {
        missing += 1
        continue
      }
      for entry in TreeEntry.entries(of: object.bytes) {
        let child = path.isEmpty ? entry.name : path + "/" + entry.name
        guard entry.kind != .other, isWanted(child, entry.kind == .folder), !seen.contains(entry.id) else {
          continue
        }
        if entry.kind == .folder {
          waiting.append((entry.id, child, depth + 1))
        } else if versions.count < limits.versions {
          seen.insert(entry.id)
          versions.append(
            Version(
              path: child, id: entry.id, commit: item.id, time: item.commit.time, isOlder: isOlder))
        } else if versions.count == limits.versions, !isFull {
          isFull = true
          problems.append(
            "the history has more than \(limits.versions) versions of files; the others are not looked at")
        }
      }
    }
  }

  private var isFull = false
}
