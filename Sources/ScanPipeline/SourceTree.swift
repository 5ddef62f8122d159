internal import CodeAnalysis

/// The programs of the scanned folder as the analysis of code sees them: files below the root, and nothing else.
struct SourceTree: CodeFiles {
  private let tree: FileTree
  private let installed: InstalledModules
  private let sources: [String]
  private let byName: [Substring: [String]]
  private let foldersByFolder: [String: [String]]

  /// - Parameters:
  ///   - sources: Programs that discovery found, relative to the root, sorted.
  ///   - installed: What counts as a library although its files are there.
  init(_ tree: FileTree, sources: [String], besides installed: InstalledModules) {
    self.tree = tree
    self.installed = installed
    self.sources = sources
    byName = Dictionary(grouping: sources) { $0.split(separator: "/").last ?? "" }
    foldersByFolder = Self.folders(of: sources)
  }

  private static func folders(of sources: [String]) -> [String: [String]] {
    var known: Set<String> = []
    var folders: [String: [String]] = [:]
    for source in sources {
      var path = source[...]
      while let slash = path.lastIndex(of: "/") {
        path = path[..<slash]
        // What is above a known folder is known.
        guard known.insert(String(path)).inserted else { break }
        let above = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
        folders[above, default: []].append(String(path))
      }
    }
    return folders.mapValues { $0.sorted() }
  }

  func bytes(of path: String) -> [UInt8]? {
    // What cannot be read is reported as code that was not found.
    try? tree.read(path, limit: ModuleLibrary.byteLimit)
  }

  /// Files that discovery left out count as well: a handler may stand in an ignored folder.
  func contains(_ path: String) -> Bool { !installed.contains(path) && tree.contains(path) }

  func paths(endingWith suffix: String) -> [String] {
    let name = suffix.split(separator: "/").last ?? ""
    return (byName[name] ?? []).filter { $0.hasSuffix(suffix) || "/" + $0 == suffix }
  }

  func folders(in folder: String) -> [String] { foldersByFolder[folder] ?? [] }
}
