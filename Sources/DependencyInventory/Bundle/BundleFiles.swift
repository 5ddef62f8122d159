/// Descriptors of a bundle that are read together, by their place.
struct BundleFiles: PackageFiles {
  private var files: [String: [UInt8]] = [:]
  private var size = 0
  private(set) var isFull = false

  /// - Returns: Whether there was room.
  mutating func add(_ path: String, _ bytes: [UInt8]) -> Bool {
    guard size + bytes.count <= BundleCollector.keptLimit else {
      isFull = true
      return false
    }
    size += bytes.count
    files[path] = bytes
    return true
  }

  func bytes(of path: String) -> [UInt8]? { files[path] }

  func contains(_ path: String) -> Bool { files[path] != nil }
}
