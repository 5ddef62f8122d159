package import FindingModel
internal import JSONText

/// The report for people, as one page that needs nothing else: no network, and no script to be read.
package struct HTMLWriter: Sendable {
  private let rules: [String: RuleMetadata]

  /// - Parameter rules: Those the scan ran; a finding of another rule is shown without its rationale.
  package init(rules: [RuleMetadata]) {
    self.rules = Dictionary(rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  package func write(_ report: ScanReport, to output: inout some TextOutputStream) {
    let index = HTMLIndex(report)
    let data = OrderedJSONEncoder(style: .embedded).text(of: HTMLData(index))
    let page = HTMLPage(
      title: "Parapet report, \(report.asOf)", style: htmlStyle, script: htmlScript, data: data,
      body: """
        \(HTMLSummary(report, index: index).html)
        <main>
        \(HTMLMatrix(index).html)
        \(HTMLFindings(index, rules: rules).html)
        \(HTMLRemarks(report).html)
        </main>
        <footer><p>Written by Parapet \(report.toolVersion). This file loads nothing and sends nothing.</p></footer>
        """)
    output.write(page.html.source)
  }
}
