/// An event on its way to the runtime.
package struct InvocationRequest: Sendable {
  package let id: String
  package let payload: [UInt8]
  let functionARN: String
  let trace: String
  /// JSON that a mobile SDK would send.
  let clientContext: String?
  let cognitoIdentity: String?
  /// How long the function has, from the moment it is delivered.
  let timeout: Duration
}

/// What a runtime answered.
struct RuntimeAnswer: Sendable {
  enum Kind: Sendable {
    case response
    /// With the value of `Lambda-Runtime-Function-Error-Type`.
    case error(type: String?)
    /// A response that the platform does not take.
    case tooLarge(bytes: Int, limit: Int)
    /// A stream that ended with an error in its trailers.
    case brokenStream(type: String?, body: [UInt8])
  }

  let kind: Kind
  let body: [UInt8]
  let contentType: String?
  let isStreamed: Bool
  let at: Instant
}

/// Bounds of the Runtime API.
enum RuntimeAPILimits {
  /// Bytes of a buffered answer: 6 MB and a little, as the platform counts.
  static let responseBytes = 6 * 1024 * 1024 + 100
  /// Bytes of a streamed answer.
  static let streamBytes = 200 * 1024 * 1024
  /// Bytes of an event of a synchronous call.
  static let eventBytes = 6 * 1024 * 1024
  /// Bytes of an error's report; what comes after is left out.
  static let errorBytes = 6 * 1024 * 1024
  /// Connections at a time: one is in use, others belong to children that a function started.
  static let connections: UInt32 = 64
}
