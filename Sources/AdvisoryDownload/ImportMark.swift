internal import Glibc

/// Notes beside a fetched file that a database has taken it in, so that an unchanged file is not read again.
///
/// A note holds the state of the file and that of the database: after either has changed in any other way, it does
/// not count.
package enum ImportMark {
  package static func isCurrent(_ file: FetchedFile, in database: String) -> Bool {
    guard file.isUnchanged, let text = text(for: file, in: database) else { return false }
    return FileSystem.text(of: path(of: file)) == text
  }

  /// A note that cannot be written only costs reading the file once more.
  package static func set(_ file: FetchedFile, in database: String) {
    guard let text = text(for: file, in: database) else { return }
    do throws(DownloadError) {
      try FileSystem.write(text, to: path(of: file))
    } catch {
      FileSystem.remove(path(of: file))
    }
  }

  private static func path(of file: FetchedFile) -> String { file.path + ".imported" }

  /// `nil` if either is not there.
  private static func text(for file: FetchedFile, in database: String) -> String? {
    guard let first = identity(of: file.path), let second = identity(of: database) else { return nil }
    return first + "\n" + second + "\n"
  }

  private static func identity(of path: String) -> String? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return "\(path) \(status.st_ino) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
  }
}
