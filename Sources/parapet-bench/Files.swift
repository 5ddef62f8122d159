internal import Glibc

/// Files below a folder, into memory.
enum Files {
  private static let depthLimit = 16

  static func read(_ folder: String, where isWanted: (String) -> Bool = { _ in true }, depth: Int = 0)
    -> [(path: String, bytes: [UInt8])]
  {
    guard depth < depthLimit, let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var found: [(path: String, bytes: [UInt8])] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard !name.hasPrefix(".") else { continue }
      let path = folder + "/" + name
      if entry.pointee.d_type == UInt8(DT_DIR) {
        found += read(path, where: isWanted, depth: depth + 1)
      } else if isWanted(path), let bytes = bytes(of: path) {
        found.append((path, bytes))
      }
    }
    return found
  }

  private static func bytes(of path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    return [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
      while count < buffer.count {
        let got = Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count)
        guard got > 0 else { return }
        count += got
      }
    }
  }
}
