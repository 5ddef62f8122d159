internal import CLab
internal import Glibc

/// Where the Runtime API is served.
struct RuntimeListener {
  /// -1 where the sandbox has a network of its own, and opens the socket itself.
  let descriptor: Int32
  let port: UInt16

  /// The platform's port, which is free in a network of its own.
  private static let platformPort: UInt16 = 9001

  init(inOwnNetwork: Bool) throws(LabError) {
    guard !inOwnNetwork else {
      (descriptor, port) = (-1, Self.platformPort)
      return
    }
    var free: UInt16 = 0
    descriptor = clab_listen(&free, 0)
    port = free
    guard descriptor >= 0 else { throw .notStarted(reason: "listening socket: \(FileSystem.reason)") }
  }

  var address: String { "127.0.0.1:\(port)" }

  func close() {
    if descriptor >= 0 { Glibc.close(descriptor) }
  }
}
