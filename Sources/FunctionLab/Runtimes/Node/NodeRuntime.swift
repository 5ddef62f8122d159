extension PreparedRuntime {
  /// Node.js through a client of ours: AWS's own is on the npm registry alone.
  static func node(
    _ function: LabFunction, interpreter: String?, places: SandboxPlaces
  ) throws(LabError) -> PreparedRuntime {
    let wanted = function.runtime
    guard let program = interpreter ?? HostProgram.find(["node", "nodejs"]) else {
      throw .interpreterMissing(.node, wanted: wanted.description)
    }
    // Its own word for where it is: what is on PATH may be a script that chooses among versions.
    let answer = HostProgram.run(program, ["-p", "process.execPath + '\\n' + process.versions.node"])
    let lines = answer?.output.split(separator: "\n").map(String.init) ?? []
    guard answer?.status == 0, lines.count == 2, lines[0].hasPrefix("/") else {
      throw .unusable(path: program, reason: "it does not answer as Node.js does")
    }
    let (executable, version) = (lines[0], lines[1])
    var runtime = PreparedRuntime(
      [executable, "\(places.runtime)/index.mjs"], description: "Node.js \(version)")
    runtime.noteVersion(version, of: wanted)
    // bin/node lies beside lib/node_modules.
    runtime.reachable = [executable.parentFolder.parentFolder]
    runtime.programs = [("node", executable)]
    runtime.files = NodeClient.files.map { ($0.name, .text($0.text)) }
    let major = version.prefix { $0 != "." }
    runtime.variables = [
      "NODE_PATH": [
        "\(places.layers)/nodejs/node\(major)/node_modules", "\(places.layers)/nodejs/node_modules",
        "\(places.runtime)/node_modules", places.runtime, places.task,
      ].joined(separator: ":")
    ]
    return runtime
  }
}
