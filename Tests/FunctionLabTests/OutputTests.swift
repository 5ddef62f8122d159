import Documents
import FindingModel
import Foundation
import Testing

@testable import FunctionLab

/// What is written of a run, and what a function can do to it.
@Suite struct OutputTests {
  static let event = """
    {"class_uid":2004,"message":"Blocked /bin/sh: it is not among the executables of this function.",\
    "unmapped":{"parapet":{"control":"executables","reason":"unlisted","decision":"blocked","level":"hooks+patch"}}}
    """

  @Test func tellsEventsFromTheLog() throws {
    guard case .event(let event) = LogLine(Array(Self.event.utf8)) else {
      Issue.record("no event")
      return
    }
    #expect(event[path: "unmapped", "parapet", "control"]?.text == "executables")
    for text in [
      "plain", "{", #"{"class_uid":2004}"#, #"{"class_uid":2003,"unmapped":{"parapet":{}}}"#,
      " " + Self.event,
      Self.event + String(repeating: " ", count: LogLine.eventBytes),
    ] {
      guard case .text(text) = LogLine(Array(text.utf8)) else {
        Issue.record("\(text) is no event")
        continue
      }
    }
  }

  @Test func separatesEventsOfAFunction() throws {
    let bench = try LabBench([
      "app.py": "def handler(event, context):\n  print('before')\n  print(event)\n  print('after')"
    ])
    let quoted = try String(decoding: JSONEncoder().encode(Self.event), as: UTF8.self)
    let function = try bench.function("python\(Runtimes.pythonVersion)", "app.handler")
    var options = LabOptions()
    options.interpreter = Runtimes.python
    let session = try LabSession(function, options: options)
    defer { session.close() }
    let result = session.invoke(Array(quoted.utf8))
    #expect(result.events.count == 1)
    #expect(result.text.contains("before\nafter\n"))
    var report = LabReport(session)
    report.add(result)
    #expect(report.level == "hooks+patch")
    let text = LabTextWriter(colour: false).line(.event(result.events[0]))
    #expect(
      text
        == "parapet blocked  Blocked /bin/sh: it is not among the executables of this function.  (executables, unlisted)\n"
    )
    let json =
      try JSONSerialization.jsonObject(with: Data(LabJSONWriter().text(report).utf8)) as? [String: Any]
    let invocation = try #require((json?["invocations"] as? [[String: Any]])?.first)
    #expect((invocation["events"] as? [[String: Any]])?.first?["class_uid"] as? Int == 2004)
    #expect(json?["level"] as? String == "hooks+patch")
  }

  @Test func countsEqualEvents() throws {
    let event = try JSONReader.parse(Array(Self.event.utf8), path: "event")
    let other = try JSONReader.parse(
      Array(
        #"{"message":"m","unmapped":{"parapet":{"control":"egress","reason":"host","decision":"alerted"}}}"#
          .utf8),
      path: "event")
    let table = EventTable([event, other, event])
    #expect(table.rows.map(\.count) == [2, 1])
    #expect(
      table.text == """
        count  decision  control      reason    what
        2      blocked   executables  unlisted  Blocked /bin/sh: it is not among the executables of this function.
        1      alerted   egress       host      m

        """)
    #expect(EventTable([]).text.isEmpty)
  }

  private func result(_ payload: String, contentType: String? = nil) -> InvocationResult {
    var result = InvocationResult(requestID: "r", status: .ok, duration: .zero, memorySize: 128)
    result.payload = Array(payload.utf8)
    result.contentType = contentType
    return result
  }

  @Test func keepsEveryDigitOfTheAnswer() {
    let text = #"{"big": 12345678901234567890123, "exact": 0.1000, "b": [1e400]}"#
    #expect(JSONPiece.payload(Array(text.utf8)).text == text)
  }

  @Test func printsNothingThatMovesTheCursor() {
    let hostile = "\u{1B}[2J\u{9B}31m\u{202E}"
    let writer = LabTextWriter(colour: false)
    for text in [
      writer.line(.text(hostile)), writer.result(result("\"\u{202E}\u{9B}\"")),
      writer.result(result(hostile)),
      JSONPiece.payload(Array("\"\u{202E}\u{9B}\"".utf8)).text, JSONPiece.string(hostile).text,
    ] {
      #expect(
        !text.unicodeScalars.contains { [0x1B, 0x9B, 0x202E].contains($0.value) }, "\(text.debugDescription)")
    }
  }

  @Test func printsAnswersForPeople() {
    let writer = LabTextWriter(colour: false)
    #expect(
      writer.result(result(#"{"b":[1,2.5,true,null,"x"],"a":{}}"#)) == """
        {
          "b": [
            1,
            2.5,
            true,
            null,
            "x"
          ],
          "a": {}
        }

        """)
    #expect(writer.result(result("12345678901234567890123.50")) == "12345678901234567890123.50\n")
    #expect(writer.result(result("plain\ntext")) == "plain\ntext\n")
    #expect(writer.result(result("")) == "")
    let http = result(
      #"{"statusCode":200}"# + String(repeating: "\0", count: 8) + "body",
      contentType: HTTPStreamAnswer.contentType)
    #expect(writer.result(http) == "{\"statusCode\":200}\n\nbody\n")
  }

  @Test func countsDurations() throws {
    let statistics = try #require(DurationStatistics((1...100).map { .microseconds($0) }))
    #expect(statistics.minimum == .microseconds(1))
    #expect(statistics.median == .microseconds(50))
    #expect(statistics.percentile99 == .microseconds(99))
    #expect(DurationStatistics([.seconds(1)]) == nil)
  }

  @Test(arguments: [(1_234_567, "1.23"), (1_235_000, "1.24"), (0, "0.00"), (99_995_000, "100.00")])
  func roundsMilliseconds(nanoseconds: Int, text: String) {
    #expect(Duration.nanoseconds(nanoseconds).twoDecimals == text)
  }

  @Test(arguments: EventSample.allCases) func samplesAreJSON(sample: EventSample) throws {
    #expect(throws: Never.self) { try JSONReader.parse(Array(sample.text.utf8), path: sample.rawValue) }
  }

  @Test(arguments: [("", ""), ("YQ==", "a"), ("YWI=", "ab"), ("YWJj", "abc"), ("YWI", "ab")])
  func readsBase64(text: String, value: String) {
    #expect(Base64.decode(Array(text.utf8)) == Array(value.utf8))
    #expect(Base64.decode(Array("a*".utf8)) == nil)
  }
}
