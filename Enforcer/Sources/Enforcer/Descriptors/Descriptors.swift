import CEnforcerSystem

/// What the hooks know about the program's descriptors, so that the other calls cost a load and a branch.
enum Descriptors {
  static let limit = 1024

  struct Kind: OptionSet {
    let rawValue: UInt8
    /// Connected to the Runtime API.
    static let runtime = Kind(rawValue: 1)
    /// A socket of the internet.
    static let internet = Kind(rawValue: 2)
    /// Names are asked for there.
    static let names = Kind(rawValue: 4)
    /// Standard error, until it has been preserved.
    static let standardError = Kind(rawValue: 8)
  }

  /// A byte each, so that threads that change neighbours do not disturb each other.
  nonisolated(unsafe) static var kinds = InlineArray<1024, UInt8>(repeating: 0)
  /// Whether every write is looked at, whatever it goes to: in children, whose descriptors come from elsewhere.
  nonisolated(unsafe) static var watchesAll = false

  @inline(__always)
  static func kind(of descriptor: Int32) -> Kind {
    let index = Int(UInt32(bitPattern: descriptor))
    return index < limit ? Kind(rawValue: kinds[unchecked: index]) : []
  }

  static func set(_ kind: Kind, of descriptor: Int32) {
    let index = Int(UInt32(bitPattern: descriptor))
    if index < limit { kinds[unchecked: index] = kind.rawValue }
  }

  /// Whether this process may change what is known: a child of vfork shares the memory of its parent, and closes
  /// and duplicates descriptors of its own.
  static func isOwner() -> Bool { currentProcess() == ownProcess }

  /// The process in which the constructor ran.
  nonisolated(unsafe) static var ownProcess = 0
}
