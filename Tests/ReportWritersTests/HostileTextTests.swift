import FindingModel
import Foundation
import Testing

import JSONText
@testable import ReportWriters

struct HostileTextTests {
  @Test(arguments: HostileReport.attacks, ReportFormat.allCases)
  func noOutputHoldsAControlCharacter(attack: String, format: ReportFormat) {
    let output = written(HostileReport.report(attack), as: format, rules: [HostileReport.rule(attack)])
    let unsafe = output.unicodeScalars.filter { $0 != "\n" && $0 != "\t" && $0.isUnsafeToPrint }
    #expect(unsafe.isEmpty)
  }

  @Test(arguments: HostileReport.attacks)
  func colourAddsOnlyItsOwnEscapeSequences(attack: String) {
    var output = ""
    TextWriter(options: .init(colour: true, width: 80, verbose: true))
      .write(HostileReport.report(attack), to: &output)
    let plain = output.replacing(/\u{1B}\[[0-9;]+m/, with: "")
    #expect(!plain.unicodeScalars.contains { $0 != "\n" && $0.isUnsafeToPrint })
  }

  @Test(arguments: HostileReport.attacks)
  func jsonKeepsEveryCharacter(attack: String) throws {
    let object = try object(in: written(HostileReport.report(attack), as: .json))
    let finding = try #require((object["findings"] as? [[String: Any]])?.first)
    #expect(finding["title"] as? String == attack)
    #expect((finding["location"] as? [String: Any])?["path"] as? String == attack)
    #expect(finding["function"] as? String == attack)
  }

  @Test(arguments: HostileReport.attacks)
  func sarifIsStillAnObjectWithRelativeLocations(attack: String) throws {
    let report = HostileReport.report(attack)
    let object = try object(in: written(report, as: .sarif, rules: [HostileReport.rule(attack)]))
    let run = try #require((object["runs"] as? [[String: Any]])?.first)
    let result = try #require((run["results"] as? [[String: Any]])?.first)
    let locations = try #require(result["locations"] as? [[String: Any]])
    let physical = try #require(locations.first?["physicalLocation"] as? [String: Any])
    let artifact = try #require(physical["artifactLocation"] as? [String: Any])
    let uri = try #require(artifact["uri"] as? String)
    #expect(uri.removingPercentEncoding == attack)
    #expect(!uri.hasPrefix("/") && !uri.contains("//") && !uri.contains(":") && !uri.contains("\\"))
    #expect(!uri.contains("?") && !uri.contains("#"))
    let region = try #require(physical["region"] as? [String: Any])
    #expect(region["startLine"] as? Int == 1)
    #expect(region["startColumn"] as? Int == 1)
  }

  @Test func sarifMessagesCannotBringLinks() throws {
    let report = HostileReport.report("[click](https://evil.example)")
    #expect(written(report, as: .sarif).contains(#"\\[click\\](https://evil.example)"#))
  }

  @Test(arguments: HostileReport.attacks)
  func htmlHoldsNoMarkupOfOthers(attack: String) {
    let rule = HostileReport.rule(attack)
    let hostile = tags(in: written(HostileReport.report(attack), as: .html, rules: [rule]))
    let harmless = tags(
      in: written(HostileReport.report("plain"), as: .html, rules: [HostileReport.rule("plain")]))
    let added = hostile.difference(from: harmless).insertions.map { change in
      if case .insert(_, let tag, _) = change { tag } else { "" }
    }
    // A reference that is an https address becomes a link: the only tag a text can bring about.
    #expect(added.filter { $0 != "a" && $0 != "/a" }.isEmpty)
  }

  @Test func htmlDataCannotLeaveItsElement() throws {
    let output = written(HostileReport.report("</script><!--<script>"), as: .html)
    let start = try #require(output.range(of: "id=\"data\">"))
    let end = try #require(output.range(of: "</script>", range: start.upperBound..<output.endIndex))
    let data = String(output[start.upperBound..<end.lowerBound])
    #expect(!data.contains("<"))
    let functions = try #require(try object(in: data)["functions"] as? [[String: Any]])
    #expect(functions.first?["name"] as? String == "</script><!--<script>")
  }

  @Test func htmlLinksOnlyToSecureAddresses() {
    let output = written(HostileReport.report("javascript:alert(1)"), as: .html)
    #expect(!output.contains("href=\"javascript"))
  }

  private func object(in text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  /// Names of the tags in order; what stands in the style and script elements is left out.
  private func tags(in html: String) -> [String] {
    html.replacing(/(?s)<(style|script)([^>]*)>.*?<\/(style|script)>/, with: "<script></script>")
      .matches(of: /<(!?--|\/?[A-Za-z][A-Za-z0-9]*)/).map { String($0.1) }
  }
}
