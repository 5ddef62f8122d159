/// How one runtime is started: its program, the files that the platform would have, and what it must reach.
struct PreparedRuntime: Sendable {
  enum File: Sendable {
    case text(String)
    case executable(String)
    /// A file or folder of the system.
    case existing(String)
  }

  /// Program and arguments; paths below ``SandboxPlaces/runtime`` as the platform has them.
  var arguments: [String]
  /// By their names in `/var/runtime`.
  var files: [(name: String, content: File)] = []
  /// Folders of the system that have to be visible.
  var reachable: [String] = []
  /// Names in `/var/lang/bin` and the programs that they stand for.
  var programs: [(name: String, path: String)] = []
  /// Variables that the platform sets for this runtime; a template may override them.
  var variables: [String: String] = [:]
  /// What of it is not as on the platform: sentences for the user.
  var notes: [String] = []
  /// What really runs, `Python 3.11.7`.
  var description: String

  init(_ arguments: [String], description: String) {
    self.arguments = arguments
    self.description = description
  }
}

extension PreparedRuntime {
  /// - Parameters:
  ///   - interpreter: The program that the user chose.
  ///   - places: Where the function will find its parts.
  ///   - layers: The folder that will be there as `/opt`.
  ///   - folder: For what has to be made first, such as compiled classes.
  static func prepare(
    _ function: LabFunction, interpreter: String?, places: SandboxPlaces, layers: String,
    folder: TemporaryFolder
  ) throws(LabError) -> PreparedRuntime {
    let interpreter = try interpreter.map(HostProgram.named)
    return switch function.runtime.family {
    case .python: try python(function, interpreter: interpreter, places: places)
    case .node: try node(function, interpreter: interpreter, places: places)
    case .java: try java(function, interpreter: interpreter, places: places, folder: folder)
    case .ruby: try ruby(function, interpreter: interpreter, places: places)
    case .custom: try custom(function, places: places, layers: layers)
    }
  }

  /// Says that another version runs than the function asks for.
  mutating func noteVersion(_ version: String, of runtime: RuntimeName) {
    guard version != runtime.version, !version.hasPrefix(runtime.version + ".") else { return }
    notes.append("\(runtime) is not installed; the function runs in \(description)")
  }
}
