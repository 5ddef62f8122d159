/// What a program gave to the generic `syscall`.
public struct SystemCallArguments {
  var a, b, c, d, e, f: Int

  func pointer(_ value: Int) -> UnsafePointer<CChar>? { UnsafePointer(bitPattern: value) }
}
