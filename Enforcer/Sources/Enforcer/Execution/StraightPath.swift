import CEnforcerSystem

/// Paths that lead through no link, which is what most programs are started by.
///
/// The kernel says so while it opens the file. Asking /proc afterwards costs five times as much in a process that was
/// just forked, whose entries there have to be made first, and taken away at its end.
enum StraightPath {
  /// Linux 5.6 and later; a sandbox may refuse the call as well.
  nonisolated(unsafe) private static var isKnown = true

  /// - Parameter path: May lead nowhere; the kernel reads it first.
  /// - Returns: nil when it leads through links, or when that cannot be said.
  @inline(never)
  static func open(_ path: UnsafeRawPointer, flags: Int) -> Int? {
    guard isKnown else { return nil }
    var how = open_how(
      flags: UInt64(truncatingIfNeeded: flags | open_close_on_exec), mode: 0, resolve: resolve_no_links)
    let result = withUnsafeMutablePointer(to: &how) { how in
      systemCall(
        number_openat2, at_current_directory, address(path), address(how), MemoryLayout<open_how>.size)
    }
    if result == -error_not_implemented || result == -error_permission { isKnown = false }
    return result >= 0 ? result : nil
  }

  /// A path that was opened so, as the canonical path that it is if it is absolute and normalized.
  ///
  /// - Returns: nil when it is neither, or too long.
  static func canonical(_ given: Text, into buffer: UnsafeMutablePointer<UInt8>) -> Text? {
    guard given.count < pathLimit, isNormalized(given) else { return nil }
    var writer = ByteWriter(start: buffer, capacity: pathLimit)
    writer.append(given)
    writer.terminate()
    return given
  }
}
