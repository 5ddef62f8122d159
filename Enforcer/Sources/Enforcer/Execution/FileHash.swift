import CEnforcerSystem

/// SHA-256 of files, remembered for as long as neither content nor attributes change.
enum FileHash {
  /// - Returns: false when the file cannot be read.
  @inline(never)
  static func compute(
    _ descriptor: Int, _ status: file_status, into digest: UnsafeMutablePointer<UInt8>
  ) -> Bool {
    if recall(status, into: digest) { return true }
    guard read(descriptor, into: digest) else { return false }
    remember(status, digest)
    return true
  }

  private static func read(_ file: Int, into digest: UnsafeMutablePointer<UInt8>) -> Bool {
    withUnsafeTemporaryAllocation(byteCount: 1024, alignment: 16) { buffer in
      guard let start = buffer.baseAddress else { return false }
      var hash = SHA256()
      let compress = has_sha256_instructions() != 0 ? compressInProcessor : SHA256.compress
      var offset = 0
      while true {
        let count = systemCall(number_pread64, file, address(start), buffer.count, offset)
        guard count >= 0 else { return false }
        if count == 0 { break }
        offset &+= count
        hash.update(
          Text(start: UnsafePointer(start.assumingMemoryBound(to: UInt8.self)), count: count), with: compress)
      }
      hash.finish(into: digest, with: compress)
      return true
    }
  }

  private static func compressInProcessor(
    _ state: UnsafeMutablePointer<UInt32>, _ data: UnsafePointer<UInt8>, _ blocks: Int
  ) {
    sha256Constants.span.withUnsafeBufferPointer { constants in
      if let constants = constants.baseAddress { sha256_instructions(state, data, blocks, constants) }
    }
  }

  private static func slot(_ status: file_status) -> UnsafeMutablePointer<CachedHash>? {
    guard let shared = State.shared else { return nil }
    let first = withUnsafeMutablePointer(to: &shared.pointee.hashes) {
      UnsafeMutableRawPointer($0).assumingMemoryBound(to: CachedHash.self)
    }
    return first + Int(truncatingIfNeeded: (status.ino ^ (status.ino >> 5)) % UInt64(SharedState.hashCount))
  }

  private static func isSame(_ slot: UnsafeMutablePointer<CachedHash>, _ status: file_status) -> Bool {
    slot.pointee.inode == status.ino && slot.pointee.size == status.size
      && slot.pointee.device == device(status) && slot.pointee.changedSeconds == status.ctime.seconds
      && slot.pointee.changedNanoseconds == status.ctime.nanoseconds
  }

  private static func device(_ status: file_status) -> UInt64 {
    UInt64(status.dev_major) << 32 | UInt64(status.dev_minor)
  }

  /// A slot that is being written has an odd sequence; one that was written meanwhile, another than before.
  private static func recall(_ status: file_status, into digest: UnsafeMutablePointer<UInt8>) -> Bool {
    guard let slot = slot(status) else { return false }
    let sequence = place(of: &slot.pointee.sequence)
    let before = atomic_load(sequence)
    guard before > 0, before & 1 == 0, isSame(slot, status) else { return false }
    for index in 0..<32 { digest[index] = slot.pointee.hash[index] }
    return atomic_load(sequence) == before
  }

  private static func remember(_ status: file_status, _ digest: UnsafePointer<UInt8>) {
    guard let slot = slot(status) else { return }
    let sequence = place(of: &slot.pointee.sequence)
    let before = atomic_load(sequence)
    // Somebody else is writing: that one's answer is as good, and nobody waits.
    guard before & 1 == 0, atomic_claim(sequence, before, before &+ 1) else { return }
    slot.pointee.device = device(status)
    slot.pointee.inode = status.ino
    slot.pointee.size = status.size
    slot.pointee.changedSeconds = status.ctime.seconds
    slot.pointee.changedNanoseconds = status.ctime.nanoseconds
    for index in 0..<32 { slot.pointee.hash[index] = digest[index] }
    atomic_store(sequence, before &+ 2)
  }
}
