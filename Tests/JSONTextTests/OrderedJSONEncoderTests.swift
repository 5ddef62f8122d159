import JSONText
import Testing

struct OrderedJSONEncoderTests {
  /// Says that there is nothing, where an absent property would say that nobody knows.
  private struct Nothing: Encodable {
    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      try container.encodeNil()
    }
  }

  private struct Sample: Encodable {
    var zebra = 1
    var alpha = Nothing()
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
}
