internal import ArgumentParser
internal import Glibc
internal import ReportWriters

/// Where a report goes: a file, or standard output.
struct OutputTarget {
  let path: String?

  /// The format that the file's ending names.
  var impliedFormat: ReportFormat? {
    guard let ending = path?.split(separator: ".").last?.lowercased(), path?.contains(".") == true else {
      return nil
    }
    return ending == "htm" ? .html : ending == "txt" ? .text : ReportFormat(rawValue: ending)
  }

  /// A file is written beside its final place and renamed, so that nobody reads half a report.
  func write(_ text: String) throws {
    try write { Descriptor.write(text, to: $0) }
  }

  func write(_ bytes: [UInt8]) throws {
    try write { Descriptor.write(bytes, to: $0) }
  }

  /// A file of the user's, with the rights that it has; a link stays one.
  func replace(with bytes: [UInt8]) throws {
    guard let path else { return }
    var status = stat()
    guard let real = realpath(path, nil), stat(real, &status) == 0 else { throw failure(path) }
    defer { free(real) }
    let target = String(cString: real)
    let temporary = target + ".part"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure(path) }
    let isComplete =
      Descriptor.write(bytes, to: descriptor) && fchmod(descriptor, status.st_mode & 0o7777) == 0
    // Who owns the file may be more than this user can set; the rights above are what counts.
    _ = fchown(descriptor, status.st_uid, status.st_gid)
    guard close(descriptor) == 0, isComplete, rename(temporary, target) == 0 else {
      let error = failure(path)
      unlink(temporary)
      throw error
    }
  }

  private func write(_ content: (Int32) -> Bool) throws {
    guard let path else {
      _ = content(STDOUT_FILENO)
      return
    }
    let temporary = path + ".part"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure(path) }
    let isComplete = content(descriptor)
    guard close(descriptor) == 0, isComplete, rename(temporary, path) == 0 else {
      let error = failure(path)
      unlink(temporary)
      throw error
    }
    StandardError.write("Wrote \(path)\n")
  }

  private func failure(_ path: String) -> ValidationError {
    let reason = String(cString: strerror(errno))
    return ValidationError("'\(path)' cannot be written: \(reason). Does its folder exist?")
  }
}
