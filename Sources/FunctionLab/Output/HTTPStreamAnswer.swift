internal import Documents
internal import FindingModel

/// A streamed answer with status and headers in front, as a function URL expects it.
struct HTTPStreamAnswer {
  let prelude: JSONPiece
  let body: JSONPiece
  let bodyBytes: [UInt8]

  static let contentType = "application/vnd.awslambda.http-integration-response"
  /// Zeros between the prelude and the body.
  private static let separator = 8

  init?(_ result: InvocationResult) {
    guard result.contentType == Self.contentType else { return nil }
    let payload = result.payload
    guard let zero = payload.firstIndex(of: 0), zero + Self.separator <= payload.count,
      payload[zero..<zero + Self.separator].allSatisfy({ $0 == 0 }),
      // A prelude that is no JSON makes it an answer like any other.
      let head = try? JSONReader.parse(Array(payload[..<zero]), path: "prelude")
    else { return nil }
    prelude = .node(head)
    bodyBytes = Array(payload[(zero + Self.separator)...])
    body = .string(String(decoding: bodyBytes, as: UTF8.self))
  }
}
