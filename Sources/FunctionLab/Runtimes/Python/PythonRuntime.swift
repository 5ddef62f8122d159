extension PreparedRuntime {
  /// Python through AWS's own client where it is installed, else through a small one of ours.
  static func python(
    _ function: LabFunction, interpreter: String?, places: SandboxPlaces
  ) throws(LabError) -> PreparedRuntime {
    let wanted = function.runtime
    let python = try PythonInterpreter(wanted, chosen: interpreter)
    var runtime = PreparedRuntime(
      [python.executable, "\(places.runtime)/bootstrap.py"], description: "Python \(python.version)")
    runtime.noteVersion(python.version, of: wanted)
    runtime.reachable = python.folders
    runtime.programs = ["python3", "python\(python.shortVersion)", "python"].map { ($0, python.executable) }
    runtime.files = [("bootstrap.py", .text(PythonBootstrap.text))]
    if let packages = python.clientFolder {
      // Only the client and what it needs: the other packages of that place are not on the platform.
      for name in FileSystem.names(in: packages) where isPartOfClient(name) {
        runtime.files.append((name, .existing("\(packages)/\(name)")))
      }
    } else {
      runtime.notes.append(
        "awslambdaric, AWS's own runtime client, is not installed for \(python.executable), so a small client of "
          + "Parapet's runs the function; to have the real one: \(python.executable) -m pip install awslambdaric"
      )
    }
    // The platform's paths of modules, in its order, come from the bootstrap.
    runtime.variables = ["PYTHONPATH": places.runtime]
    return runtime
  }

  private static func isPartOfClient(_ name: String) -> Bool {
    ["awslambdaric", "simplejson", "snapshot_restore_py.py", "snapshot_restore_py"].contains(name)
      || (name.hasPrefix("runtime_client.") && name.hasSuffix(".so"))
  }
}

/// What a Python says of itself.
private struct PythonInterpreter {
  let executable: String
  let version: String
  let prefix: String
  let basePrefix: String
  /// Where `awslambdaric` is installed.
  let clientFolder: String?

  /// Its own, and that of the interpreter that a virtual environment was made with.
  var folders: [String] {
    let prefixes = prefix == basePrefix ? [prefix] : [prefix, basePrefix]
    let isInside = prefixes.contains { executable.isBelow($0) }
    return isInside ? prefixes : prefixes + [executable.parentFolder]
  }

  var shortVersion: String { version.split(separator: ".").prefix(2).joined(separator: ".") }

  // Without the user's own settings (-I); a virtual environment's packages are found all the same.
  private static let question = """
    import importlib.util, os, sys
    found = importlib.util.find_spec("awslambdaric")
    for line in (sys.executable, ".".join(map(str, sys.version_info[:3])), sys.prefix, sys.base_prefix,
                 os.path.dirname(os.path.dirname(found.origin)) if found and found.origin else ""):
        print(line)
    """

  /// The one that was chosen, else the first that answers.
  init(_ wanted: RuntimeName, chosen: String?) throws(LabError) {
    let candidates = chosen.map { [$0] } ?? HostProgram.findAll(["python\(wanted.version)", "python3"])
    var problem = LabError.interpreterMissing(.python, wanted: wanted.description)
    for candidate in candidates {
      do throws(LabError) {
        try self.init(candidate)
        return
      } catch {
        problem = error
      }
    }
    throw problem
  }

  private init(_ program: String) throws(LabError) {
    guard let outcome = HostProgram.run(program, ["-I", "-c", Self.question]) else {
      throw .unusable(path: program, reason: FileSystem.reason)
    }
    let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard outcome.status == 0, lines.count >= 5, lines[0].hasPrefix("/") else {
      throw .unusable(path: program, reason: "it does not answer as a Python 3 does")
    }
    executable = lines[0]
    version = lines[1]
    prefix = lines[2]
    basePrefix = lines[3]
    clientFolder = lines[4].isEmpty ? nil : lines[4]
  }
}
