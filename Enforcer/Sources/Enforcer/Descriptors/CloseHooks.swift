import CEnforcerSystem

// Closing and duplicating: what is known of a descriptor goes or moves with it, and standard error is preserved for
// events before the program replaces it.

private typealias CloseSignature = @convention(c) (Int32) -> Int32
private typealias DuplicateSignature = @convention(c) (Int32, Int32) -> Int32
private typealias DuplicateFlagsSignature = @convention(c) (Int32, Int32, Int32) -> Int32

@c(close)
public func hookedClose(_ descriptor: Int32) -> Int32 {
  if !Descriptors.kind(of: descriptor).isEmpty { willReplace(descriptor, with: []) }
  return real(.close, as: CloseSignature.self)(descriptor)
}

@c(dup)
public func hookedDup(_ descriptor: Int32) -> Int32 {
  let result = real(.dup, as: CloseSignature.self)(descriptor)
  let kind = Descriptors.kind(of: descriptor).subtracting(.standardError)
  if !kind.isEmpty, result >= 0 { willReplace(result, with: kind) }
  return result
}

@c(dup2)
public func hookedDup2(_ descriptor: Int32, _ target: Int32) -> Int32 {
  if concerns(descriptor, target) { willDuplicate(descriptor, to: target) }
  return real(.dup2, as: DuplicateSignature.self)(descriptor, target)
}

@c(dup3)
public func hookedDup3(_ descriptor: Int32, _ target: Int32, _ flags: Int32) -> Int32 {
  if concerns(descriptor, target) { willDuplicate(descriptor, to: target) }
  return real(.dup3, as: DuplicateFlagsSignature.self)(descriptor, target, flags)
}

@inline(__always)
private func concerns(_ descriptor: Int32, _ target: Int32) -> Bool {
  !Descriptors.kind(of: descriptor).union(Descriptors.kind(of: target)).isEmpty && descriptor != target
}

@inline(never)
private func willDuplicate(_ descriptor: Int32, to target: Int32) {
  willReplace(target, with: Descriptors.kind(of: descriptor).subtracting(.standardError))
}

/// Keeps what is known right before the descriptor becomes something else.
@inline(never)
private func willReplace(_ descriptor: Int32, with kind: Descriptors.Kind) {
  guard Descriptors.isOwner() else { return }
  if Descriptors.kind(of: descriptor).contains(.standardError) { preserveStandardError() }
  Descriptors.set(kind, of: descriptor)
}
