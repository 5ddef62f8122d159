internal import Glibc
internal import Synchronization

/// What an interrupted run leaves behind: nothing.
package enum LabInterruption {
  private static let folders = Mutex<Set<String>>([])

  static func note(_ folder: String) { folders.withLock { _ = $0.insert(folder) } }

  static func forget(_ folder: String) { folders.withLock { _ = $0.remove(folder) } }

  /// Lets the signals that end the program wait for a thread that removes the folders of all sandboxes.
  ///
  /// Has to be called before other threads start; sandboxes end with the program by themselves.
  package static func removeFoldersFirst() {
    // A reader that has seen enough, such as `head`, shows in what writing returns.
    signal(SIGPIPE, SIG_IGN)
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, signal) }
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    var thread = pthread_t()
    pthread_create(
      &thread, nil,
      { _ in
        var signals = sigset_t()
        sigemptyset(&signals)
        for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, signal) }
        var received: Int32 = 0
        sigwait(&signals, &received)
        for folder in LabInterruption.folders.withLock({ $0 }) { FileSystem.removeFolder(folder) }
        _exit(128 + received)
      }, nil)
  }
}
