internal import Documents
internal import FindingModel
internal import Synchronization
internal import TemplateLoaders

/// The scanned folder as templates see it: files below the root, and nothing else.
final class ScannedTree: TemplateFiles {
  private let tree: FileTree
  private let fileLimit: Int
  /// The files that each file asked for.
  private let asked = Mutex<[String: Set<String>]>([:])

  init(_ tree: FileTree, fileLimit: Int = DocumentLimits.standard.bytes) {
    self.tree = tree
    self.fileLimit = fileLimit
  }

  var askedPaths: Set<String> { asked.withLock { $0.values.reduce(into: []) { $0.formUnion($1) } } }

  /// Those of the files that are part of another one, so that they are not judged a second time on their own.
  ///
  /// Of files that ask for each other in a circle one stays: none of them is part of anything else, and what
  /// they hold must not vanish.
  func included(among paths: [String]) -> Set<String> {
    let asked = asked.withLock { $0 }
    let inOthers = asked.reduce(into: Set<String>()) { $0.formUnion($1.value.subtracting([$1.key])) }
    let tops = paths.filter { !inOthers.contains($0) }.sorted()
    var included: Set<String> = []
    var done: Set<String> = []
    for top in tops + paths.filter(inOthers.contains).sorted() where done.insert(top).inserted {
      var waiting = [top]
      while let file = waiting.popLast() {
        for part in asked[file] ?? [] where done.insert(part).inserted {
          included.insert(part)
          waiting.append(part)
        }
      }
    }
    return included
  }

  /// A file of the tree itself, which nobody asked for.
  func bytes(of path: String, limit: Int) throws(FileAccess.Failure) -> [UInt8] {
    try tree.read(path, limit: limit)
  }

  func read(_ path: String, from file: String) throws(TemplateFileError) -> (bytes: [UInt8], path: String) {
    guard let relative = Self.normalised(path, from: file) else { throw .outsideTree(path: path) }
    let bytes: [UInt8]
    do {
      bytes = try tree.read(relative, limit: fileLimit)
    } catch {
      switch error {
      case .missing: throw .missing(path: path)
      case .outside: throw .outsideTree(path: path)
      case .tooLarge: throw .tooLarge(path: path, limit: fileLimit)
      case .notRegular, .system: throw .unreadable(path: path, reason: error.description)
      }
    }
    asked.withLock { _ = $0[file, default: []].insert(relative) }
    return (bytes, relative)
  }

  /// The path relative to the root; `nil` if `..` leads out of it, or if it is absolute.
  static func normalised(_ path: String, from file: String) -> String? {
    if path.hasPrefix("/") || path.hasPrefix("~") || path.utf8.contains(0) { return nil }
    var segments = file.split(separator: "/").dropLast().map(String.init)
    for segment in path.split(separator: "/") {
      switch segment {
      case ".": continue
      case "..":
        if segments.isEmpty { return nil }
        segments.removeLast()
      default: segments.append(String(segment))
      }
    }
    return segments.joined(separator: "/")
  }
}
