internal import CLab
internal import Glibc

/// The root that a function sees, step by step: parts of the system, its own code and layers, and nothing else.
struct MountPlan {
  /// Folder over which the root is mounted; it only has to exist.
  let root: String
  private(set) var steps: [(kind: clab_step_kind, source: String, target: String)] = []
  private var made: Set<String> = ["/"]
  /// Places where something of the system is shown with all below it.
  private var shown: [String] = []

  init(root: String) { self.root = root }

  /// Folders of the system that programs need; home folders and everything else stay outside.
  private static let system = [
    "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32", "/usr", "/etc", "/nix",
  ]
  private static let devices = ["null", "zero", "full", "random", "urandom"]

  /// Folders that the platform has and that are empty here.
  private static let empty = ["/home", "/root", "/run", "/mnt", "/srv", "/media", "/var/lang/bin"]

  /// What every function sees.
  mutating func addSystem(userFile: String, groupFile: String, emptyFile: String) {
    for path in Self.system {
      if let text = FileSystem.linkText(path) {
        take(CLAB_LINK, text, path)
        shown.append(path)
      } else if FileSystem.isFolder(path) {
        show(path, at: path)
      }
    }
    cover("/etc/passwd", with: userFile)
    cover("/etc/group", with: groupFile)
    // In a user namespace the function may be, to files, who owns them.
    for path in ["/etc/shadow", "/etc/gshadow"] { cover(path, with: emptyFile) }
    makeFolder("/dev")
    for name in Self.devices {
      take(CLAB_FILE, "", "/dev/\(name)")
      take(CLAB_DEVICE, "/dev/\(name)", "/dev/\(name)")
    }
    take(CLAB_LINK, "/proc/self/fd", "/dev/fd")
    for (index, name) in ["stdin", "stdout", "stderr"].enumerated() {
      take(CLAB_LINK, "/proc/self/fd/\(index)", "/dev/\(name)")
    }
    makeFolder("/proc")
    take(CLAB_PROCESSES, "", "/proc")
    for path in Self.empty { makeFolder(path) }
    reach("/sys/devices/system/cpu")
    reach("/var/lib/gems")
    // Where the system writes it at start-up, the entry in /etc is a link out of /etc.
    if let resolver = FileSystem.realPath("/etc/resolv.conf") { reach(resolver) }
  }

  mutating func addTemporaryFolder(megabytes: Int, user: UInt32, group: UInt32) {
    makeFolder("/tmp")
    take(CLAB_MEMORY, "size=\(megabytes)m,mode=755,uid=\(user),gid=\(group)", "/tmp")
  }

  /// Shows a file or folder of the system at a place of the function's.
  ///
  /// - Parameter besides: Paths that will be shown too; where they lie below the place, its entries are shown one by
  ///   one, because nothing can be added to a folder that is read-only.
  mutating func show(_ source: String, at target: String, besides: [String] = []) {
    let isCrowded = besides.contains { $0.isBelow(target) }
    guard FileSystem.isFolder(source), isCrowded || !FileSystem.isOpenToAll(source) else {
      if FileSystem.isFolder(source) { makeFolder(target) } else { makeFile(target) }
      take(CLAB_READ_ONLY, source, target)
      shown.append(target)
      return
    }
    // The private folder of some temporary place: its entries are for the function all the same.
    makeFolder(target)
    for name in FileSystem.names(in: source) { show(entry: name, of: source, at: target) }
  }

  private mutating func show(entry name: String, of source: String, at target: String) {
    if let text = FileSystem.linkText("\(source)/\(name)") {
      take(CLAB_LINK, text, "\(target)/\(name)")
    } else {
      show("\(source)/\(name)", at: "\(target)/\(name)")
    }
  }

  /// Shows a path of the system at its own place, unless it is there already.
  mutating func reach(_ path: String) {
    guard FileSystem.exists(path), !shown.contains(where: { path == $0 || path.isBelow($0) }) else { return }
    show(path, at: path)
  }

  mutating func link(_ text: String, at path: String) {
    makeFolder(path.parentFolder)
    take(CLAB_LINK, text, path)
  }

  /// Puts a file over one that a read-only folder shows.
  private mutating func cover(_ path: String, with file: String) {
    guard FileSystem.exists(path) else { return }
    take(CLAB_READ_ONLY, file, path)
  }

  private mutating func makeFolder(_ path: String) {
    guard made.insert(path).inserted else { return }
    makeFolder(path.parentFolder)
    take(CLAB_FOLDER, "", path)
  }

  private mutating func makeFile(_ path: String) {
    makeFolder(path.parentFolder)
    take(CLAB_FILE, "", path)
  }

  private mutating func take(_ kind: clab_step_kind, _ source: String, _ target: String) {
    steps.append((kind, source, root + target))
  }
}

extension String {
  /// Whether this absolute path lies below a folder.
  func isBelow(_ folder: String) -> Bool { folder == "/" || hasPrefix(folder + "/") }

  var parentFolder: String {
    guard let slash = lastIndex(of: "/"), slash > startIndex else { return "/" }
    return String(self[..<slash])
  }

  var lastPathPart: String { split(separator: "/").last.map(String.init) ?? self }
}
