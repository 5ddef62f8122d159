internal import Glibc

/// Puts together what a function's sandbox consists of, and starts it.
struct SandboxBuilder {
  struct Built {
    let sandbox: Sandbox
    let isolation: Isolation
    let runtime: PreparedRuntime
    let log: LogPipe
    let notes: [String]
  }

  private var function: LabFunction
  private let options: LabOptions
  private let folder: TemporaryFolder

  init(_ function: LabFunction, options: LabOptions, folder: TemporaryFolder) {
    self.function = function
    self.options = options
    self.folder = folder
  }

  func build(onLine: @escaping @Sendable (LogLine) -> Void) throws(LabError) -> Built {
    var builder = self
    if let text = function.inlineCode, let name = function.inlineFile {
      builder.function.code = try folder.makeFolder("code")
      try FileSystem.write(Array(text.utf8), to: "\(builder.function.code)/\(name)")
    } else {
      builder.function.code = try LayerFolder.code(function.code, in: folder)
    }
    return try builder.buildUnpacked(onLine: onLine)
  }

  private func buildUnpacked(onLine: @escaping @Sendable (LogLine) -> Void) throws(LabError) -> Built {
    let layers = try LayerFolder.merged(function.layers, archive: function.enforcerLayer, in: folder)
    let root = try folder.makeFolder("root")
    let log = try LogPipe(onLine: onLine)
    do throws(LabError) {
      var obstacle = options.hasNoNamespaces ? "they were turned off" : nil
      for isolation in isolations {
        let listener = try RuntimeListener(inOwnNetwork: isolation.hasOwnNetwork)
        log.give(to: isolation)
        let (order, runtime) = try isolated(
          isolation, layers: layers, root: root, output: log.writingEnd, listener: listener)
        do throws(Sandbox.Obstacle) {
          return built(try Sandbox(order), isolation, runtime, log, layers: layers)
        } catch {
          listener.close()
          // The reason of the way that is tried first is the one that a user can do something about.
          obstacle = obstacle ?? error.reason
        }
      }
      let isolation = Isolation(
        hasNamespaces: false, hasOwnUsers: false, hasOwnNetwork: false, isLambdaLike: options.isLambdaLike,
        user: nil, obstacle: obstacle)
      let listener = try RuntimeListener(inOwnNetwork: false)
      let (order, runtime) = try open(
        isolation, layers: layers, root: root, output: log.writingEnd, listener: listener)
      do throws(Sandbox.Obstacle) {
        return built(try Sandbox(order), isolation, runtime, log, layers: layers)
      } catch {
        listener.close()
        throw LabError.notStarted(reason: error.reason)
      }
    } catch {
      log.stop()
      throw error
    }
  }

  /// The ways to separate a sandbox, the best first: root may lack the right to the first, and have the second.
  private var isolations: [Isolation] {
    guard !options.hasNoNamespaces else { return [] }
    return (geteuid() == 0 ? [false, true] : [true]).map { hasOwnUsers in
      Isolation(
        hasNamespaces: true, hasOwnUsers: hasOwnUsers, hasOwnNetwork: options.hasNoNetwork,
        isLambdaLike: options.isLambdaLike, user: Sandbox.user, obstacle: nil)
    }
  }

  private func built(
    _ sandbox: Sandbox, _ isolation: Isolation, _ runtime: PreparedRuntime, _ log: LogPipe,
    layers: String
  ) -> Built {
    Built(
      sandbox: sandbox, isolation: isolation, runtime: runtime, log: log,
      notes: notes(runtime, isolation, layers: layers))
  }

  private func notes(_ runtime: PreparedRuntime, _ isolation: Isolation, layers: String) -> [String] {
    var notes = runtime.notes
    let reserved = Set(function.environment.map(\.name)).intersection(FunctionEnvironment.reserved).sorted()
    if !reserved.isEmpty {
      notes.append(
        "the platform sets \(reserved.joined(separator: ", ")) and refuses functions that do; the function's own "
          + "value is left out")
    }
    if FileSystem.isFolder("\(layers)/extensions") {
      notes.append("the extensions of its layers are not started")
    }
    if let obstacle = isolation.obstacle {
      notes.append(
        "the system gives the function no place of its own (\(obstacle)): it runs as you do, at the real places of "
          + "its files, and can read and write what you can")
      if options.hasNoNetwork { notes.append("--no-network has no effect without namespaces") }
    }
    return notes
  }

  // MARK: With namespaces

  private func isolated(
    _ isolation: Isolation, layers: String, root: String, output: Int32,
    listener: RuntimeListener
  ) throws(LabError) -> (Sandbox.Order, PreparedRuntime) {
    let places = SandboxPlaces.platform
    let runtime = try PreparedRuntime.prepare(
      function, interpreter: options.interpreter, places: places, layers: layers, folder: folder)
    var plan = MountPlan(root: root)
    let user = isolation.user ?? Sandbox.user
    plan.addSystem(
      userFile: try accounts(
        "passwd", "sbx_user1051:x:\(user):\(Sandbox.group)::/home/sbx_user1051:/sbin/nologin"),
      groupFile: try accounts("group", "sbx_user1051:x:\(Sandbox.group):"), emptyFile: try emptyFile())
    let reachable = runtime.reachable.filter { path in
      !["/usr", "/bin", "/lib"].contains { path == $0 || path.isBelow($0) }
    }
    plan.show(function.code, at: places.task, besides: reachable)
    plan.show(layers, at: places.layers, besides: reachable)
    for (name, content) in runtime.files {
      plan.show(try source(name, content), at: "\(places.runtime)/\(name)")
    }
    plan.addTemporaryFolder(megabytes: function.ephemeralStorage, user: user, group: Sandbox.group)
    for path in reachable { plan.reach(path) }
    for (name, path) in runtime.programs { plan.link(path, at: "/var/lang/bin/\(name)") }
    let environment = environment(of: runtime, places: places, listener: listener)
    return (
      Sandbox.Order(
        isolation: isolation, root: root, plan: plan, folder: places.task,
        arguments: wrapped(runtime.arguments, environment, layers: layers, places: places),
        environment: environment.lines, listener: listener, output: output),
      runtime
    )
  }

  /// The file of users or groups that the function sees: root and its own.
  private func accounts(_ name: String, _ line: String) throws(LabError) -> String {
    let root = name == "passwd" ? "root:x:0:0:root:/root:/bin/bash" : "root:x:0:"
    let path = "\(folder.path)/\(name)"
    try FileSystem.write(Array("\(root)\n\(line)\n".utf8), to: path)
    return path
  }

  private func emptyFile() throws(LabError) -> String {
    let path = "\(folder.path)/empty"
    try FileSystem.write([], to: path, mode: 0o600)
    return path
  }

  /// A runtime's file on the disk.
  private func source(_ name: String, _ content: PreparedRuntime.File) throws(LabError) -> String {
    let (text, mode): (String, mode_t)
    switch content {
    case .existing(let path): return path
    case .text(let content): (text, mode) = (content, 0o644)
    case .executable(let content): (text, mode) = (content, 0o755)
    }
    let path = try folder.makeFolder("runtime") + "/\(name)"
    try FileSystem.write(Array(text.utf8), to: path, mode: mode)
    return path
  }

  // MARK: Without

  private func open(
    _ isolation: Isolation, layers: String, root: String, output: Int32,
    listener: RuntimeListener
  ) throws(LabError) -> (Sandbox.Order, PreparedRuntime) {
    var places = SandboxPlaces(
      task: function.code, layers: layers, runtime: try folder.makeFolder("runtime"), interpreterFolder: nil)
    let runtime = try PreparedRuntime.prepare(
      function, interpreter: options.interpreter, places: places, layers: layers, folder: folder)
    places.interpreterFolder = runtime.programs.first?.path.parentFolder
    for (name, content) in runtime.files {
      let path = try source(name, content)
      if case .existing = content { symlink(path, "\(places.runtime)/\(name)") }
    }
    let environment = environment(of: runtime, places: places, listener: listener)
    return (
      Sandbox.Order(
        isolation: isolation, root: root, plan: MountPlan(root: root), folder: places.task,
        arguments: wrapped(runtime.arguments, environment, layers: layers, places: places),
        environment: environment.lines, listener: listener, output: output),
      runtime
    )
  }

  private func environment(
    of runtime: PreparedRuntime, places: SandboxPlaces, listener: RuntimeListener
  ) -> FunctionEnvironment {
    var environment = FunctionEnvironment(
      of: function, places: places, credentials: options.credentials, now: .now)
    environment.add(runtimeVariables: runtime.variables)
    environment.add(own: function.environment)
    environment.set("AWS_LAMBDA_RUNTIME_API", listener.address)
    if places.layers != SandboxPlaces.platform.layers { environment.set("PARAPET_LAB_LAYERS", places.layers) }
    return environment
  }

  /// Managed runtimes start through the program that `AWS_LAMBDA_EXEC_WRAPPER` names.
  private func wrapped(
    _ arguments: [String], _ environment: FunctionEnvironment, layers: String, places: SandboxPlaces
  ) -> [String] {
    guard function.runtime.isManaged, let wrapper = environment["AWS_LAMBDA_EXEC_WRAPPER"], !wrapper.isEmpty
    else { return arguments }
    return [wrapper.moved(from: SandboxPlaces.platform.layers, to: places.layers)] + arguments
  }
}

extension String {
  /// The same path in another folder, if it lies in this one.
  func moved(from old: String, to new: String) -> String {
    isBelow(old) ? new + dropFirst(old.count) : self
  }
}
