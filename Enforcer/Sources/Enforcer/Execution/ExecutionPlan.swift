import CEnforcerSystem

/// How a program is to be executed, once it was decided.
struct ExecutionPlan {
  enum Way { case asGiven, canonical, descriptor }

  /// Number of the error that the program gets instead; 0 when it may go on.
  var error = 0
  var way = Way.asGiven
  /// Opened for its path only; -1 when there is none to close.
  var descriptor = -1
  var receivesCredentials = false
  /// Whether the library is to be loaded into the program.
  var injects = true
  /// Inode of what runs in the end, by which the child knows that it is what was judged.
  var image: UInt64 = 0
}

/// What a program asks the kernel to execute.
struct ExecutionRequest {
  var directory: Int = at_current_directory
  let path: UnsafePointer<CChar>
  let arguments: StringList?
  let environment: StringList?
  var flags: Int = 0

  /// - Parameter canonical: Receives the path with all links resolved, and a NUL.
  @inline(never)
  func plan(_ policy: Policy, _ canonical: UnsafeMutablePointer<UInt8>) -> ExecutionPlan {
    var plan = ExecutionPlan()
    // The kernel reads the path first, so that a bad pointer is its error and not our crash.
    let straight =
      flags == 0 && directory == at_current_directory ? StraightPath.open(path, flags: judgingFlags) : nil
    let descriptor = straight ?? openProgram()
    guard descriptor >= 0 else {
      // A full table of descriptors keeps the kernel from nothing; nor may it keep us where nothing is blocked.
      let isFull = descriptor == -error_file_limit || descriptor == -error_system_file_limit
      guard !isFull || policy.blocksAnything else { return plan }
      // What cannot be opened, such as a socket, cannot be executed either, and the kernel says so differently.
      plan.error = descriptor == -error_no_device_or_address ? error_access : -descriptor
      return plan
    }
    plan.descriptor = descriptor
    guard let status = status(in: descriptor) else {
      plan.error = error_access
      return plan
    }
    // A link that must not be followed, a folder or a device: the kernel refuses each with its own error.
    guard UInt32(status.mode) & mode_type == mode_regular else {
      plan.error = UInt32(status.mode) & mode_type == mode_link ? error_loop : error_access
      return plan
    }
    let given = Text(terminated: UnsafeRawPointer(path), limit: pathLimit)
    let known = straight != nil ? StraightPath.canonical(given, into: canonical) : nil
    guard let path = known ?? canonicalPath(of: descriptor, into: canonical) else {
      return planUnreadable(plan, given)
    }
    decide(given, path, status, policy, &plan)
    return plan
  }

  /// Whether the program is an open descriptor, and the path empty.
  private var isDescriptor: Bool { flags & at_empty_path != 0 && path[0] == 0 }

  private func openProgram() -> Int {
    guard !isDescriptor else {
      // A copy, so that closing it later closes none of the program's.
      return withDescriptorPath(directory) { openForJudging($0) }
    }
    return openForJudging(path, in: directory, flags & at_symlink_nofollow != 0 ? open_no_follow : 0)
  }

  private func planUnreadable(_ plan: ExecutionPlan, _ given: Text) -> ExecutionPlan {
    var verdict = ExecutionVerdict()
    verdict.add(.executables, .unreadable)
    verdict.report(given, arguments, nil)
    var plan = plan
    if verdict.isBlocked { plan.error = error_access }
    return plan
  }

  private func decide(
    _ given: Text, _ canonical: Text, _ status: file_status, _ policy: Policy, _ plan: inout ExecutionPlan
  ) {
    let isWritable = isWritable(canonical, policy)
    // The way from the launcher to the runtime.
    let isExempt = !State.isServing && !isWritable && status.nlink > 0 && isRootProcess()
    plan.receivesCredentials = isExempt
    withUnsafeTemporaryAllocation(byteCount: 32, alignment: 8) { buffer in
      guard let digest = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return }
      let file = Executable(
        descriptor: plan.descriptor, status: status, given: given, canonical: canonical, digest: digest)
      var verdict = ExecutionVerdict()
      verdict.image = status.ino
      if !isExempt {
        let listing = verdict.judge(file, policy)
        plan.receivesCredentials = listing.has(Listing.receivesCredentials)
      }
      plan.injects = judgeContent(file, &verdict, judges: !isExempt, policy)
      if !isExempt, let environment {
        verdict.judgeVariables(environment, receivesCredentials: plan.receivesCredentials, policy)
      }
      // Last, because it says least about what was tried.
      if !isExempt, State.rootProcess != currentProcess() { verdict.add(.childProcesses, .childProcess) }
      let hash = policy.isLearning ? file.hash() : nil
      verdict.report(canonical, arguments, hash)
      if policy.isLearning, verdict.decision == nil {
        reportObserved(canonical, hash)
      }
      let usesDecoy =
        !isExempt && !DecoyValues.allow(path: canonical, arguments: arguments, environment: environment)
      if verdict.isBlocked || usesDecoy { plan.error = error_access }
      plan.image = verdict.image
      plan.way = way(given, isWritable: isWritable, isScript: plan.image != status.ino, policy)
    }
  }

  private func reportObserved(_ canonical: Text, _ hash: UnsafePointer<UInt8>?) {
    guard Learning.isNew(.executables, canonical) else { return }
    var event = Event(.executables, .allowed, .observed, path: canonical)
    event.arguments = arguments
    event.hash = hash
    report(event)
  }

  /// Judges the interpreters of a script, or what an interpreter is asked to run.
  ///
  /// - Returns: Whether the library can, and shall, be loaded into what runs in the end.
  private func judgeContent(
    _ file: Executable, _ verdict: inout ExecutionVerdict, judges: Bool, _ policy: Policy
  ) -> Bool {
    var isForeign = false
    let isHookable = withPathBuffer { buffer in
      let header = ProgramHeader(of: file.descriptor, into: buffer)
      if let interpreter = header.interpreter {
        return verdict.judgeInterpreter(interpreter, depth: 0, judges: judges, policy)
      }
      isForeign = header.isOfOtherSize
      return header.isHookable
    }
    if judges, let arguments {
      verdict.judgeScripts(file, arguments, policy)
      if isLoader(file) { verdict.judgeLoaded(arguments, policy) }
    }
    // Others only see a variable that they cannot use, and pass it on to those that can. Where nothing is blocked,
    // not even that may be seen. Linkers of other sizes complain on standard error.
    return isHookable || (policy.blocksAnything && !isForeign)
  }

  /// What was judged must be what runs, although links, names and the current folder may change meanwhile.
  private func way(_ given: Text, isWritable: Bool, isScript: Bool, _ policy: Policy) -> ExecutionPlan.Way {
    guard policy.blocksAnything else { return .asGiven }
    if isWritable { return .descriptor }
    if isDescriptor { return .asGiven }
    if passesWritable(given, policy) || given.hasPrefix(Text("/proc/")) || given.hasPrefix(Text("/dev/")) {
      return .canonical
    }
    // Scripts are told the name that they were called by; for them the race is left to whoever can already run code
    // in the process.
    return given[0] == slash || isScript ? .asGiven : .canonical
  }
}

extension ExecutionVerdict {
  /// As many as the kernel follows.
  private static let depthLimit = 4

  /// Judges the program that the first line of a script names.
  ///
  /// - Returns: Whether the library can be loaded into the program that runs in the end.
  @inline(never)
  mutating func judgeInterpreter(_ name: Text, depth: Int, judges: Bool, _ policy: Policy) -> Bool {
    guard depth < ExecutionVerdict.depthLimit else { return false }
    return withPathBuffer { buffer in
      var path = ByteWriter(start: buffer, capacity: pathLimit)
      path.append(name)
      path.terminate()
      let descriptor = openForJudging(buffer)
      guard descriptor >= 0 else { return false }
      defer { close(descriptor) }
      let isScript = judgeInterpreterFile(name, descriptor, judges: judges, policy)
      let header = ProgramHeader(of: descriptor, into: buffer)
      guard isScript, let next = header.interpreter else { return header.isHookable }
      return judgeInterpreter(next, depth: depth &+ 1, judges: judges, policy)
    }
  }

  /// - Returns: Whether it could be judged, so that looking further makes sense.
  @inline(never)
  private mutating func judgeInterpreterFile(
    _ name: Text, _ descriptor: Int, judges: Bool, _ policy: Policy
  ) -> Bool {
    guard let status = status(in: descriptor) else { return false }
    image = status.ino
    guard judges else { return true }
    return withPathBuffer { buffer in
      guard let canonical = canonicalPath(of: descriptor, into: buffer) else {
        add(.executables, .unreadable)
        return false
      }
      withUnsafeTemporaryAllocation(byteCount: 32, alignment: 8) { digest in
        guard let digest = digest.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return }
        _ = judge(
          Executable(
            descriptor: descriptor, status: status, given: name, canonical: canonical, digest: digest), policy
        )
      }
      return true
    }
  }

  /// Tells what was found, if anything was.
  func report(_ path: Text, _ arguments: StringList?, _ hash: UnsafePointer<UInt8>?) {
    guard let decision else { return }
    var event = Event(control, reason, decision, path: path)
    event.arguments = arguments
    event.detail = detail
    event.hash = hash
    Self.send(event)
  }

  private static func send(_ event: Event) { tell(event) }
}

/// ``report(_:)`` under a name that no method hides.
private func tell(_ event: Event) { report(event) }

/// Without waiting for the other end of a pipe, or becoming the master of a terminal.
private let judgingFlags = open_nonblocking | open_no_terminal

/// Opens a program to look at it, or, when it may be executed but not read, only its path.
private func openForJudging(
  _ path: UnsafeRawPointer, in directory: Int = at_current_directory, _ flags: Int = 0
) -> Int {
  let file = open(path, in: directory, flags: judgingFlags | flags)
  return file == -error_access ? open(path, in: directory, flags: open_path | flags) : file
}
