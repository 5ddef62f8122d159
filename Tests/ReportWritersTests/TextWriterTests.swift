import FindingModel
import Testing

@testable import ReportWriters

struct TextWriterTests {
  @Test(arguments: [40, 41, 60, 71, 72, 73, 80, 81, 99, 100, 120, 200])
  func linesFitTheWidth(width: Int) {
    // Code is there to be copied, so it is not broken.
    let code = ShopRules.all.flatMap { $0.remediation.snippets.values }.joined(separator: "\n")
    let tooLong = written(ShopReport.report, as: .text, width: width).split(separator: "\n").map(String.init)
      .filter { $0.columns > width && !code.contains($0.drop { $0 == " " }) }
    #expect(tooLong.isEmpty)
  }

  @Test(arguments: [Int.min, -1, 0, 1, 39])
  func noWidthIsTooSmall(width: Int) {
    #expect(
      written(ShopReport.report, as: .text, width: width) == written(ShopReport.report, as: .text, width: 40))
  }

  @Test func anEnormousWidthChangesNothing() {
    #expect(
      written(ShopReport.report, as: .text, width: .max) == written(ShopReport.report, as: .text, width: 200))
  }

  @Test func theReportsOwnWidthIsTheDefault() {
    #expect(written(ShopReport.report, as: .text) == written(ShopReport.report, as: .text, width: 100))
  }

  @Test func coloursChangeNothingElse() {
    var coloured = ""
    TextWriter(options: .init(colour: true, width: 80)).write(ShopReport.report, to: &coloured)
    #expect(coloured.contains("\u{1B}["))
    #expect(
      coloured.replacing(/\u{1B}\[[0-9;]+m/, with: "") == written(ShopReport.report, as: .text, width: 80))
  }

  @Test func everyRemediationIsPrintedOnce() {
    let text = written(ShopReport.report, as: .text, width: 100)
    for rule in ShopRules.all {
      #expect(text.prose.ranges(of: rule.remediation.advice).count == 1, "\(rule.id)")
    }
  }

  @Test func suppressedFindingsAreOnlyCounted() {
    let text = written(ShopReport.report, as: .text, width: 100)
    #expect(!text.contains("GET /items runs"))
    #expect(text.prose.contains("; 1 suppressed"))
  }

  @Test func verboseShowsWhatIsSuppressedAndUnresolved() {
    var text = ""
    TextWriter(options: .init(width: 100, verbose: true)).write(ShopReport.report, to: &text)
    #expect(text.contains("GET /items runs"))
    #expect(text.prose.contains("The catalogue is public on purpose."))
    #expect(text.contains("!ImportValue network-vpc"))
  }

  @Test func riskiestFunctionsComeFirst() throws {
    let text = written(ShopReport.report, as: .text, width: 100)
    let names = ["Checkout ", "Pay ", "FulfilOrder ", "PartnerImport ", "UnusedMigration "]
    let places = try names.map { try #require(text.firstRange(of: $0)).lowerBound }
    #expect(places == places.sorted())
  }
}

struct WrappingTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let text: String
    let width: Int
    let lines: [String]
    var keepsWords = false
    var testDescription: String { "\(text.debugDescription) in \(width)" }
  }

  static let cases = [
    Case(text: "", width: 10, lines: []),
    Case(text: "  \n ", width: 10, lines: []),
    Case(text: "one two three", width: 7, lines: ["one two", "three"]),
    Case(text: "one two three", width: 6, lines: ["one", "two", "three"]),
    Case(text: "abcdefgh ij", width: 3, lines: ["abc", "def", "gh", "ij"]),
    Case(text: "abcdefgh ij", width: 3, lines: ["abcdefgh", "ij"], keepsWords: true),
    Case(text: "日本語 日本", width: 6, lines: ["日本語", "日本"]),
    Case(text: "日本語", width: 1, lines: ["日", "本", "語"]),
    Case(text: "a b", width: -4, lines: ["a", "b"]),
    Case(text: "a\u{1B}b", width: 10, lines: ["a\\u{1B}b"]),
  ]

  @Test(arguments: cases)
  func wordsFillLines(example: Case) {
    #expect(wrap(example.text, width: example.width, keepsWords: example.keepsWords) == example.lines)
  }

  @Test(arguments: [
    ("abc", 3), ("", 0), ("é", 1), ("e\u{301}\u{302}\u{303}", 1), ("日本", 4), ("한글", 4), ("👩‍👩‍👧", 2),
    ("☂\u{FE0F}", 2),
    ("☂", 1), ("ﾊ", 1), ("Ａ", 2), ("a\u{200D}b", 2),
  ])
  func columnsAreThoseOfATerminal(text: String, columns: Int) {
    #expect(text.columns == columns)
  }

  @Test(arguments: [
    ("abcdef", 6, "abcdef"), ("abcdef", 5, "abcd…"), ("日本語", 5, "日本…"), ("日本語", 4, "日…"), ("ab", 1, "…"),
  ])
  func namesAreCutToFit(text: String, limit: Int, cut: String) {
    #expect(text.truncated(to: limit) == cut)
  }
}
