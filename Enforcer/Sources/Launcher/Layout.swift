import CEnforcerSystem

/// Where the launcher is and what it was called as.
struct Layout {
  /// Of the library, with NUL.
  let library: Text
  /// Whether the launcher stands in for the program of a custom runtime.
  let isBootstrap: Bool

  #if arch(arm64)
    private static let architecture: StaticString = "aarch64"
  #else
    private static let architecture: StaticString = "x86_64"
  #endif

  static func find() -> Layout? {
    let link: StaticString = "/proc/self/exe"
    guard let pages = allocatePages(2 &* pathLimit) else { return nil }
    let buffer = pages.assumingMemoryBound(to: UInt8.self)
    guard let own = readLink(link.utf8Start, into: buffer, capacity: pathLimit) else { return nil }
    let isBootstrap = own.lastComponent == "bootstrap"
    var path = ByteWriter(start: buffer + pathLimit, capacity: pathLimit)
    path.append(own.prefix(own.lastIndex(of: slash) ?? 0))
    if isBootstrap {
      path.append("/parapet/")
      path.append(architecture)
    }
    path.append("/libparapet.so")
    path.terminate()
    return path.overflowed ? nil : Layout(library: path.text, isBootstrap: isBootstrap)
  }
}
