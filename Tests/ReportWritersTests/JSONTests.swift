import FindingModel
import Foundation
import Testing

@testable import ReportWriters

struct JSONTests {
  private struct Sample: Encodable {
    var zebra = 1
    var alpha = OrNull<String>(nil)
    var middle: [Int] = []
    var absent: String?
    var nested = Nested()

    struct Nested: Encodable {
      var yes = true
      var half = 0.5
      var none = Double.infinity
      var list = ["a", "b\"\\\n\u{1}é"]
      var empty: [String: Int] = [:]
    }
  }

  @Test func keysKeepTheirOrder() {
    let compact = OrderedJSONEncoder(style: .compact).text(of: Sample())
    #expect(
      compact == """
        {"zebra":1,"alpha":null,"middle":[],"nested":{"yes":true,"half":0.5,"none":null,\
        "list":["a","b\\"\\\\\\n\\u0001é"],"empty":{}}}
        """)
  }

  @Test func indentationChangesOnlyWhiteSpace() throws {
    let indented = OrderedJSONEncoder(style: .indented).text(of: Sample())
    let compact = OrderedJSONEncoder(style: .compact).text(of: Sample())
    #expect(indented.filter { !$0.isWhitespace } == compact)
    #expect(
      indented.hasPrefix(
        "{\n  \"zebra\": 1,\n  \"alpha\": null,\n  \"middle\": [],\n  \"nested\": {\n    \"yes\""))
  }

  @Test func embeddedTextHasNoMarkup() {
    #expect(
      OrderedJSONEncoder(style: .embedded).text(of: ["</script>&"]) == #"["\u003c/script\u003e\u0026"]"#)
  }

  @Test func charactersBeyondTheFirstPlaneAreEscapedInPairs() {
    #expect(OrderedJSONEncoder(style: .compact).text(of: ["\u{E0041}😀"]) == #"["\udb40\udc41😀"]"#)
  }

  @Test func everyFoundationReadsWhatIsWritten() throws {
    let text = written(ShopReport.report, as: .json)
    let report = try JSONDecoder().decode(Decoded.self, from: Data(text.utf8))
    #expect(report.findings.count == 15)
    #expect(report.findings.filter { $0.suppression != nil }.map(\.suppression?.until) == ["2027-01-31"])
    // The role and the runtime affect two functions, the API none.
    #expect(report.findings.filter { $0.function == nil }.count == 3)
    #expect(report.findings.contains { $0.message.hasSuffix("This holds only when Stage is 'prod'.") })
  }

  private struct Decoded: Decodable {
    let findings: [Finding]

    struct Finding: Decodable {
      let message: String
      let function: String?
      let suppression: Suppression?
    }

    struct Suppression: Decodable {
      let until: String?
    }
  }
}
