/// Paths relative to the scanned root, as texts: `/` between names, empty for the root itself.
package enum FilePath {
  package static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return String(path[..<slash])
  }

  package static func name(of path: String) -> Substring {
    path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
  }

  package static func join(_ folder: String, _ path: String) -> String {
    if folder.isEmpty { return path }
    return path.isEmpty ? folder : folder + "/" + path
  }

  /// The folder of a file and those above it, nearest first, the root last.
  package static func ancestors(of path: String) -> [String] {
    var folder = folder(of: path)
    var folders = [folder]
    while !folder.isEmpty {
      folder = self.folder(of: folder)
      folders.append(folder)
    }
    return folders
  }

  /// Without `.` and `..`; `nil` if it leads out of the root.
  package static func normalised(_ path: String) -> String? {
    var names: [Substring] = []
    for name in path.split(separator: "/") {
      switch name {
      case ".": continue
      case "..":
        guard names.popLast() != nil else { return nil }
      default: names.append(name)
      }
    }
    return names.joined(separator: "/")
  }
}
