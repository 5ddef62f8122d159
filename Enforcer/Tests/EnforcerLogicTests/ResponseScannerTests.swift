import Testing

@testable import EnforcerLogic

@Suite struct ResponseScannerTests {
  static let answer =
    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nLambda-Runtime-Aws-Request-Id: "
    + "8476a536-e9f4-11e8-9739-2dfe598c3fcd\r\nLambda-Runtime-Deadline-Ms: 1542409706888\r\n\r\n{}"

  private func identifier(_ pieces: [String]) -> String? {
    var scanner = ResponseScanner()
    scanner.begin()
    for piece in pieces {
      let found = withText(piece) { scanner.read($0) }
      if found {
        return String(decoding: (0..<scanner.count).map { scanner.identifier[$0] }, as: UTF8.self)
      }
    }
    return nil
  }

  @Test(arguments: [1, 2, 3, 7, 16, 100, 4096])
  func findsTheIdentifierHoweverTheAnswerIsCut(_ size: Int) {
    let bytes = Array(Self.answer.utf8)
    let pieces = stride(from: 0, to: bytes.count, by: size).map {
      String(decoding: bytes[$0..<min($0 + size, bytes.count)], as: UTF8.self)
    }
    #expect(identifier(pieces) == "8476a536-e9f4-11e8-9739-2dfe598c3fcd")
  }

  @Test(arguments: [
    "HTTP/1.1 200 OK\r\nlambda-runtime-aws-request-id:x-1\r\n\r\n",
    "HTTP/1.1 200 OK\nLAMBDA-RUNTIME-AWS-REQUEST-ID: x-1\n\n",
  ])
  func readsTheHeaderInAnyForm(_ answer: String) {
    #expect(identifier([answer]) == "x-1")
  }

  @Test(arguments: [
    "HTTP/1.1 202 Accepted\r\nContent-Length: 3\r\n\r\n",
    "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nLambda-Runtime-Aws-Request-Id: forged\r\n",
    "HTTP/1.1 200 OK\r\nX-Lambda-Runtime-Aws-Request-Id: forged\r\n\r\n",
    "HTTP/1.1 200 OK\r\nX: Lambda-Runtime-Aws-Request-Id: forged\r\n\r\n",
    "HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: \r\n\r\n",
  ])
  func findsNothingElsewhere(_ answer: String) {
    #expect(identifier([answer]) == nil)
  }

  @Test func cutsLongIdentifiers() {
    let long = String(repeating: "a", count: 500)
    #expect(identifier(["HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: \(long)\r\n"])?.count == 64)
  }

  @Test func ignoresAnswersItDidNotAskFor() {
    var scanner = ResponseScanner()
    #expect(withText(Self.answer) { !scanner.read($0) })
    scanner.begin()
    #expect(withText(Self.answer) { scanner.read($0) })
    #expect(withText(Self.answer) { !scanner.read($0) })
  }

  @Test(arguments: [
    ("GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\n", true),
    ("GET /2018-06-01/runtime/invocation/next", true),
    ("POST /2018-06-01/runtime/invocation/x/response HTTP/1.1\r\n", false),
    ("GET / HTTP/1.1\r\n", false), ("", false), ("GET /runtime/invocation/nex", false),
  ])
  func recognisesTheRequest(_ request: String, _ expected: Bool) {
    #expect(withText(request) { ResponseScanner.isRequestForNext($0) } == expected)
  }
}
