internal import Archives
internal import Documents
internal import FindingModel
internal import Glibc

/// Finds the files of an import: in folders, single, and in archives.
struct ImportWalk {
  /// What to do with a file, by the ending of its name.
  enum Kind {
    case document
    case table
    case compressedTable
    case archive
    case other

    init(_ path: String) {
      let name = FilePath.name(of: path).lowercased()
      if name.hasSuffix(".json") || name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
        self = .document
      } else if name.hasSuffix(".csv") {
        self = .table
      } else if name.hasSuffix(".csv.gz") {
        self = .compressedTable
      } else if Self.archiveEndings.contains(where: name.hasSuffix) {
        self = .archive
      } else {
        self = .other
      }
    }

    private static let archiveEndings = [
      ".zip", ".tar", ".tgz", ".tar.gz", ".txz", ".tar.xz", ".tar.zst", ".tzst", ".tar.bz2", ".tbz2",
    ]
  }

  typealias Visit = (_ path: String, _ kind: Kind, _ bytes: [UInt8]) throws(AdvisoryStoreError) -> Void

  let limits: ImportLimits
  private(set) var files = 0
  private(set) var others = 0
  private(set) var problems: [(path: String, reason: String)] = []

  init(limits: ImportLimits) { self.limits = limits }

  /// - Parameter visit: Gets every file that may hold advisories; a store that cannot be written ends the walk.
  mutating func run(_ path: String, visit: Visit) throws(AdvisoryStoreError) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      problems.append((path, "It cannot be read: \(String(cString: strerror(errno)))."))
      return
    }
    if status.st_mode & S_IFMT == S_IFDIR {
      try folder(path, depth: 0, visit: visit)
    } else {
      // A file that was named is read whatever its name: as an archive, if it is one.
      try file(path, isNamed: true, visit: visit)
    }
  }

  private mutating func folder(_ path: String, depth: Int, visit: Visit) throws(AdvisoryStoreError) {
    guard depth <= limits.depth else {
      problems.append((path, "It lies in more than \(limits.depth) folders and was not read."))
      return
    }
    guard let entries = Folder.entries(of: path) else {
      problems.append((path, "The folder cannot be read: \(String(cString: strerror(errno)))."))
      return
    }
    for entry in entries {
      let inside = FilePath.join(path, entry.name)
      switch entry.kind {
      case .folder: try folder(inside, depth: depth + 1, visit: visit)
      case .file: try file(inside, isNamed: false, visit: visit)
      // Links may lead anywhere, also back.
      case .other: others += 1
      }
    }
  }

  private mutating func file(_ path: String, isNamed: Bool, visit: Visit) throws(AdvisoryStoreError) {
    let kind = Kind(path)
    guard count(path) else { return }
    if kind == .archive || (kind == .other && isNamed) {
      try archive(path, .file(path), within: ArchiveBudget(limits.archive), visit: visit)
      return
    }
    guard kind != .other else {
      others += 1
      return
    }
    switch Folder.contents(of: path, limit: limit(for: kind)) {
    case .success(let bytes): try visit(path, kind, bytes)
    case .failure(let problem): problems.append((path, problem.sentence))
    }
  }

  private mutating func archive(
    _ path: String, _ source: ArchiveSource, within budget: ArchiveBudget, visit: Visit
  ) throws(AdvisoryStoreError) {
    var failure: AdvisoryStoreError?
    var walk = self
    do throws(ArchiveError) {
      let summary = try ArchiveReader.visit(source, within: budget) { entry, read throws(ArchiveError) in
        let inside = path + "/" + entry.path
        let kind = Kind(entry.path)
        guard walk.count(inside), kind != .other else {
          walk.others += 1
          return
        }
        let bytes = try read()
        do throws(AdvisoryStoreError) {
          if kind == .archive {
            try walk.archive(inside, .bytes(bytes), within: budget, visit: visit)
          } else if bytes.count > walk.limit(for: kind) {
            walk.problems.append(
              (inside, Folder.Problem.tooLarge(bytes.count, walk.limit(for: kind)).sentence))
          } else {
            try visit(inside, kind, bytes)
          }
        } catch {
          failure = error
          throw .unreadable(problem: "the database cannot be written")
        }
      }
      // What the visitor itself threw is an error of the store, which is thrown below.
      if failure == nil {
        walk.problems += summary.problems.filter(\.isError).map { (path, $0.description) }
      }
    } catch {
      walk.problems.append((path, error.description))
    }
    self = walk
    if let failure { throw failure }
  }

  private func limit(for kind: Kind) -> Int {
    kind == .document ? limits.document.bytes : limits.tableBytes
  }

  private mutating func count(_ path: String) -> Bool {
    files += 1
    if files == limits.files + 1 {
      problems.append(
        (path, "There are more than \(limits.files) files; those after the limit were not read."))
    }
    return files <= limits.files
  }
}
