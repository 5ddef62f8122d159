import CEnforcerSystem

/// An address that a program wants to contact, copied, so that it cannot change between judgement and use.
struct Contact {
  /// The largest `sockaddr`; the kernel refuses longer ones.
  static let sizeLimit: UInt32 = 128

  /// Lends room for a copy.
  @inline(__always)
  static func withCopy<Result>(_ body: (UnsafeMutablePointer<UInt8>) -> Result) -> Result {
    withUnsafeTemporaryAllocation(byteCount: Int(sizeLimit), alignment: 8) { buffer in
      guard let start = buffer.baseAddress else { unreachable() }
      return body(start.assumingMemoryBound(to: UInt8.self))
    }
  }

  static var isJudged: Bool { Egress.isOn }

  /// What became of an address.
  enum Verdict {
    case allowed, denied
    /// Allowed, and questions about names are asked there.
    case asksForNames
  }

  /// Copies and judges an address; families other than those of the internet are nobody's business here.
  ///
  /// - Parameters:
  ///   - length: At most ``sizeLimit``.
  ///   - copy: ``sizeLimit`` bytes.
  @inline(never)
  static func judge(
    _ target: UnsafeRawPointer, _ length: UInt32, copy: UnsafeMutablePointer<UInt8>
  ) -> Verdict {
    for index in 0..<Int(length) { copy[index] = target.assumingMemoryBound(to: UInt8.self)[index] }
    var port: UInt16 = 0
    guard let address = Address(copy, length: Int(length), port: &port) else { return .allowed }
    guard Egress.allow(address, port: port) else { return .denied }
    return port == 53 ? .asksForNames : .allowed
  }
}
