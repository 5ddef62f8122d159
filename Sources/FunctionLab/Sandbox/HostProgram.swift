internal import CLab
internal import Glibc

/// Runs a program of the system and reads what it prints.
enum HostProgram {
  struct Outcome {
    let status: Int32
    let output: String
  }

  /// Bytes of output that are read; the questions asked have short answers.
  private static let outputLimit = 1 << 20

  /// - Parameter path: Absolute.
  /// - Returns: `nil` if it could not be run.
  static func run(_ path: String, _ arguments: [String]) -> Outcome? {
    var ends: [Int32] = [-1, -1]
    guard clab_pipe(&ends) == 0 else { return nil }
    defer { close(ends[0]) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // The lab itself lets a thread wait for signals; other programs shall take them as usual.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    var ignored = sigset_t()
    sigemptyset(&ignored)
    sigaddset(&ignored, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &ignored)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    let memory = CStringTable()
    var process: pid_t = 0
    let problem = posix_spawn(&process, path, &actions, &attributes, memory.list([path] + arguments), environ)
    close(ends[1])
    guard problem == 0 else { return nil }
    // Output beyond the limit is no answer to what was asked.
    let bytes = (try? FileSystem.read(ends[0], path: path, limit: outputLimit)) ?? []
    var status: Int32 = 0
    waitpid(process, &status, 0)
    return Outcome(status: status, output: String(decoding: bytes, as: UTF8.self))
  }

  /// A program as the user names it: by a path, or by its name on PATH.
  static func named(_ name: String) throws(LabError) -> String {
    let path = name.contains("/") ? FileSystem.absolutePath(name) : find([name])
    guard let path, FileSystem.isExecutable(path) else {
      throw .unusable(path: name, reason: "there is no such program that can be executed")
    }
    return path
  }

  /// The first of these names on PATH that can be executed.
  static func find(_ names: [String]) -> String? { findAll(names).first }

  /// All of them: the first may be a script that chooses among versions and has none to choose.
  static func findAll(_ names: [String]) -> [String] {
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
    let folders = path.split(separator: ":").map(String.init)
    return names.flatMap { name in
      folders.map { "\($0)/\(name)" }.filter(FileSystem.isExecutable)
    }
  }
}
