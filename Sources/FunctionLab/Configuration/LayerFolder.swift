internal import Archives
internal import FindingModel

/// Layers as folders: archives are unpacked, and several are merged as the platform merges them.
enum LayerFolder {
  /// One folder that is what `/opt` shall be; the last layer wins where two have the same file.
  ///
  /// - Parameter archive: One more layer, the last.
  static func merged(
    _ layers: [String], archive: [UInt8]?, in folder: TemporaryFolder
  ) throws(LabError) -> String {
    if layers.count == 1, archive == nil, let real = FileSystem.realPath(layers[0]), FileSystem.isFolder(real)
    {
      return real
    }
    var builder = FolderBuilder(try folder.makeFolder("layers"))
    for layer in layers {
      if FileSystem.isFolder(layer) {
        try builder.copy(layer)
      } else {
        try unpack(layer, with: &builder)
      }
    }
    if let archive { try unpack(.bytes(archive), named: "the enforcer's layer", with: &builder) }
    return builder.root
  }

  /// A folder of code: the path itself, or what its ZIP archive contains.
  static func code(_ path: String, in folder: TemporaryFolder) throws(LabError) -> String {
    if let real = FileSystem.realPath(path), FileSystem.isFolder(real) { return real }
    var builder = FolderBuilder(try folder.makeFolder("code"))
    try unpack(path, with: &builder)
    return builder.root
  }

  private static func unpack(_ archive: String, with builder: inout FolderBuilder) throws(LabError) {
    guard FileSystem.isFile(archive) else { throw .codeMissing(path: archive) }
    try unpack(.file(archive), named: archive, with: &builder)
  }

  private static func unpack(
    _ archive: ArchiveSource, named name: String, with builder: inout FolderBuilder
  ) throws(LabError) {
    var failure: LabError?
    let summary: ArchiveSummary
    do throws(ArchiveError) {
      summary = try ArchiveReader.visit(archive) { (entry, read) throws(ArchiveError) in
        guard failure == nil else { return }
        let bytes = try read()
        do throws(LabError) {
          try builder.write(bytes, to: entry.path, isExecutable: entry.isExecutable)
        } catch {
          failure = error
        }
      }
    } catch {
      throw .unusable(path: name, reason: "\(error)")
    }
    if let failure { throw failure }
    if let problem = summary.problems.first { throw .unusable(path: name, reason: "\(problem)") }
  }
}
