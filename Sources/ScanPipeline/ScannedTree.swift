internal import FindingModel
internal import Synchronization
internal import TemplateLoaders

/// The scanned folder as templates see it: files below the root, and nothing else.
final class ScannedTree: TemplateFiles {
  let root: String
  private let fileLimit: Int
  /// Every file that a template asked for, so that it is not scanned a second time on its own.
  private let asked = Mutex<Set<String>>([])

  init(root: String, fileLimit: Int = DocumentLimits.standard.bytes) {
    self.root = root
    self.fileLimit = fileLimit
  }

  var askedPaths: Set<String> { asked.withLock { $0 } }

  func read(_ path: String, from file: String) throws(TemplateFileError) -> (bytes: [UInt8], path: String) {
    guard let relative = Self.normalised(path, from: file) else { throw .outsideTree(path: path) }
    let absolute = root + "/" + relative
    guard let real = FileAccess.realPath(absolute) else { throw .missing(path: path) }
    guard real == root || real.hasPrefix(root == "/" ? "/" : root + "/") else { throw .outsideTree(path: path) }
    let bytes: [UInt8]
    do {
      bytes = try FileAccess.read(real, limit: fileLimit)
    } catch {
      switch error {
      case .missing: throw .missing(path: path)
      case .tooLarge: throw .tooLarge(path: path, limit: fileLimit)
      case .notRegular, .system: throw .unreadable(path: path, reason: error.description)
      }
    }
    asked.withLock { _ = $0.insert(relative) }
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
