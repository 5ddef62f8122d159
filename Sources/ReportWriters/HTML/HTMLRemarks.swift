import FindingModel

/// What the report says about the scan itself.
struct HTMLRemarks {
  private let report: ScanReport

  init(_ report: ScanReport) { self.report = report }

  var html: HTML { "\(notices)\(gaps)\(unresolved)" }

  private var notices: HTML? {
    guard !report.notices.isEmpty else { return nil }
    let items = report.notices.map { notice -> HTML in "<li>\(notice)</li>" }
    return "<section id=\"notices\"><h2>Notices</h2><ul>\(items)</ul></section>\n"
  }

  private var gaps: HTML? {
    guard !report.notChecked.isEmpty else { return nil }
    let rows = (report.notChecked.filter(\.isError) + report.notChecked.filter { !$0.isError })
      .map { gap -> HTML in
        """
        <tr><th scope="row"><code>\(gap.path)</code></th><td>\(gap.reason)</td>\
        <td>\(gap.isError ? "error" : "left out")</td></tr>
        """
      }
    return """
      <section id="not-checked"><h2>Not checked</h2>
      <p>Nothing is known about these files; a flaw in them is not in this report.</p>
      <table class="list"><thead><tr><th scope="col">File</th><th scope="col">Reason</th>\
      <th scope="col">Kind</th></tr></thead><tbody>\(rows)</tbody></table></section>

      """
  }

  private var unresolved: HTML? {
    guard !report.unresolved.isEmpty else { return nil }
    let rows = report.unresolved.map { open -> HTML in
      """
      <tr><th scope="row"><code>\(open.location.description)</code></th>\
      <td><code>\(open.expression)</code></td></tr>
      """
    }
    return """
      <section id="unresolved"><h2>Not resolved</h2>
      <p>What depends on these expressions was not judged. Values can be given with \
      <code>--parameters FILE</code>.</p>
      <details><summary>\(count(report.unresolved.count, "expression"))</summary>
      <table class="list"><thead><tr><th scope="col">Place</th><th scope="col">Expression</th></tr></thead>\
      <tbody>\(rows)</tbody></table></details></section>

      """
  }
}
