import CEnforcerSystem

extension ExecutionRequest {
  /// Executes the program if the policy allows it.
  ///
  /// - Returns: Only when nothing was executed: the negative number of the error.
  @inline(never)
  func execute() -> Int {
    guard let policy = State.policy, hasLists else { return call(environment) }
    return withPathBuffer { canonical in
      let plan = plan(policy, canonical)
      let result = plan.error != 0 ? -plan.error : perform(plan, canonical, policy)
      if plan.descriptor >= 0 { close(plan.descriptor) }
      return result
    }
  }

  /// Whether the kernel could read the lists at all; it reads neither for its error when the program is not there.
  private var hasLists: Bool {
    !(arguments.map { isNowhere($0) } ?? false) && !(environment.map { isNowhere($0) } ?? false)
  }

  /// Makes the child's variables, on the stack when they fit there.
  private func perform(_ plan: ExecutionPlan, _ canonical: UnsafePointer<UInt8>, _ policy: Policy) -> Int {
    let needed = ChildEnvironment.entries(for: environment)
    guard needed > ChildEnvironment.stackEntries else { return performOnStack(plan, canonical, policy) }
    guard let pages = LargeEnvironment.claim(needed &* 8) else { return -error_no_memory }
    return perform(plan, canonical, policy, pages.assumingMemoryBound(to: UnsafePointer<CChar>?.self))
  }

  @inline(never)
  private func performOnStack(_ plan: ExecutionPlan, _ canonical: UnsafePointer<UInt8>, _ policy: Policy)
    -> Int
  {
    var entries = InlineArray<480, UnsafePointer<CChar>?> { _ in nil }
    var span = entries.mutableSpan
    return span.withUnsafeMutableBufferPointer { entries in
      guard let entries = entries.baseAddress else { return -error_no_memory }
      return perform(plan, canonical, policy, entries)
    }
  }

  @inline(never)
  private func perform(
    _ plan: ExecutionPlan, _ canonical: UnsafePointer<UInt8>, _ policy: Policy,
    _ list: UnsafeMutablePointer<UnsafePointer<CChar>?>
  ) -> Int {
    withPathBuffer { buffer in
      var own = ByteWriter(start: buffer, capacity: pathLimit)
      guard ChildEnvironment.fill(list, &own, environment, plan, policy) else { return -error_too_big }
      let environment = StringList(list)
      switch plan.way {
      case .asGiven: return call(environment)
      case .canonical:
        return systemCall(number_execve, address(canonical), address(arguments), address(environment))
      case .descriptor: return executeDescriptor(plan.descriptor, environment)
      }
    }
  }

  private func call(_ environment: StringList?) -> Int {
    guard directory != at_current_directory || flags != 0 else {
      return systemCall(number_execve, address(path), address(arguments), address(environment))
    }
    return systemCall(
      number_execveat, directory, address(path), address(arguments), address(environment), flags)
  }

  /// An interpreter opens its script by the number of the descriptor, so that it must stay open for a script.
  private func executeDescriptor(_ descriptor: Int, _ environment: StringList) -> Int {
    let empty: StaticString = ""
    let result = systemCall(
      number_execveat, descriptor, address(empty.utf8Start), address(arguments), address(environment),
      at_empty_path)
    guard result == -error_no_entry else { return result }
    _ = systemCall(number_fcntl, descriptor, fcntl_set_flags, 0)
    return systemCall(
      number_execveat, descriptor, address(empty.utf8Start), address(arguments), address(environment),
      at_empty_path)
  }
}
