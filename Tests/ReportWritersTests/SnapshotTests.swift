import FindingModel
import ReportWriters
import TestSupport
import Testing

/// A report, a writer and the file that holds what the writer makes of it.
struct SnapshotCase: CustomTestStringConvertible, Sendable {
  let file: String
  let write: @Sendable () -> String

  var testDescription: String { file }

  private static func text(
    _ file: String, _ report: ScanReport, width: Int, colour: Bool = false, verbose: Bool = false
  ) -> SnapshotCase {
    SnapshotCase(file: file) {
      var output = ""
      let options = TextWriter.Options(colour: colour, width: width, verbose: verbose)
      TextWriter(options: options).write(report, to: &output)
      return output
    }
  }

  private static func json(_ file: String, _ report: ScanReport) -> SnapshotCase {
    SnapshotCase(file: file) {
      var output = ""
      JSONWriter().write(report, to: &output)
      return output
    }
  }

  private static func sarif(_ file: String, _ report: ScanReport) -> SnapshotCase {
    SnapshotCase(file: file) {
      var output = ""
      SARIFWriter(rules: ShopRules.all).write(report, to: &output)
      return output
    }
  }

  private static func html(_ file: String, _ report: ScanReport) -> SnapshotCase {
    SnapshotCase(file: file) {
      var output = ""
      HTMLWriter(rules: ShopRules.all).write(report, to: &output)
      return output
    }
  }

  private static func graph(_ file: String, _ report: GraphReport, _ format: GraphFormat) -> SnapshotCase {
    SnapshotCase(file: file) { drawn(report, as: format) }
  }

  static let all = [
    text("shop-40.txt", ShopReport.report, width: 40),
    text("shop-80.txt", ShopReport.report, width: 80),
    text("shop-100.txt", ShopReport.report, width: 100),
    text("shop-200.txt", ShopReport.report, width: 200),
    text("shop-colour.txt", ShopReport.report, width: 100, colour: true),
    text("shop-verbose.txt", ShopReport.report, width: 100, verbose: true),
    text("empty.txt", ShopReport.empty, width: 80), text("clean.txt", ShopReport.clean, width: 80),
    json("shop.json", ShopReport.report), json("empty.json", ShopReport.empty),
    sarif("shop.sarif", ShopReport.report), sarif("empty.sarif", ShopReport.empty),
    html("shop.html", ShopReport.report), html("empty.html", ShopReport.empty),
    graph("graph.dot", ShopGraph.report, .dot), graph("graph.mmd", ShopGraph.report, .mermaid),
    graph("graph.json", ShopGraph.report, .json), graph("graph.txt", ShopGraph.report, .text),
    graph("graph-empty.txt", ShopGraph.empty, .text), graph("graph-empty.dot", ShopGraph.empty, .dot),
  ]
}

struct SnapshotTests {
  @Test(arguments: SnapshotCase.all)
  func outputIsAsRecorded(snapshot: SnapshotCase) throws {
    #expect(try Snapshots().difference(of: snapshot.write(), from: snapshot.file) == nil)
  }

  @Test func everySnapshotFileIsUsed() throws {
    #expect(try Snapshots().names().subtracting(SnapshotCase.all.map(\.file)).isEmpty)
  }
}
