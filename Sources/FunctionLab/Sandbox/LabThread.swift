internal import Glibc

/// A thread that somebody waits for.
///
/// `@unchecked`: the number is set once, before anyone sees it.
final class LabThread: @unchecked Sendable {
  private final class Work: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  private var thread = pthread_t()
  private let isStarted: Bool

  init(_ body: @escaping @Sendable () -> Void) {
    let work = Unmanaged.passRetained(Work(body))
    isStarted =
      pthread_create(
        &thread, nil,
        { context in
          guard let context else { return nil }
          Unmanaged<Work>.fromOpaque(context).takeRetainedValue().body()
          return nil
        }, work.toOpaque()) == 0
    if !isStarted { work.release() }
  }

  func join() {
    if isStarted { pthread_join(thread, nil) }
  }
}
