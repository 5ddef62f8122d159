import CEnforcerSystem

typealias Words = UnsafePointer<UnsafePointer<CChar>?>

/// Starts a runtime with the library loaded.
///
/// - Parameter stack: As the kernel leaves it: the number of arguments, the arguments, nil, the environment, nil.
@c(launch)
public func launch(_ stack: UnsafePointer<Int>) -> Never {
  let arguments = UnsafeRawPointer(stack + 1).assumingMemoryBound(to: UnsafePointer<CChar>?.self)
  let environment = arguments + (stack.pointee &+ 1)
  State.rootProcess = currentProcess()
  State.isRootImage = true
  guard let layout = Layout.find() else {
    complain("parapet: /proc/self/exe cannot be read, so the library cannot be found\n")
    endProcess(status: 126)
  }
  guard let program = Program(arguments, environment, layout) else {
    complain("usage: launch PROGRAM [ARGUMENT...]\n")
    endProcess(status: 64)
  }
  State.ownPath = layout.library
  if let name = value(of: "PARAPET_POLICY", in: environment) { State.keepPolicyName(name) }
  PolicyFile.load()
  guard status(of: layout.library.start, in: at_current_directory) != nil else {
    reportMissingLibrary()
    program.execute(environment)
  }
  if layout.isBootstrap, let policy = State.policy, policy.usesKernelLayer {
    startKernelLayer(started: program.path)
  }
  program.execute(LaunchEnvironment.make(from: environment))
}

/// Without the library nothing can be protected: the runtime starts all the same, unless the layer forbids that.
private func reportMissingLibrary() {
  startEvents()
  var event = Event(.enforcer, .policyUnusable, .alerted)
  event.detail = Text("the library is not where the launcher is")
  report(event)
  guard PolicyFile.failsClosed else { return }
  complain("parapet: the function does not start unprotected\n")
  endProcess(status: 126)
}

/// A variable of the environment that the launcher was given.
func value(of name: StaticString, in environment: Words) -> Text? {
  let wanted = Text(name)
  var index = 0
  while let entry = environment[index] {
    index &+= 1
    let text = Text(terminated: UnsafeRawPointer(entry))
    if text[wanted.count] == UInt8(ascii: "="), text.hasPrefix(wanted) {
      return text.dropping(wanted.count &+ 1)
    }
  }
  return nil
}

func complain(_ message: StaticString) {
  _ = systemCall(number_write, 2, address(message.utf8Start), message.utf8CodeUnitCount)
}
