#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A thread with a stack of known size.
package enum DeepStack {
  /// Only what is used of it costs memory.
  static let bytes = 64 << 20

  private final class Work {
    let body: () -> Void
    init(_ body: @escaping () -> Void) { self.body = body }
  }

  /// Runs something on a thread of its own, and waits.
  ///
  /// - Returns: `nil` where the system gives no thread.
  package static func run<Result>(_ body: @escaping () -> Result) -> Result? {
    var result: Result?
    let work = Unmanaged.passRetained(Work { result = body() })
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, bytes)
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    let status = pthread_create(&thread, &attributes, enter, work.toOpaque())
    guard status == 0 else {
      work.release()
      return nil
    }
    #if canImport(Darwin)
      if let thread { pthread_join(thread, nil) }
    #else
      pthread_join(thread, nil)
    #endif
    return result
  }

  #if canImport(Darwin)
    private static let enter: @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? = {
      pointer in
      Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().body()
      return nil
    }
  #else
    private static let enter: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
      pointer in
      if let pointer { Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().body() }
      return nil
    }
  #endif
}

/// How deep the stack of ``DeepStack`` may get: the program that is read decides how deep it nests.
struct StackBound {
  /// Kept free for what one step needs.
  private static let reserve = 4 << 20

  /// Addresses below belong to the reserve.
  private let floor: UInt

  /// Made at the beginning of the thread's work.
  init() {
    var here: UInt8 = 0
    let now = withUnsafeMutablePointer(to: &here) { UInt(bitPattern: $0) }
    floor = now - UInt(DeepStack.bytes - Self.reserve)
  }

  var isReached: Bool {
    var here: UInt8 = 0
    return withUnsafeMutablePointer(to: &here) { UInt(bitPattern: $0) < floor }
  }
}
