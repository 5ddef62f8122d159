internal import Glibc

/// A private folder of one run, removed when the run ends.
final class TemporaryFolder {
  let path: String

  init() throws(LabError) {
    let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(base)/parapet-lab-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { $0.baseAddress.flatMap(mkdtemp) }
    guard let made else { throw .unusable(path: base, reason: FileSystem.reason) }
    let name = String(cString: made)
    path = FileSystem.realPath(name) ?? name
    LabInterruption.note(path)
  }

  func remove() {
    FileSystem.removeFolder(path)
    LabInterruption.forget(path)
  }

  func makeFolder(_ name: String) throws(LabError) -> String {
    try FileSystem.makeFolder("\(path)/\(name)")
    return "\(path)/\(name)"
  }
}
