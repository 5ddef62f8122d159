import CEnforcerSystem

/// Turns on what the kernel offers to enforce the policy.
///
/// Called by the constructor of the root, and by the launcher where it stands in for `bootstrap`. Sets what ``State``
/// says about the level. Nothing of it can be taken back, so only what blocks now is handed to the kernel, and not
/// by a shell or another program that starts a runtime: that is not the one to be held.
///
/// - Parameter started: What the launcher is about to execute; nil in the program that is to be held.
func startKernelLayer(started: UnsafePointer<UInt8>? = nil) {
  guard let policy = State.policy, policy.usesKernelLayer, !isStarter() else { return }
  let filter = SystemCallFilter(policy)
  let rules = ExecutionRules(policy)
  guard filter.count > 0 || rules != nil,
    systemCall(number_prctl, prctl_no_new_privileges, 1) == 0
  else { return }
  if let rules { State.hasLandlock = rules.apply(policy, started: started) }
  State.hasSystemCallFilter = filter.apply()
}

private func isStarter() -> Bool {
  withPathBuffer { buffer in
    guard let program = readLink(StaticString("/proc/self/exe").utf8Start, into: buffer, capacity: pathLimit)
    else { return true }
    let starters = WordTable(
      """
      ysh ybash ydash yash yksh yzsh ybusybox ycoreutils yenv ynice ynohup ysetsid ystdbuf ytimeout ytini \
      ydumb-init ystrace
      """)
    return starters.meaning(of: program.lastComponent) != 0
  }
}
