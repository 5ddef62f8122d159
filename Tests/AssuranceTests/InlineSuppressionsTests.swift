import Assurance
import FindingModel
import Testing

@Suite struct InlineSuppressionsTests {
  @Test(
    arguments: [
      (#"# parapet:ignore sas4-admin reason="break glass" until=2027-01-31"#, "break glass", "2027-01-31"),
      (#"# parapet:ignore sas4-admin until=2027-01-31 reason="break glass""#, "break glass", "2027-01-31"),
      ("#parapet:ignore sas4-admin reason=accepted", "accepted", nil),
      (#"// parapet:ignore sas4-admin reason="a = b""#, "a = b", nil),
      (#"/* parapet:ignore sas4-admin reason="one" */"#, "one", nil),
      ("\t#\tparapet:ignore\tsas4-admin\treason=tabs", "tabs", nil),
      (#"key: value  # parapet:ignore sas4-admin reason="behind a value""#, "behind a value", nil),
    ] as [(String, String, String?)])
  func readsADirective(text: String, reason: String, until: String?) throws {
    let read = InlineSuppressions.read(text, path: "a.yaml")
    let found = try #require(read.valid.first)
    #expect(read.malformed.isEmpty)
    #expect(found.rule == "sas4-admin")
    #expect(found.reason == reason)
    #expect(found.until?.description == until)
    #expect(found.location.path == "a.yaml")
    #expect(found.location.line == 1)
  }

  @Test(arguments: [
    ("# parapet:ignore", "names no rule"),
    (#"# parapet:ignore reason="x""#, "names no rule"),
    ("# parapet:ignore sas4-admin", "gives no reason"),
    (#"# parapet:ignore sas4-admin reason="" "#, "gives no reason"),
    (#"# parapet:ignore sas4-admin reason="  ""#, "gives no reason"),
    (#"# parapet:ignore sas4-admin reason="open"#, "not closed"),
    ("# parapet:ignore sas4-admin reason=x until=2027-02-30", "2027-02-30"),
    ("# parapet:ignore sas4-admin reason=x until=tomorrow", "tomorrow"),
    ("# parapet:ignore sas4-admin because=x", "because"),
    ("# parapet:ignore sas4-admin reason=break glass", "glass"),
  ])
  func saysWhatIsWrongWithAMalformedOne(text: String, problem: String) throws {
    let read = InlineSuppressions.read("a: 1\n" + text + "\nb: 2\n", path: "a.yaml")
    #expect(read.valid.isEmpty)
    let found = try #require(read.malformed.first)
    #expect(found.problem.contains(problem))
    #expect(found.location.line == 2)
  }

  @Test(arguments: [
    "text: parapet:ignore sas4-admin reason=x", "Description: write parapet:ignore to suppress",
    "# the marker parapet:ignore needs a reason", "",
  ])
  func textAboutTheMarkerIsNoDirective(text: String) {
    let read = InlineSuppressions.read(text, path: "a.yaml")
    #expect(read.valid.isEmpty)
    #expect(read.malformed.isEmpty)
  }

  static let block = """
    Role:
      Policy: # parapet:ignore sas4-admin reason=block
        Action: "*"

        # a comment between
        Resource: "*"
      Other: 1
    """
  static let alone = """
    Role:
      # parapet:ignore sas4-admin reason=alone
      # and why

      Policy:
        Action: "*"
      Other: 1
    """
  static let item = """
    Statement:
      - Effect: Allow # parapet:ignore sas4-admin reason=item
        Action: "*"
      - Effect: Deny
    """
  static let flushList = """
    Role:
      Statement: # parapet:ignore sas4-admin reason=list
      - Effect: Allow
        Action: "*"
      - Effect: Deny
      Other: 1
    """
  static let flushItem = """
    Statement:
    - Effect: Allow # parapet:ignore sas4-admin reason=one
      Action: "*"
    - Effect: Deny
    """
  static let last = "Role: 1\n# parapet:ignore sas4-admin reason=last"

  @Test(
    arguments: [
      (Self.block, 2...6), (Self.alone, 5...6), (Self.item, 2...3), (Self.flushList, 2...5),
      (Self.flushItem, 2...3), (Self.last, 2...2),
      ("a: 1 # parapet:ignore sas4-admin reason=x\nb: 2", 1...1),
    ] as [(String, ClosedRange<Int>)])
  func coversItsLineAndTheBlockBelow(text: String, lines: ClosedRange<Int>) {
    for ending in ["\n", "\r\n"] {
      let text = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: ending)
      let read = InlineSuppressions.read(text, path: "a.yaml")
      #expect(read.valid.map(\.lines) == [lines])
    }
  }

  @Test func severalDirectivesAboveOneBlockAllCoverIt() {
    let text = """
      # parapet:ignore sas4-admin reason=one
      # parapet:ignore sas4-not-action reason=two
      Role:
        Action: "*"
      """
    let read = InlineSuppressions.read(text, path: "a.yaml")
    #expect(read.valid.map(\.lines) == [3...4, 3...4])
    #expect(read.valid.map(\.rule) == ["sas4-admin", "sas4-not-action"])
  }
}
