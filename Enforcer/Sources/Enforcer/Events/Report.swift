import CEnforcerSystem

/// Tells the log stream; never fails, never blocks for long, and leaves `errno` as it was.
///
/// Needs less than 12 KiB of stack: a child of posix_spawn has 32.
@inline(never)
func report(_ event: Event) {
  let now = milliseconds()
  // What the enforcer says about itself is said once, and a log without it would mislead.
  guard event.control == .enforcer || (!Repetition.isRepeated(event) && takeFromBucket(now)) else {
    countSuppressed()
    return
  }
  var line = InlineArray<4096, UInt8>(repeating: 0)
  var link = InlineArray<1024, UInt8>(repeating: 0)
  var secrets = InlineArray<8, Text>(repeating: Text(""))
  withBytes(of: &line) { line in
    withBytes(of: &link) { link in
      var secrets = secrets.mutableSpan
      secrets.withUnsafeMutableBufferPointer { secrets in
        guard let secrets = secrets.baseAddress else { return }
        let program = readLink(StaticString("/proc/self/exe").utf8Start, into: link, capacity: 1024)
        let shared = State.shared
        let context = EventContext(
          time: now, process: currentProcess(), program: program ?? Text("unknown"),
          counter: shared.map {
            UInt64(truncatingIfNeeded: atomic_add(place(of: &$0.pointee.eventCounter), 1))
          } ?? 0,
          suppressed: shared.map {
            UInt64(truncatingIfNeeded: atomic_swap(place(of: &$0.pointee.suppressedEvents), 0))
          } ?? 0,
          request: shared.map { Text(terminated: $0, limit: ResponseScanner.capacity) } ?? Text(""),
          function: State.policy?.functionName ?? Text("unknown"),
          policy: State.policy?.identifier ?? Text("none"),
          mode: event.control == .enforcer ? .alert : mode(of: event.control), layers: activeLayers(),
          redaction: Redaction(secrets: secrets, secretCount: realCredentials(into: secrets)))
        var output = ByteWriter(start: line, capacity: 4096)
        EventLine.write(event, context, to: &output)
        if !deliver(output.text) { countSuppressed() }
      }
    }
  }
}

/// Milliseconds since 1970.
func milliseconds() -> UInt64 {
  let time = timeNow()
  return UInt64(truncatingIfNeeded: time.seconds &* 1000 &+ time.nanoseconds / 1_000_000)
}

/// Lends the bytes of a buffer on the stack.
@inline(__always)
func withBytes<let count: Int>(
  of buffer: inout InlineArray<count, UInt8>, _ body: (UnsafeMutablePointer<UInt8>) -> Void
) {
  var span = buffer.mutableSpan
  span.withUnsafeMutableBufferPointer { bytes in
    if let bytes = bytes.baseAddress { body(bytes) }
  }
}

/// Where a field of shared memory stands: it stays there as long as the process lives.
@inline(__always)
func place(of field: inout Int) -> UnsafeMutablePointer<Int> { withUnsafeMutablePointer(to: &field) { $0 } }

private func takeFromBucket(_ now: UInt64) -> Bool {
  guard let shared = State.shared else { return true }
  let bucket = place(of: &shared.pointee.eventBucket)
  // Bounded: where so many others succeed at the same time, this event is one too many.
  for _ in 0..<16 {
    let before = atomic_load(bucket)
    guard let after = RateLimit.taking(from: UInt64(bitPattern: Int64(before)), now: now) else {
      return false
    }
    if atomic_claim(bucket, before, Int(truncatingIfNeeded: after)) { return true }
  }
  return false
}

private func countSuppressed() {
  if let shared = State.shared { _ = atomic_add(place(of: &shared.pointee.suppressedEvents), 1) }
}

private func activeLayers() -> ProtectionLayers {
  var layers: ProtectionLayers = []
  if State.isPatched { layers.insert(.patch) }
  if State.hasLandlock { layers.insert(.landlock) }
  if State.hasSystemCallFilter { layers.insert(.seccomp) }
  return layers
}
