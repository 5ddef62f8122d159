internal import Archives
internal import FindingModel
internal import Glibc

/// Layers as folders: archives are unpacked, and several are merged as the platform merges them.
enum LayerFolder {
  /// Bytes of code and layers together, as the platform counts them.
  static let byteLimit = 250 << 20
  /// Files of one archive or merged folder.
  static let fileLimit = 100_000

  /// One folder that is what `/opt` shall be; the last layer wins where two have the same file.
  ///
  /// - Parameter archive: One more layer, the last.
  static func merged(
    _ layers: [String], archive: [UInt8]?, in folder: TemporaryFolder
  ) throws(LabError) -> String {
    if layers.count == 1, archive == nil, FileSystem.isFolder(layers[0]) { return layers[0] }
    let target = try folder.makeFolder("layers")
    var copy = FolderCopy(byteLimit: byteLimit, fileLimit: fileLimit)
    for layer in layers {
      if FileSystem.isFolder(layer) { try copy.add(layer, to: target) } else { try unpack(layer, to: target) }
    }
    if let archive { try unpack(.bytes(archive), named: "the enforcer's layer", to: target) }
    return target
  }

  /// A folder of code: the path itself, or what its ZIP archive contains.
  static func code(_ path: String, in folder: TemporaryFolder) throws(LabError) -> String {
    if FileSystem.isFolder(path) { return path }
    let target = try folder.makeFolder("code")
    try unpack(path, to: target)
    return target
  }

  private static func unpack(_ archive: String, to target: String) throws(LabError) {
    guard FileSystem.isFile(archive) else { throw .codeMissing(path: archive) }
    try unpack(.file(archive), named: archive, to: target)
  }

  private static func unpack(
    _ archive: ArchiveSource, named name: String, to target: String
  ) throws(LabError) {
    var failure: LabError?
    let limits = ArchiveLimits.standard
    do {
      let summary = try ArchiveReader.visit(archive, limits: limits) {
        (entry, read) throws(ArchiveError) in
        guard failure == nil else { return }
        let bytes = try read()
        let path = "\(target)/\(entry.path)"
        do throws(LabError) {
          try FileSystem.makeFolder(path.parentFolder)
          try FileSystem.write(bytes, to: path, mode: entry.isExecutable ? 0o755 : 0o644)
        } catch {
          failure = error
        }
      }
      if let problem = summary.problems.first { throw LabError.unusable(path: name, reason: "\(problem)") }
    } catch let error as LabError {
      throw error
    } catch {
      throw .unusable(path: name, reason: "\(error)")
    }
    if let failure { throw failure }
  }
}

/// Copies folders over one another, within bounds.
private struct FolderCopy {
  var byteLimit: Int
  var fileLimit: Int

  mutating func add(_ source: String, to target: String) throws(LabError) {
    try FileSystem.makeFolder(target)
    for name in FileSystem.names(in: source) {
      let (from, to) = ("\(source)/\(name)", "\(target)/\(name)")
      fileLimit -= 1
      guard fileLimit >= 0 else { throw .unusable(path: source, reason: "the layers have too many files") }
      if let text = FileSystem.linkText(from) {
        unlink(to)
        symlink(text, to)
      } else if FileSystem.isFolder(from) {
        try add(from, to: to)
      } else {
        let bytes = try FileSystem.read(from, limit: byteLimit)
        byteLimit -= bytes.count
        unlink(to)
        try FileSystem.write(bytes, to: to, mode: FileSystem.isExecutable(from) ? 0o755 : 0o644)
      }
    }
  }
}
