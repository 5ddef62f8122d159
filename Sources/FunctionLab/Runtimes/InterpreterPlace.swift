/// Where the interpreter that runs a function lies on this machine; on the platform it is `/var/lang`.
package struct InterpreterPlace: Sendable {
  /// Folders that belong to it.
  package let folders: [String]
  /// Names that it has in `/var/lang/bin`, and the program that each stands for, without links.
  package let programs: [(name: String, path: String)]

  package init(of function: LabFunction, options: LabOptions) throws(LabError) {
    // A custom runtime brings what it needs.
    guard function.runtime.isManaged else {
      (folders, programs) = ([], [])
      return
    }
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let runtime = try PreparedRuntime.prepare(
      function, interpreter: options.interpreter, places: .platform, layers: "", folder: folder)
    folders = runtime.reachable
    programs = runtime.programs.map { ($0.name, FileSystem.realPath($0.path) ?? $0.path) }
  }
}
