import CEnforcerSystem

/// Everything the library remembers.
///
/// Set by the constructor, before there are threads; what changes later is one machine word each, so that neither
/// locks nor allocation are needed.
enum State {
  /// nil: the library does nothing at all.
  nonisolated(unsafe) static var policy: Policy?
  nonisolated(unsafe) static var policyProblem: PolicyProblem?
  /// The process that the launcher became, or the first one in which the library was loaded.
  nonisolated(unsafe) static var rootProcess = 0
  /// Whether the image was loaded in the root process; its forks have the same memory, so ask ``isRootProcess()``.
  nonisolated(unsafe) static var isRootImage = false
  /// Set once the Runtime API has answered for an event to work on.
  nonisolated(unsafe) static var isServing = false
  /// Whether the entries of the C library were overwritten.
  nonisolated(unsafe) static var isPatched = false
  /// Whether the kernel enforces rules about files, and about system calls.
  nonisolated(unsafe) static var hasLandlock = false
  nonisolated(unsafe) static var hasSystemCallFilter = false
  nonisolated(unsafe) static var library: LoadedLibrary?
  /// Returns the place of this thread's `errno`.
  nonisolated(unsafe) static var errorPlace: UnsafeMutableRawPointer?
  /// A page that forks share with the root: hashes of files, counters of events.
  nonisolated(unsafe) static var shared: UnsafeMutablePointer<SharedState>?
  /// The library's own path, with NUL, as the dynamic linker was told.
  nonisolated(unsafe) static var ownPath = Text("")
  /// Whether the program was executed by a hook, which has decided about it and told what was to tell.
  nonisolated(unsafe) static var isExecutedByHook = false
  nonisolated(unsafe) static var startVariables = StartVariables()
  /// Which file the dynamic linker of this process is.
  nonisolated(unsafe) static var loaderInode: UInt64 = 0
  nonisolated(unsafe) static var loaderSize: UInt64 = 0
  nonisolated(unsafe) static var policyName = Text("default")
  nonisolated(unsafe) private static var policyNameBytes = InlineArray<65, UInt8>(repeating: 0)

  /// Copies a name that the program could overwrite; longer ones stay too long to be one.
  static func keepPolicyName(_ name: Text) {
    let bytes = withUnsafeMutablePointer(to: &policyNameBytes) {
      UnsafeMutableRawPointer($0).assumingMemoryBound(to: UInt8.self)
    }
    var writer = ByteWriter(start: bytes, capacity: 65)
    writer.append(name)
    policyName = writer.text
  }
}

/// Kept in a page of its own that all forks of a process see.
struct SharedState {
  /// The request that is being worked on; ends with NUL, empty before the first.
  var requestIdentifier: InlineArray<64, UInt8>
  var eventCounter: Int
  /// Events that were too many since the last one, and the bucket of ``RateLimit``.
  var suppressedEvents: Int
  var eventBucket: Int
  static let hashCount = 32
  var hashes: InlineArray<32, CachedHash>
  /// Of ``AddressTable``.
  var addresses: InlineArray<288, UInt64>
}

/// A file whose hash is known; a slot is valid when `sequence` is even and not zero.
struct CachedHash {
  var sequence: Int
  var device: UInt64
  var inode: UInt64
  var size: UInt64
  var changedSeconds: Int64
  var changedNanoseconds: UInt32
  var hash: InlineArray<32, UInt8>
}

@inline(never)
func isRootProcess() -> Bool { State.isRootImage && currentProcess() == State.rootProcess }

/// What a control does now; off without a policy.
@inline(never)
func mode(of control: Control) -> Mode { State.policy?.mode(of: control, now: secondsNow) ?? .off }

/// Returns -1 with `errno` set, or the result: what C functions that wrap a system call do.
@inline(never)
func answer(_ result: Int) -> Int {
  guard result < 0, result > -4096 else { return result }
  setError(-result)
  return -1
}

@inline(never)
func setError(_ error: Int) {
  guard let place = State.errorPlace else { return }
  call_place(place)?.pointee = Int32(truncatingIfNeeded: error)
}
