/// How a call of a library says which program it starts.
enum StartForm: Hashable, Sendable {
  /// A command line for a shell, at a position or under a name.
  case commandLine(Int, String?)
  /// A program, or a list that begins with it; a shell where `shell` is true.
  case list(Int, String?)
  /// The program alone; its arguments follow. Options with `shell` may stand at the positions.
  case program(Int, options: [Int])
  /// The function's own interpreter, with a file of the program.
  case interpreter

  /// By the canonical path of the callee; `nil` for a call that starts nothing.
  static func of(_ callee: String) -> StartForm? { table[callee] }

  private static let table: [String: StartForm] = {
    var result: [String: StartForm] = [:]
    for (form, names) in rows {
      for name in names.split(whereSeparator: \.isWhitespace) { result[String(name)] = form }
    }
    return result
  }()

  /// From the references of the standard libraries and of the packages.
  private static let rows: [(StartForm, String)] = [
    (
      .commandLine(0, "command"),
      """
      os.system os.popen subprocess.getoutput subprocess.getstatusoutput commands.getoutput
      commands.getstatusoutput popen2.popen2 popen2.popen3 asyncio.create_subprocess_shell
      asyncio.subprocess.create_subprocess_shell invoke.run fabric.api.local child_process.exec
      child_process.execSync shelljs.exec shelljs.default.exec execa.command execa.commandSync
      execa.execaCommand execa.execaCommandSync child-process-promise.exec promisify-child-process.exec
      node-cmd.run node-cmd.get node-cmd.runSync shell-exec await-exec cp-promise.exec async-exec
      """
    ),
    // These split their line themselves: no shell, and the first word is the program.
    (.list(0, "command"), "pexpect.run pexpect.runu pexpect.spawn pexpect.spawnu envoy.run delegator.run"),
    (
      .list(0, "args"),
      "subprocess.run subprocess.call subprocess.check_call subprocess.check_output subprocess.Popen pty.spawn"
    ),
    (
      .program(0, options: []),
      """
      os.execl os.execle os.execlp os.execlpe os.execv os.execve os.execvp os.execvpe os.posix_spawn
      os.posix_spawnp asyncio.create_subprocess_exec asyncio.subprocess.create_subprocess_exec
      """
    ),
    (
      .program(1, options: []),
      "os.spawnl os.spawnle os.spawnlp os.spawnlpe os.spawnv os.spawnve os.spawnvp os.spawnvpe"
    ),
    (
      .program(0, options: [1, 2]),
      """
      child_process.spawn child_process.spawnSync child_process.execFile child_process.execFileSync
      cross-spawn cross-spawn.sync cross-spawn.spawn execa execa.execa execa.execaSync execa.sync
      child-process-promise.spawn child-process-promise.execFile promisify-child-process.spawn
      promisify-child-process.execFile node-pty.spawn tinyexec.x nano-spawn spawn-rx.spawn
      """
    ),
    (
      .interpreter,
      """
      child_process.fork cluster.fork multiprocessing.Process multiprocessing.Pool multiprocessing.pool.Pool
      multiprocessing.get_context().Process multiprocessing.get_context().Pool
      concurrent.futures.ProcessPoolExecutor concurrent.futures.process.ProcessPoolExecutor os.fork
      """
    ),
  ]
}
