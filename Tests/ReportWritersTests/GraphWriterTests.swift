import Digests
import FindingModel
import Foundation
import Testing

import JSONText
@testable import ReportWriters

struct GraphWriterTests {
  @Test(arguments: HostileReport.attacks, GraphFormat.allCases)
  func noOutputHoldsAControlCharacter(attack: String, format: GraphFormat) {
    let output = drawn(ShopGraph.hostile(attack), as: format)
    #expect(!output.unicodeScalars.contains { $0 != "\n" && $0 != "\t" && $0.isUnsafeToPrint })
  }

  @Test(arguments: HostileReport.attacks)
  func namesBringNoMarkupIntoThePage(attack: String) {
    let hostile = drawn(ShopGraph.hostile(attack), as: .html).matches(of: /<\/?[a-zA-Z][^>]*>?/).count
    let harmless = drawn(ShopGraph.hostile("plain"), as: .html).matches(of: /<\/?[a-zA-Z][^>]*>?/).count
    #expect(hostile == harmless)
  }

  @Test func thePageLoadsNothingAndRunsOnlyItsOwnScript() throws {
    let page = drawn(ShopGraph.report, as: .html)
    for sign in ["src=", "@import", "http://", "https://", "fetch(", "innerHTML"] {
      // The name of SVG's namespace is an address that nothing asks for.
      let text = page.replacing("http://www.w3.org/2000/svg", with: "")
      #expect(!text.contains(sign), "\(sign)")
    }
    #expect(!page.contains(/\s(style|on[a-z]+)="/))
    for (tag, directive) in [("style", "style-src"), ("script", "script-src")] {
      let content = try #require(page.firstMatch(of: try Regex("(?s)<\(tag)>(.*?)</\(tag)>"))?[1].substring)
      #expect(page.contains("\(directive) &#39;sha256-\(SHA256.digest(of: String(content)).base64)&#39;"))
    }
  }

  @Test func pathsAreReadableWithoutTheScript() {
    let page = drawn(ShopGraph.report, as: .html)
    for step in ShopGraph.report.paths.flatMap(\.steps) {
      if let location = step.location { #expect(page.contains("<code>\(location)</code>")) }
    }
  }

  @Test(arguments: HostileReport.attacks)
  func everyLineOfDotIsAStatement(attack: String) throws {
    // A quote that ends a string early would leave an odd number of unescaped ones on its line.
    for line in drawn(ShopGraph.hostile(attack), as: .dot).split(separator: "\n") {
      let quotes = line.replacing("\\\\", with: "").replacing("\\\"", with: "").count { $0 == "\"" }
      #expect(quotes % 2 == 0, "\(line)")
    }
  }

  @Test(arguments: HostileReport.attacks)
  func labelsOfMermaidHoldNoSyntax(attack: String) throws {
    let output = drawn(ShopGraph.hostile(attack), as: .mermaid)
    let labels = output.matches(of: /n\d+[^"]*"([^"\n]*)"/).map { $0.1 }
    #expect(labels.count == 2)
    #expect(labels.allSatisfy { !$0.contains(/[<>\[\]{}()|`"\\]/) }, "\(labels)")
  }

  @Test(arguments: HostileReport.attacks)
  func jsonKeepsEveryCharacter(attack: String) throws {
    let data = Data(drawn(ShopGraph.hostile(attack), as: .json).utf8)
    let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let nodes = try #require(object["nodes"] as? [[String: Any]])
    #expect(nodes.first?["title"] as? String == attack)
  }

  @Test func pathsAloneKeepOnlyWhatLiesOnThem() {
    var report = ShopGraph.report
    report.paths = [report.paths[0]]
    let alone = report.alongPaths
    #expect(alone.nodes.map(\.id) == ["internet", "bucket:Images", "data"])
    #expect(alone.edges.map(\.kind) == ["mayRead", "holds"])
    #expect(alone.paths[0].steps.map(\.node) == [0, 1, 2])
  }

  @Test(
    arguments: [
      ("a.html", .html), ("b.HTM", .html), ("c.gv", .dot), ("d.mmd", .mermaid), ("e.json", .json), ("f", nil),
      ("g.txt", .text), ("h.png", nil),
    ] as [(String, GraphFormat?)])
  func endingsNameFormats(file: String, format: GraphFormat?) {
    #expect(GraphFormat(ofFile: file) == format)
  }
}
