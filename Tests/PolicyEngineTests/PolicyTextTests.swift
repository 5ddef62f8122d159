import ApplicationModel
import FindingModel
import PolicyEngine
import Testing

@Suite struct PolicyTextTests {
  @Test func readsEveryFormOfAStatement() throws {
    let text = """
      {"Version": "2012-10-17",
       "Statement": {"Sid": "A", "Effect": "Deny",
         "NotPrincipal": {"AWS": ["1", "*"], "Service": "s3.amazonaws.com"},
         "NotAction": ["s3:*", "sqs:*"], "NotResource": "arn:aws:s3:::b",
         "Condition": {"Bool": {"aws:SecureTransport": false}, "NumericLessThan": {"s3:max-keys": 10}}}}
      """
    let reading = PolicyText.read(text, at: .start(of: "policy.json"))
    #expect(reading.problems.isEmpty)
    let statement = try #require(reading.document.statements.first)
    #expect(statement.sid == "A" && statement.effect.value == .deny && statement.location.line == 2)
    #expect(statement.actions == .allExcept(statement.actions.texts) && statement.actions.texts.count == 2)
    guard case .allExcept(let principals) = statement.principals else {
      Issue.record("the principals are \(statement.principals)")
      return
    }
    #expect(principals.map(\.kind) == [.aws, .anyone, .service])
    #expect(statement.conditions.map(\.values) == [["false"], ["10"]])
    #expect(statement.conditions[0].location.line == 5)
  }

  @Test(arguments: [
    "", "{", "[]", "null", "{}", "{\"Statement\": 1}", "{\"Statement\": [1]}", "{\"Statement\": [{}]}",
    "{\"Statement\": {\"Effect\": \"Perhaps\"}}", "{\"Statement\": [{\"Effect\":\"Allow\"}]} x",
    "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": [{}]}}",
    "{\"Statement\": {\"Effect\": \"Allow\", \"Principal\": {\"Martian\": \"x\"}}}", "{\"a\": \"\\ud800\\",
    "{\"Statement\": \"\\u00", "{\"Statement\": [], \"a\": \"\\u+123\"}", "\u{0}",
  ])
  func reportsWhatItCannotRead(_ text: String) {
    let reading = PolicyText.read(text, at: place)
    #expect(!reading.problems.isEmpty)
    #expect(reading.document.unresolved.count == reading.problems.count)
  }

  @Test(arguments: [
    (#"\u0041"#, "A"), (#"\ud83d\ude00"#, "😀"), (#"\ud83d"#, "\u{FFFD}"), (#"\ude00"#, "\u{FFFD}"),
    (#"\ud83d\u0041"#, "\u{FFFD}A"), (#"\ud83d\ud83d\ude00"#, "\u{FFFD}😀"), (#"\ud83d\n"#, "\u{FFFD}\n"),
    (#"\ud83d\uffff"#, "\u{FFFD}\u{FFFF}"),
  ])
  func readsEscapesOfCharacters(_ written: String, _ meant: String) {
    let text = #"{"Statement": {"Sid": "\#(written)", "Effect": "Deny", "Action": "*", "Resource": "*"}}"#
    #expect(PolicyText.read(text, at: place).document.statements.first?.sid == meant)
  }

  @Test(arguments: [(PolicyText.depthLimit, true), (PolicyText.depthLimit + 1, false)])
  func readsNoDeeperThanItsLimit(_ depth: Int, _ isRead: Bool) {
    // The policy's record is a level as well.
    let nested = String(repeating: "[", count: depth - 1) + String(repeating: "]", count: depth - 1)
    let text = "{\"Statement\": [], \"x\": \(nested)}"
    #expect(PolicyText.read(text, at: place).problems.isEmpty == isRead)
  }

  @Test func keepsThePlaceOfAPolicyInsideAnotherFile() throws {
    let inside = SourceLocation(path: "template.yaml", line: 7, column: 9)
    let text = """
      {"Statement": [
        {"Effect": "Allow", "Principal": {"AWS": "*"},
         "Action": ["a:B"], "Resource": "*",
         "Condition": {"Bool": {"aws:SecureTransport": "true"}}}]}
      """
    let statement = try #require(PolicyText.read(text, at: inside).document.statements.first)
    #expect(statement.location == inside)
    #expect(statement.effect.location == inside)
    #expect(statement.actions.texts.map(\.location) == [inside])
    #expect(statement.principals == .only([Principal(kind: .anyone, value: Text("*"), location: inside)]))
    #expect(statement.conditions.map(\.location) == [inside])
    let broken = PolicyText.read("{\"Statement\": [1]}", at: inside)
    #expect(broken.problems == ["a statement that is no record at template.yaml:7:9"])
  }

  @Test func keepsTheLastOfARepeatedName() throws {
    let text = #"{"Statement": [], "Statement": {"Effect": "Deny", "Effect": "Allow", "Action": "a:B"}}"#
    let document = PolicyText.read(text, at: place).document
    #expect(document.statements.map(\.effect.value) == [.allow])
  }

  @Test func readsNoMoreThanItsLimits() {
    let filler = String(repeating: " ", count: PolicyText.byteLimit)
    let whole = "{\"Statement\": []}"
    let atLimit = whole + filler.dropLast(whole.utf8.count)
    #expect(PolicyText.read(atLimit, at: place).problems.isEmpty)
    #expect(!PolicyText.read(atLimit + " ", at: place).problems.isEmpty)
  }

  /// Ten thousand statements in a megabyte; stars and malformed names among them.
  @Test func aHugePolicyIsDecidedInWellUnderASecond() {
    let statements = (0..<10_000).map { index in
      "{\"Effect\":\"Allow\",\"Action\":\"x\(index):*\",\"Resource\":\"arn:aws:s3:::*a*a*a\(index)*b\"}"
    }
    let text = "{\"Statement\":[\(statements.joined(separator: ","))]}"
    let clock = ContinuousClock()
    let start = clock.now
    let reading = PolicyText.read(text, at: place)
    #expect(reading.document.statements.count == 10_000)
    let request = AccessRequest(
      principal: RequestPrincipal(.role), action: "x9999:Go",
      target: .resource(Text("arn:aws:s3:::" + String(repeating: "a", count: 1000))))
    let evaluation = AccessEvaluation(identityPolicies: [reading.document])
    #expect(evaluation.decision(for: request) == .denied(.identityPolicy))
    // Generous: an unoptimised build on a busy machine.
    #expect(clock.now - start < .seconds(5))
  }
}
