/// Globs for paths that were seen: a path each, or a folder where there were many.
enum LearnedPaths {
  /// More files of one folder than these become `folder/*`.
  static let crowd = 3

  /// - Parameters:
  ///   - folders: What does not lie below one of them is left out.
  ///   - known: Globs that are allowed already.
  static func globs(_ paths: [String], below folders: [String], known: [String]) -> [Annotated<String>] {
    var counts = Counts<String>()
    for path in paths {
      guard PathPattern.problem(ofPath: path, allowsWildcards: true) == nil,
        folders.contains(where: { path.hasPrefix($0 + "/") }),
        !known.contains(where: { PathPattern.matches($0, path) })
      else { continue }
      // A star that a file is called by would mean any file.
      counts.add(String(path.map { $0 == "*" ? "?" : $0 }))
    }
    var byFolder: [String: [(String, Int)]] = [:]
    for (path, count) in counts.sorted(by: <) {
      let folder = path.split(separator: "/").dropLast().joined(separator: "/")
      byFolder["/" + folder, default: []].append((path, count))
    }
    return byFolder.sorted { $0.key < $1.key }.flatMap { folder, members -> [Annotated<String>] in
      guard members.count > crowd else {
        return members.map { Annotated($0.0, note: LearnedPolicy.seen($0.1)) }
      }
      let count = members.reduce(0) { $0 + $1.1 }
      return [Annotated(folder + "/*", note: "\(members.count) files, \(LearnedPolicy.seen(count))")]
    }
  }
}
