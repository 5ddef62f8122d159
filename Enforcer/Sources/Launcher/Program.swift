import CEnforcerSystem

/// What the launcher becomes.
struct Program {
  private let arguments: Words

  /// - Returns: nil when nothing says what to start.
  init?(_ given: Words, _ environment: Words, _ layout: Layout) {
    guard given[0] != nil, let pages = Program.copy(given) else { return nil }
    if layout.isBootstrap {
      guard let handler = Program.handler(environment) else { return nil }
      pages[0] = handler
      arguments = UnsafePointer(pages)
    } else if let wrapper = value(of: "PARAPET_NEXT_WRAPPER", in: environment), !wrapper.isEmpty {
      pages[0] = UnsafeRawPointer(wrapper.start).assumingMemoryBound(to: CChar.self)
      arguments = UnsafePointer(pages)
    } else {
      guard given[1] != nil else { return nil }
      arguments = UnsafePointer(pages + 1)
    }
  }

  private static func copy(_ words: Words) -> UnsafeMutablePointer<UnsafePointer<CChar>?>? {
    var count = 0
    while words[count] != nil { count &+= 1 }
    guard let pages = allocatePages((count &+ 1) &* 8) else { return nil }
    let copy = pages.assumingMemoryBound(to: UnsafePointer<CChar>?.self)
    for index in 0..<count { copy[index] = words[index] }
    return copy
  }

  /// In custom runtimes the setting that elsewhere names a handler names the program to run.
  private static func handler(_ environment: Words) -> UnsafePointer<CChar>? {
    guard let name = value(of: "_HANDLER", in: environment), !name.isEmpty,
      let pages = allocatePages(pathLimit)
    else { return nil }
    var path = ByteWriter(start: pages.assumingMemoryBound(to: UInt8.self), capacity: pathLimit)
    path.append(value(of: "LAMBDA_TASK_ROOT", in: environment) ?? Text("/var/task"))
    path.append(slash)
    path.append(name)
    path.terminate()
    return path.overflowed ? nil : UnsafeRawPointer(pages).assumingMemoryBound(to: CChar.self)
  }

  /// Ended with NUL.
  var path: UnsafePointer<UInt8>? {
    arguments[0].map { UnsafeRawPointer($0).assumingMemoryBound(to: UInt8.self) }
  }

  func execute(_ environment: Words) -> Never {
    let result = systemCall(number_execve, address(arguments[0]), address(arguments), address(environment))
    let program = arguments[0].map { Text(terminated: UnsafeRawPointer($0)) } ?? Text("")
    complain("parapet: ")
    _ = systemCall(number_write, 2, address(program.start), program.count)
    complain(result == -error_no_entry ? " does not exist\n" : " cannot be executed\n")
    // As shells do.
    endProcess(status: result == -error_no_entry ? 127 : 126)
  }
}
