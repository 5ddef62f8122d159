import CEnforcerSystem

public typealias StringList = UnsafePointer<UnsafePointer<CChar>?>

@c(execve)
public func hookedExecve(
  _ path: UnsafePointer<CChar>?, _ arguments: StringList?, _ environment: StringList?
) -> Int32 {
  Int32(
    truncatingIfNeeded: answer(
      systemCall(number_execve, address(path), address(arguments), address(environment))))
}
