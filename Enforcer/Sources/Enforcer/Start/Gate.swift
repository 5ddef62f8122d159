import CEnforcerSystem

/// Judges the program that the library finds itself in: whoever executed it was not hooked.
enum Gate {
  static func judge(_ policy: Policy) {
    let descriptor = open("/proc/self/exe", flags: 0)
    guard descriptor >= 0, let status = status(in: descriptor) else { return }
    withPathBuffer { buffer in
      guard let canonical = canonicalPath(of: descriptor, into: buffer) else { return }
      withUnsafeTemporaryAllocation(byteCount: 32, alignment: 8) { digest in
        guard let digest = digest.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return }
        var verdict = ExecutionVerdict()
        _ = verdict.judge(
          Executable(
            descriptor: descriptor, status: status, given: canonical, canonical: canonical, digest: digest),
          policy)
        verdict.add(.childProcesses, .childProcess)
        verdict.report(canonical, nil, nil)
        if verdict.isBlocked { endProcess(status: 126) }
      }
    }
    close(descriptor)
  }
}
