internal import FindingModel

/// A place in the code where a program is started.
struct ProgramStart: Hashable, Sendable {
  /// Programs as written: names or paths, sorted.
  var programs: Set<String> = []
  /// Programs that are given to the dynamic loader.
  var throughLoader: Set<String> = []
  /// Whether a shell reads a command line.
  var usesShell = false
  /// Whether the code does not tell which program it is, or not all of them.
  var isOpen = false
  /// Who may put something into the command; `nil` for nobody outside.
  var influence: String?
  /// Whether the program is the function's own interpreter.
  var isOwnInterpreter = false
  let location: SourceLocation
  /// The call, for comments: `subprocess.run`.
  let callee: String

  init(callee: String, at location: SourceLocation) {
    self.callee = callee
    self.location = location
  }
}
