internal import CodeAnalysis

/// The programs of the scanned folder as the analysis of code sees them: files below the root, and nothing else.
struct SourceTree: CodeFiles {
  private let root: String
  private let sources: [String]
  private let byName: [Substring: [String]]

  /// - Parameter sources: Programs that discovery found, relative to the root, sorted.
  init(root: String, sources: [String]) {
    self.root = root
    self.sources = sources
    byName = Dictionary(grouping: sources) { $0.split(separator: "/").last ?? "" }
  }

  func bytes(of path: String) -> [UInt8]? {
    guard let real = FileAccess.realPath(root + "/" + path), real.hasPrefix(root == "/" ? "/" : root + "/")
    else {
      return nil
    }
    // What cannot be read is reported as code that was not found.
    return try? FileAccess.read(real, limit: ModuleLibrary.byteLimit)
  }

  /// Files that discovery left out count as well: a handler may stand in an ignored folder.
  func contains(_ path: String) -> Bool {
    FileAccess.kind(of: root + "/" + path, followingLinks: true) == .file
  }

  func paths(endingWith suffix: String) -> [String] {
    let name = suffix.split(separator: "/").last ?? ""
    return (byName[name] ?? []).filter { $0.hasSuffix(suffix) || "/" + $0 == suffix }
  }
}
