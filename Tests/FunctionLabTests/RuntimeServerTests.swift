import CLab
import Foundation
import Testing

@testable import FunctionLab

/// The Runtime API as a client on a socket sees it.
@Suite struct RuntimeServerTests {
  /// A server, and the side of the lab.
  private final class Rig: Sendable {
    let exchange = Exchange()
    let port: UInt16
    private let server: RuntimeServer

    init() throws {
      let listener = try RuntimeListener(inOwnNetwork: false)
      port = listener.port
      server = try RuntimeServer(listener: listener.descriptor, exchange: exchange)
      _ = exchange.restart()
    }

    deinit {
      exchange.close()
      server.stop()
    }

    func submit(_ id: String, payload: String = "{}") {
      exchange.submit(
        InvocationRequest(
          id: id, payload: Array(payload.utf8), functionARN: "arn:lab", trace: "Root=1",
          clientContext: "{\"a\":1}",
          cognitoIdentity: "{\"b\":2}", timeout: .seconds(3)))
    }

    /// Sends each on the same new connection, and reads the answer to it.
    func send(_ requests: String...) throws -> [String] {
      let client = try Client(port: port)
      return try requests.map { try client.call($0) }
    }

    func answer(within seconds: Double = 2) -> RuntimeAnswer? {
      while let notice = exchange.wait(until: .now + .milliseconds(Int(seconds * 1000))) {
        if case .answered(let answer) = notice { return answer }
      }
      return nil
    }
  }

  /// A connection of Python's: nothing here opens sockets itself.
  private final class Client {
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()

    private static let program = """
      import json, socket, sys
      connection = socket.create_connection(("127.0.0.1", int(sys.argv[1])))
      stream = connection.makefile("rb")
      for line in sys.stdin:
          connection.sendall(json.loads(line).encode("latin-1"))
          head = b""
          while not head.endswith(b"\\r\\n\\r\\n"):
              byte = stream.read(1)
              if not byte: break
              head += byte
          length = [int(l.split(b":")[1]) for l in head.split(b"\\r\\n") if l.lower().startswith(b"content-length")]
          body = stream.read(length[0]) if length else b""
          print(json.dumps((head + body).decode()), flush=True)

      """

    init(port: UInt16) throws {
      process.executableURL = URL(filePath: try #require(HostProgram.find(["python3"])))
      process.arguments = ["-c", Self.program, String(port)]
      process.standardInput = input
      process.standardOutput = output
      try process.run()
    }

    deinit {
      input.fileHandleForWriting.closeFile()
      process.waitUntilExit()
    }

    func call(_ request: String) throws -> String {
      let line = try JSONEncoder().encode(request) + Data("\n".utf8)
      try input.fileHandleForWriting.write(contentsOf: line)
      var answer = Data()
      while answer.last != UInt8(ascii: "\n") {
        let more = output.fileHandleForReading.readData(ofLength: 1)
        if more.isEmpty { break }
        answer += more
      }
      return try JSONDecoder().decode(String.self, from: answer)
    }
  }

  private static let next = "GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\nHost: lab\r\n\r\n"

  private static func post(_ path: String, _ body: String = "{}", headers: String = "") -> String {
    "POST /2018-06-01/runtime/\(path) HTTP/1.1\r\nHost: lab\r\n\(headers)Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
  }

  @Test func deliversAnEventWithItsHeaders() throws {
    let rig = try Rig()
    rig.submit("id-1", payload: "{\"ä\":1}")
    let answer = try rig.send(Self.next)[0]
    #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
    #expect(answer.hasSuffix("\r\n\r\n{\"ä\":1}"))
    for header in [
      "Lambda-Runtime-Aws-Request-Id: id-1", "Lambda-Runtime-Invoked-Function-Arn: arn:lab",
      "Lambda-Runtime-Trace-Id: Root=1", "Lambda-Runtime-Client-Context: {\"a\":1}",
      "Lambda-Runtime-Cognito-Identity: {\"b\":2}", "Content-Type: application/json",
    ] { #expect(answer.contains("\r\n\(header)\r\n"), "\(header)") }
    let deadline = try #require(answer.firstMatch(of: /Lambda-Runtime-Deadline-Ms: (\d+)/)).1
    let left = Double(deadline).map { $0 - Date().timeIntervalSince1970 * 1000 } ?? 0
    #expect((1000...3000).contains(left))
  }

  @Test func takesTheAnswerOnce() throws {
    let rig = try Rig()
    rig.submit("id-1")
    let answers = try rig.send(
      Self.next, Self.post("invocation/id-1/response", "[1]"), Self.post("invocation/id-1/response", "[2]"))
    #expect(answers[1].hasPrefix("HTTP/1.1 202 Accepted\r\n"))
    #expect(answers[1].hasSuffix("{\"status\":\"OK\"}\n"))
    #expect(answers[2].hasPrefix("HTTP/1.1 403 Forbidden\r\n"))
    #expect(answers[2].contains("\"errorType\":\"InvalidStateTransition\""))
    #expect(rig.answer()?.body == Array("[1]".utf8))
  }

  @Test func refusesWhatIsOutOfOrder() throws {
    let rig = try Rig()
    #expect(try rig.send(Self.post("invocation/id-1/response"))[0].hasPrefix("HTTP/1.1 403"))
    rig.submit("id-1")
    let answers = try rig.send(
      Self.next, Self.post("invocation/other/response"), Self.next, Self.post("init/error"),
      Self.post(
        "invocation/id-1/error", "{\"errorType\":\"E\"}", headers: "Lambda-Runtime-Function-Error-Type: F\r\n"
      ))
    #expect(answers[1].hasPrefix("HTTP/1.1 400"))
    #expect(answers[1].contains("InvalidRequestID"))
    #expect(answers[2].hasPrefix("HTTP/1.1 403"))
    #expect(answers[3].hasPrefix("HTTP/1.1 403"))
    #expect(answers[4].hasPrefix("HTTP/1.1 202"))
    guard case .error(let type) = try #require(rig.answer()).kind else {
      Issue.record("no error was taken")
      return
    }
    #expect(type == "F")
  }

  @Test(arguments: [
    "GET /nowhere HTTP/1.1\r\nHost: lab\r\n\r\n",
    "GET /2018-06-01/runtime/invocation/id/response HTTP/1.1\r\nHost: lab\r\n\r\n",
    "GET /2018-06-01/runtime/invocation/next/more HTTP/1.1\r\nHost: lab\r\n\r\n",
    "GET /2020-01-01/runtime/invocation/next HTTP/1.1\r\nHost: lab\r\n\r\n",
    "DELETE /2018-06-01/runtime/invocation/next HTTP/1.1\r\nHost: lab\r\n\r\n",
  ])
  func knowsNoOtherPaths(request: String) throws {
    #expect(try Rig().send(request)[0].hasPrefix("HTTP/1.1 404"))
  }

  @Test func takesStreamsInPieces() throws {
    let rig = try Rig()
    rig.submit("id-1")
    let head =
      "POST /2018-06-01/runtime/invocation/id-1/response HTTP/1.1\r\nHost: lab\r\n"
      + "Lambda-Runtime-Function-Response-Mode: streaming\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n"
    let answers = try rig.send(Self.next, head + "3\r\none\r\n4\r\n two\r\n0\r\n\r\n")
    #expect(answers[1].hasPrefix("HTTP/1.1 202"))
    let answer = try #require(rig.answer())
    #expect(answer.isStreamed)
    #expect(answer.contentType == "text/plain")
    #expect(answer.body == Array("one two".utf8))
  }

  @Test func takesTheErrorAtTheEndOfAStream() throws {
    let rig = try Rig()
    rig.submit("id-1")
    let head =
      "POST /2018-06-01/runtime/invocation/id-1/response HTTP/1.1\r\nHost: lab\r\n"
      + "Lambda-Runtime-Function-Response-Mode: streaming\r\nTransfer-Encoding: chunked\r\n"
      + "Trailer: Lambda-Runtime-Function-Error-Type, Lambda-Runtime-Function-Error-Body\r\n\r\n"
    let trailer =
      "Lambda-Runtime-Function-Error-Type: Late\r\nLambda-Runtime-Function-Error-Body: eyJhIjoxfQ==\r\n"
    _ = try rig.send(Self.next, head + "3\r\none\r\n0\r\n\(trailer)\r\n")
    guard case .brokenStream(let type, let body) = try #require(rig.answer()).kind else {
      Issue.record("the trailers were not seen")
      return
    }
    #expect(type == "Late")
    #expect(body == Array(#"{"a":1}"#.utf8))
  }

  @Test func saysThatAnAnswerIsTooLarge() throws {
    let rig = try Rig()
    rig.submit("id-1")
    let body = String(repeating: "x", count: RuntimeAPILimits.responseBytes + 1)
    let answers = try rig.send(Self.next, Self.post("invocation/id-1/response", body))
    #expect(answers[1].hasPrefix("HTTP/1.1 413"))
    #expect(answers[1].contains("Exceeded maximum allowed payload size (6291556 bytes)."))
    guard case .tooLarge(let bytes, _) = try #require(rig.answer()).kind else {
      Issue.record("it was taken")
      return
    }
    #expect(bytes == body.utf8.count)
  }

  @Test func letsGoOfARuntimeThatIsReplaced() async throws {
    let rig = try Rig()
    let exchange = rig.exchange
    let waiter = Task.detached { try exchange.next()?.id }
    while exchange.wait(until: .now + .milliseconds(50)) == nil {}
    _ = exchange.restart()
    // The old runtime's question takes no event.
    #expect(try await waiter.value == nil)
    rig.submit("id-2")
    #expect(try rig.send(Self.next)[0].contains("id-2"))
  }
}
