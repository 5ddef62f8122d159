internal import Digests
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
    let page: HTML = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(Self.securityPolicy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <meta name="color-scheme" content="light dark">
      <title>Parapet report, \(report.asOf)</title>
      <style>\(HTML(trusted: htmlStyle))</style>
      </head>
      <body>
      \(HTMLSummary(report, index: index).html)
      <main>
      \(HTMLMatrix(index).html)
      \(HTMLFindings(index, rules: rules).html)
      \(HTMLRemarks(report).html)
      </main>
      <footer><p>Written by Parapet \(report.toolVersion). This file loads nothing and sends nothing.</p></footer>
      <script type="application/json" id="data">\(HTML(trusted: data))</script>
      <script>\(HTML(trusted: htmlScript))</script>
      </body>
      </html>

      """
    output.write(page.source)
  }

  /// Nothing but this very style and this very script, so that nothing a scanned file smuggles in can run.
  private static let securityPolicy = """
    default-src 'none'; style-src 'sha256-\(SHA256.digest(of: htmlStyle).base64)'; \
    script-src 'sha256-\(SHA256.digest(of: htmlScript).base64)'; base-uri 'none'; form-action 'none'
    """
}
