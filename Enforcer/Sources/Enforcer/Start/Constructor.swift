import CEnforcerSystem

/// Run by the dynamic linker before the program's own constructors.
@section(".init_array") @used let start: @convention(c) () -> Void = {
  startEnforcer()
}

/// Leaves the program alone, and unhooked, where anything needed is missing.
func startEnforcer() {
  guard environment_variable_list()?.pointee != nil, let library = findCLibrary() else { return }
  State.library = library
  State.errorPlace = library.function("__errno_location")
  guard findOwnPath() else { return }
  let request = readContext()
  PolicyFile.load()
  if State.policy != nil || State.policyProblem != nil { allocateSharedState(request) }
  // Before the variables change: without the patch, what the C library executes itself needs them in their place,
  // unless nothing is blocked, when not even that may be seen.
  if State.policy != nil { State.isPatched = Patch.apply(to: library) }
  StartEnvironment.prepare(keepsOwn: (State.policy?.blocksAnything ?? false) && !State.isPatched)
  startEvents()
  startHooks()
  if let problem = State.policyProblem, State.isRootImage, !State.isExecutedByHook {
    var event = Event(.enforcer, .policyUnusable, .alerted)
    event.detail = Text(problem.text)
    report(event)
  }
  guard let policy = State.policy else { return }
  findLoader()
  if State.isRootImage {
    if policy.usesKernelLayer { startKernelLayer() }
    if policy.announcesStart, !State.isExecutedByHook { report(Event(.enforcer, .started, .observed)) }
  } else if !State.isExecutedByHook {
    Gate.judge(policy)
  }
}

/// - Returns: The request that is being worked on, empty when there is none.
private func readContext() -> Text {
  let process = currentProcess()
  let context = StartEnvironment.readContext()
  State.rootProcess = context?.rootProcess ?? process
  State.isRootImage = State.rootProcess == process
  State.isExecutedByHook = context.map { $0.describes(process) } ?? false
  State.isServing = context?.isServing ?? false
  if let context, !context.policyName.isEmpty { State.keepPolicyName(context.policyName) }
  return context?.request ?? Text("")
}

/// - Parameter request: What is being worked on, as the parent knew it.
private func allocateSharedState(_ request: Text) {
  guard let pages = allocatePages(MemoryLayout<SharedState>.size, shared: true) else { return }
  State.shared = pages.assumingMemoryBound(to: SharedState.self)
  // The identifier is the first field; the last byte stays NUL.
  var writer = ByteWriter(start: pages.assumingMemoryBound(to: UInt8.self), capacity: 63)
  writer.append(request)
}

/// The dynamic linker knows by which path it loaded the library.
private func findOwnPath() -> Bool {
  _ = visit_objects(
    { object, _, _ in
      guard object.pointee.base == own_base() else { return 0 }
      State.ownPath = Text(terminated: object.pointee.name, limit: pathLimit)
      return 1
    }, nil)
  return State.ownPath[0] == slash && State.ownPath.count < 512
}

/// Which file the dynamic linker is, from the main program's own header.
private func findLoader() {
  _ = visit_objects(
    { object, _, _ in
      for index in 0..<Int(object.pointee.program_header_count) {
        let header = object.pointee.program_headers[index]
        guard header.type == segment_interpreter,
          let path = UnsafeRawPointer(bitPattern: UInt(object.pointee.base &+ header.address)),
          let status = status(of: path, in: at_current_directory)
        else { continue }
        State.loaderInode = status.ino
        State.loaderSize = status.size
      }
      // The first object is the program.
      return 1
    }, nil)
}
