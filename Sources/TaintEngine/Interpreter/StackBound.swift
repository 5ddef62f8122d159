#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// How deep the running thread's stack may get: the program that is read decides how deep it nests.
struct StackBound {
  /// Addresses below belong to the reserve.
  private let floor: UInt

  /// Assumed where the system does not say.
  private static let assumedBytes: UInt = 400 * 1024

  init(reserve: Int) {
    var here: UInt8 = 0
    let now = withUnsafeMutablePointer(to: &here) { UInt(bitPattern: $0) }
    let size = Self.bytesBelow(now) ?? Self.assumedBytes
    let usable = size > UInt(reserve) ? size - UInt(reserve) : size / 4
    floor = now > usable ? now - usable : 0
  }

  var isReached: Bool {
    var here: UInt8 = 0
    return withUnsafeMutablePointer(to: &here) { UInt(bitPattern: $0) < floor }
  }

  private static func bytesBelow(_ address: UInt) -> UInt? {
    #if os(Linux)
      var attributes = pthread_attr_t()
      guard pthread_getattr_np(pthread_self(), &attributes) == 0 else { return nil }
      defer { pthread_attr_destroy(&attributes) }
      var base: UnsafeMutableRawPointer?
      var size = 0
      guard pthread_attr_getstack(&attributes, &base, &size) == 0, let base else { return nil }
      let lowest = UInt(bitPattern: base)
      return address > lowest ? address - lowest : nil
    #else
      return nil
    #endif
  }
}
