internal import FindingModel
internal import Glibc

extension PreparedRuntime {
  /// Java through a client of ours, which is compiled when it is first needed.
  static func java(
    _ function: LabFunction, interpreter: String?, places: SandboxPlaces, folder: TemporaryFolder
  ) throws(LabError) -> PreparedRuntime {
    let wanted = function.runtime
    guard let program = interpreter ?? HostProgram.find(["java"]), let real = FileSystem.realPath(program)
    else {
      throw .interpreterMissing(.java, wanted: wanted.description)
    }
    let home = real.parentFolder.parentFolder
    let version = version(inHome: home) ?? "of unknown version"
    let classes = try JavaClasses(home: home, version: version).folder(orIn: folder)
    // As the platform starts it: a small heap's collector, and no compiler that needs long to pay off.
    let flags = [
      "-XX:MaxHeapSize=\(function.memory * 1024 * 85 / 100)k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
      "-Xshare:auto",
    ]
    let path = [
      "\(places.runtime)/java", places.task, "\(places.task)/lib/*", "\(places.layers)/java/lib/*",
    ].joined(separator: ":")
    var runtime = PreparedRuntime(
      [real] + flags + ["-cp", path, JavaClient.mainClass], description: "Java \(version)")
    runtime.noteVersion(version, of: wanted)
    runtime.reachable = [home]
    runtime.programs = [("java", real)]
    runtime.files = [("java", .existing(classes))]
    return runtime
  }

  /// From the file that every Java has in its home.
  private static func version(inHome home: String) -> String? {
    // A Java without it runs as well; only its version stays unknown.
    guard let bytes = try? FileSystem.read("\(home)/release", limit: 1 << 20) else { return nil }
    let line = String(decoding: bytes, as: UTF8.self).split(separator: "\n").first {
      $0.hasPrefix("JAVA_VERSION=")
    }
    return line?.split(separator: "\"").dropFirst().first.map(String.init)
  }
}

/// The compiled client, kept for the next run in the user's folder for such things.
private struct JavaClasses {
  let home: String
  let version: String

  func folder(orIn temporary: TemporaryFolder) throws(LabError) -> String {
    guard let cache = Self.cacheFolder else { return try compile(in: temporary) }
    let hash = StableHash.hexadecimal(of: JavaClient.files.map(\.text))
    let kept = "\(cache)/java-\(version)-\(hash)"
    if FileSystem.isFile("\(kept)/parapet/Bootstrap.class") { return kept }
    let part = "\(kept).\(temporary.path.lastPathPart)"
    // Where nothing can be kept, the classes serve this run alone.
    guard (try? FileSystem.makeFolder(part)) != nil else { return try compile(in: temporary) }
    defer { FileSystem.removeFolder(part) }
    let compiled = try compile(in: temporary, to: part)
    // In one step, so that nobody finds half of it. Another run may have been faster.
    guard rename(compiled, kept) == 0 || FileSystem.isFolder(kept) else { return try compile(in: temporary) }
    return kept
  }

  /// - Parameter folder: Where the classes go, instead of the temporary folder.
  private func compile(
    in temporary: TemporaryFolder, to folder: String? = nil
  ) throws(LabError) -> String {
    let compiler = "\(home)/bin/javac"
    guard FileSystem.isExecutable(compiler) else {
      throw .noCompiler(
        reason: "there is none at \(compiler). On Debian: apt-get install default-jdk-headless")
    }
    let sources = try temporary.makeFolder("java-sources")
    for (name, text) in JavaClient.files { try FileSystem.write(Array(text.utf8), to: "\(sources)/\(name)") }
    let classes: String
    if let folder { classes = folder } else { classes = try temporary.makeFolder("java") }
    let paths = JavaClient.files.map { "\(sources)/\($0.name)" }
    // Without these the compiler would look into the current folder, which may be the function's, and run what
    // declares itself an annotation processor there: outside the sandbox.
    let options = ["-nowarn", "-proc:none", "-implicit:none", "-classpath", classes, "-d", classes]
    guard let outcome = HostProgram.run(compiler, options + paths), outcome.status == 0
    else {
      throw .noCompiler(reason: "\(compiler) does not compile the client")
    }
    return classes
  }

  private static var cacheFolder: String? {
    func variable(_ name: String) -> String? {
      getenv(name).map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil }
    }
    return (variable("XDG_CACHE_HOME") ?? variable("HOME").map { $0 + "/.cache" }).map { $0 + "/parapet/lab" }
  }
}
