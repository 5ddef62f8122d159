import CEnforcerSystem

extension ExecutionRequest {
  /// Executes the program if the policy allows it.
  ///
  /// - Returns: Only when nothing was executed: the negative number of the error.
  @inline(never)
  func execute() -> Int {
    guard let policy = State.policy else { return call(environment) }
    return withPathBuffer { canonical in
      let plan = plan(policy, canonical)
      defer { if plan.descriptor >= 0 { close(plan.descriptor) } }
      guard plan.error == 0 else { return -plan.error }
      return ChildEnvironment.with(environment, plan, policy) { environment in
        switch plan.way {
        case .asGiven: call(environment)
        case .canonical:
          systemCall(number_execve, address(canonical), address(arguments), address(environment))
        case .descriptor: executeDescriptor(plan.descriptor, environment)
        }
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
