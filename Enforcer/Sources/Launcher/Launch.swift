import CEnforcerSystem

/// - Parameter stack: As the kernel leaves it: the number of arguments, the arguments, nil, the environment, nil.
@c(launch)
public func launch(_ stack: UnsafePointer<Int>) -> Never {
  let arguments = stack + 1
  let environment = arguments + (stack.pointee &+ 1)
  if stack.pointee > 1 {
    _ = systemCall(number_execve, arguments[1], address(arguments + 1), address(environment))
  }
  endProcess(status: 127)
}
