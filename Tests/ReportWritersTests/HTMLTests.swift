import Digests
import FindingModel
import Foundation
import Testing

@testable import ReportWriters

struct HTMLTests {
  @Test func theSecurityPolicyNamesThisStyleAndThisScript() throws {
    let page = written(ShopReport.report, as: .html)
    for (tag, directive) in [("style", "style-src"), ("script", "script-src")] {
      let content = try #require(page.firstMatch(of: try Regex("(?s)<\(tag)>(.*?)</\(tag)>"))?[1].substring)
      #expect(
        page.contains("\(directive) &#39;sha256-\(SHA256.digest(of: String(content)).base64)&#39;")
          || page.contains("\(directive) 'sha256-\(SHA256.digest(of: String(content)).base64)'"))
    }
  }

  @Test func nothingIsLoaded() {
    let page = written(ShopReport.report, as: .html)
    #expect(!page.contains("src="))
    #expect(!page.contains("url("))
    #expect(!page.contains("@import"))
    // The policy refuses style attributes and event handlers; there must be none to refuse.
    #expect(!page.contains(/\s(style|on[a-z]+)="/))
  }

  @Test func everyFindingIsReadableWithoutScript() {
    let page = written(ShopReport.report, as: .html)
    for reported in ShopReport.report.findings {
      #expect(page.contains(reported.finding.location.description))
    }
    #expect(page.ranges(of: "<article").count == ShopReport.report.findings.count)
    #expect(!page.contains("<article class=\"card critical\" hidden"))
  }

  @Test func identifiersAreUniqueAndLinksLeadSomewhere() {
    let page = written(ShopReport.report, as: .html)
    let ids = page.matches(of: /\sid="([^"]+)"/).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
    let targets = Set(page.matches(of: /href="#([^"]+)"/).map { String($0.1) })
    #expect(targets.subtracting(ids).isEmpty)
  }

  @Test func interpolatedTextIsEscaped() {
    let text = "<a href=\"x\" title='y'>&`\u{1B}"
    let html: HTML = "<p>\(text)</p>"
    #expect(html.source == "<p>&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;&#96;\\u{1B}</p>")
  }
}
