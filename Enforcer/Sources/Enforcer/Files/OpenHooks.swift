import CEnforcerSystem

// All of the open family comes down to openat, which on these architectures is the same with and without 64 in its
// name. The mode is read even where none was given: as with the real function, it means nothing then.

private typealias OpenSignature = @convention(c) (Int32, UnsafePointer<CChar>?, Int32, UInt32) -> Int32
private typealias StreamSignature = @convention(c) (UnsafePointer<CChar>?, UnsafePointer<CChar>?) -> Memory?
private typealias ReopenSignature =
  @convention(c) (UnsafePointer<CChar>?, UnsafePointer<CChar>?, Memory?) -> Memory?
private typealias NumberSignature = @convention(c) (Memory?) -> Int32

@c(openat)
public func hookedOpenat(_ directory: Int32, _ path: Name?, _ flags: Int32, _ mode: UInt32) -> Int32 {
  let open = real(.openat, as: OpenSignature.self)
  guard GuardedFiles.isOn, let path, !isNowhere(path) else { return open(directory, path, flags, mode) }
  return Int32(
    truncatingIfNeeded: openJudged(path, in: Int(directory), flags: Int(flags)) {
      Int(open(directory, path, flags, mode))
    } discard: {
      close($0)
    } ?? denied())
}

@c(openat64)
public func hookedOpenat64(_ directory: Int32, _ path: Name?, _ flags: Int32, _ mode: UInt32) -> Int32 {
  hookedOpenat(directory, path, flags, mode)
}

@c(open)
public func hookedOpen(_ path: Name?, _ flags: Int32, _ mode: UInt32) -> Int32 {
  hookedOpenat(Int32(at_current_directory), path, flags, mode)
}

@c(open64)
public func hookedOpen64(_ path: Name?, _ flags: Int32, _ mode: UInt32) -> Int32 {
  hookedOpenat(Int32(at_current_directory), path, flags, mode)
}

@c(creat)
public func hookedCreat(_ path: Name?, _ mode: UInt32) -> Int32 {
  hookedOpenat(
    Int32(at_current_directory), path, Int32(open_create | open_write_only | open_truncate), mode)
}

@c(creat64)
public func hookedCreat64(_ path: Name?, _ mode: UInt32) -> Int32 { hookedCreat(path, mode) }

// What calls without a mode become in programs that were built with checks of such calls.

@c(__open_2)
public func hookedCheckedOpen(_ path: Name?, _ flags: Int32) -> Int32 { hookedOpen(path, flags, 0) }

@c(__open64_2)
public func hookedCheckedOpen64(_ path: Name?, _ flags: Int32) -> Int32 { hookedOpen(path, flags, 0) }

@c(__openat_2)
public func hookedCheckedOpenat(_ directory: Int32, _ path: Name?, _ flags: Int32) -> Int32 {
  hookedOpenat(directory, path, flags, 0)
}

@c(__openat64_2)
public func hookedCheckedOpenat64(_ directory: Int32, _ path: Name?, _ flags: Int32) -> Int32 {
  hookedOpenat(directory, path, flags, 0)
}

@c(fopen)
public func hookedFopen(_ path: Name?, _ mode: Name?) -> Memory? {
  let open = real(.fopen, as: StreamSignature.self)
  guard GuardedFiles.isOn, let path, let mode else { return open(path, mode) }
  return judgedStream(path, mode) { open(path, mode) }
}

@c(fopen64)
public func hookedFopen64(_ path: Name?, _ mode: Name?) -> Memory? { hookedFopen(path, mode) }

@c(freopen)
public func hookedFreopen(_ path: Name?, _ mode: Name?, _ stream: Memory?) -> Memory? {
  let open = real(.freopen, as: ReopenSignature.self)
  if let stream, real(.fileno, as: NumberSignature.self)(stream) == 2 { preserveStandardError() }
  guard GuardedFiles.isOn, let path, let mode else { return open(path, mode, stream) }
  return judgedStream(path, mode) { open(path, mode, stream) }
}

@c(freopen64)
public func hookedFreopen64(_ path: Name?, _ mode: Name?, _ stream: Memory?) -> Memory? {
  hookedFreopen(path, mode, stream)
}

/// Opens a file that is judged before or afterwards.
///
/// - Parameters:
///   - open: Returns a descriptor, or something negative.
///   - discard: Closes what was opened and turned out to be denied.
/// - Returns: nil when it was denied.
@inline(never)
func openJudged(
  _ path: UnsafePointer<CChar>, in directory: Int, flags: Int, _ open: () -> Int, discard: (Int) -> Void
) -> Int? {
  switch GuardedFiles.judge(path, in: directory, flags: flags) {
  case .allowed: return open()
  case .denied: return nil
  case .openedFirst:
    let descriptor = open()
    guard descriptor >= 0, !GuardedFiles.allows(opened: descriptor) else { return descriptor }
    discard(descriptor)
    return nil
  }
}

@inline(never)
private func judgedStream(_ path: Name, _ mode: Name, _ open: () -> Memory?) -> Memory? {
  let mode = Text(terminated: mode, limit: 16)
  let reads = mode.start[0] == UInt8(ascii: "r") && mode.index(of: UInt8(ascii: "+")) == nil
  var stream: Memory?
  let result = openJudged(path, in: at_current_directory, flags: reads ? 0 : open_create) {
    stream = open()
    return stream.map { Int(real(.fileno, as: NumberSignature.self)($0)) } ?? -1
  } discard: { _ in
    _ = real(.fclose, as: NumberSignature.self)(stream)
  }
  guard result == nil else { return stream }
  setError(error_access)
  return nil
}
