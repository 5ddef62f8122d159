internal import Glibc

/// Fills a folder, never leaving it: what came first may have made a symbolic link of a name that comes again.
struct FolderBuilder {
  let root: String
  private var bytesLeft: Int
  private var entriesLeft: Int

  /// Bytes of code and layers together, as the platform counts them.
  static let byteLimit = 250 << 20
  static let entryLimit = 100_000

  /// - Parameter root: An empty folder.
  init(_ root: String, byteLimit: Int = Self.byteLimit, entryLimit: Int = Self.entryLimit) {
    self.root = root
    bytesLeft = byteLimit
    entriesLeft = entryLimit
  }

  /// - Parameter path: Relative, without `.` and `..`.
  mutating func write(_ bytes: [UInt8], to path: String, isExecutable: Bool) throws(LabError) {
    try count(path)
    bytesLeft -= bytes.count
    guard bytesLeft >= 0 else {
      throw .unusable(path: path, reason: "code and layers have more than \(Self.byteLimit) bytes in all")
    }
    try makeFolders(above: path)
    remove(path)
    try FileSystem.write(bytes, to: "\(root)/\(path)", mode: isExecutable ? 0o755 : 0o644)
  }

  /// Copies what is in a folder over what is there; links stay links.
  mutating func copy(_ folder: String, below prefix: String = "") throws(LabError) {
    for name in FileSystem.names(in: folder) {
      let (source, path) = ("\(folder)/\(name)", prefix + name)
      if let text = FileSystem.linkText(source) {
        try count(path)
        try makeFolders(above: path)
        remove(path)
        guard symlink(text, "\(root)/\(path)") == 0 else {
          throw .unusable(path: path, reason: FileSystem.reason)
        }
      } else if FileSystem.isFolder(source) {
        try count(path)
        try makeFolders(above: path + "/")
        try copy(source, below: path + "/")
      } else if FileSystem.isFile(source) {
        let bytes = try FileSystem.read(source, limit: max(bytesLeft, 0))
        try write(bytes, to: path, isExecutable: FileSystem.isExecutable(source))
      }
    }
  }

  private mutating func count(_ path: String) throws(LabError) {
    entriesLeft -= 1
    guard entriesLeft >= 0 else {
      throw .unusable(path: path, reason: "code and layers have more than \(Self.entryLimit) files")
    }
  }

  /// Folders of the path up to its last slash; a link or file in their place gives way.
  private func makeFolders(above path: String) throws(LabError) {
    var folder = root
    for part in path.split(separator: "/", omittingEmptySubsequences: false).dropLast() {
      folder += "/\(part)"
      if FileSystem.linkText(folder) != nil || FileSystem.isFile(folder) { unlink(folder) }
      try FileSystem.makeFolder(folder)
    }
  }

  private func remove(_ path: String) {
    let place = "\(root)/\(path)"
    if FileSystem.linkText(place) == nil, FileSystem.isFolder(place) {
      FileSystem.removeFolder(place)
    } else {
      unlink(place)
    }
  }
}
