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
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer.prefix(count) }
    return bytes
  }
}
