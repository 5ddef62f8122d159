import Foundation
import Testing

@testable import EnforcerLogic

@Suite struct EventLineTests {
  private func line(
    _ event: Event, request: String = "8476a536", function: String = "shop",
    layers: ProtectionLayers = .patch,
    program: String = "/var/lang/bin/python3.12"
  ) -> [UInt8] {
    withText(request) { request in
      withText(function) { function in
        withText(program) { program in
          let context = EventContext(
            time: 1_700_000_000_123, process: 7, program: program, counter: 3, suppressed: 2,
            request: request,
            function: function, policy: Text("00ff00ff00ff00ff"), mode: .block, layers: layers,
            redaction: Redaction(secrets: UnsafeMutablePointer<Text>.allocate(capacity: 1), secretCount: 0))
          return written { EventLine.write(event, context, to: &$0) }
        }
      }
    }
  }

  private func document(_ line: [UInt8]) throws -> [String: Any] {
    #expect(line.last == UInt8(ascii: "\n"))
    #expect(line.filter { $0 == UInt8(ascii: "\n") }.count == 1)
    return try #require(try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
  }

  private func value(_ document: [String: Any], _ path: [Any]) -> Any? {
    var value: Any? = document
    for step in path {
      value =
        (step as? Int).map { (value as? [Any])?[$0] } ?? (value as? [String: Any])?[step as? String ?? ""]
    }
    return value
  }

  @Test func tellsOfABlockedProgram() throws {
    let document = try withText("/bin/sh") { path in
      try withArguments([Array("sh".utf8), Array("-c".utf8), Array("env".utf8)]) { arguments in
        try arguments.withMemoryRebound(to: UnsafePointer<CChar>?.self, capacity: 1) { arguments in
          var event = Event(.executables, .unlisted, .blocked, path: path)
          event.arguments = arguments
          return try self.document(line(event))
        }
      }
    }
    #expect(
      document["message"] as? String == "Blocked /bin/sh: it is not among the executables of this function.")
    #expect(document["action_id"] as? Int == 2 && document["disposition_id"] as? Int == 2)
    #expect(value(document, ["finding_info", "uid"]) as? String == "7-3-1700000000123")
    #expect(value(document, ["finding_info", "types", 0]) as? String == "executables")
    #expect(value(document, ["metadata", "correlation_uid"]) as? String == "8476a536")
    #expect(value(document, ["evidences", 0, "process", "cmd_line"]) as? String == "sh -c env")
    #expect(value(document, ["evidences", 0, "process", "file", "name"]) as? String == "sh")
    #expect(value(document, ["evidences", 0, "actor", "process", "file", "name"]) as? String == "python3.12")
    #expect(value(document, ["unmapped", "parapet", "reason"]) as? String == "unlisted")
    #expect(value(document, ["unmapped", "parapet", "decision"]) as? String == "blocked")
    #expect(value(document, ["unmapped", "parapet", "level"]) as? String == "hooks+patch")
    #expect(value(document, ["unmapped", "parapet", "suppressed"]) as? Int == 2)
  }

  @Test func tellsOfAnAddress() throws {
    let document = try withText([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 192, 0, 2, 1]) { address in
      var event = Event(.egress, .address, .alerted)
      event.address = address.start
      event.port = 443
      return try self.document(line(event, request: ""))
    }
    #expect(document["action_id"] as? Int == 3 && document["disposition_id"] as? Int == 15)
    #expect(value(document, ["evidences", 0, "dst_endpoint", "ip"]) as? String == "192.0.2.1")
    #expect(value(document, ["evidences", 0, "dst_endpoint", "port"]) as? Int == 443)
    #expect(value(document, ["metadata", "correlation_uid"]) == nil)
    #expect(value(document, ["evidences", 0, "process"]) == nil)
  }

  @Test func tellsOfAFileWithItsHash() throws {
    let document = try withText("/tmp/lib.so") { path in
      try withText((0..<32).map { UInt8($0) }) { hash in
        var event = Event(.temporaryLibraries, .libraryInWritableDirectory, .blocked, path: path)
        event.hash = hash.start
        return try self.document(line(event, layers: [.patch, .landlock, .seccomp]))
      }
    }
    #expect(value(document, ["evidences", 0, "file", "path"]) as? String == "/tmp/lib.so")
    let hash = value(document, ["evidences", 0, "file", "hashes", 0, "value"]) as? String
    #expect(hash == (0..<32).map { String(format: "%02x", $0) }.joined())
    #expect(value(document, ["unmapped", "parapet", "level"]) as? String == "hooks+patch+landlock+seccomp")
  }

  @Test func everyReasonHasItsText() {
    var raw: UInt8 = 0
    while let reason = Reason(rawValue: raw) {
      #expect(reason.title.count > 5 && reason.explanation.count > 5, "\(reason)")
      #expect(reason.title.string.first?.isUppercase == true && reason.explanation.string.last != ".")
      raw += 1
    }
    #expect(raw > 20)
    #expect(Reason.allowed.title.string == "Observed behaviour")
  }

  /// The worst that every text can be at once: each byte takes six.
  @Test func neverExceedsItsLimit() throws {
    let worst = String(repeating: "\u{1}", count: 5000)
    let arguments = [[UInt8]](repeating: [UInt8](repeating: 1, count: 4000), count: 20)
    try withText("/" + worst) { path in
      try withArguments(arguments) { arguments in
        try arguments.withMemoryRebound(to: UnsafePointer<CChar>?.self, capacity: 1) { arguments in
          var event = Event(.executables, .libraryInWritableDirectory, .alerted, path: path)
          event.arguments = arguments
          event.detail = path
          event.host = path
          event.address = path.start
          event.hash = path.start
          event.port = 65535
          let bytes = line(
            event, request: worst, function: worst, layers: [.patch, .landlock, .seccomp], program: worst)
          #expect(bytes.count <= EventLine.limit)
          _ = try self.document(bytes)
        }
      }
    }
  }
}
