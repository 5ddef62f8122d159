import FindingModel

/// The top of the page: what it is, and the whole report in one sentence and a few numbers.
struct HTMLSummary {
  private let report: ScanReport
  private let counts: FindingCounts
  private let verdicts: [FunctionVerdict: Int]

  init(_ report: ScanReport, index: HTMLIndex) {
    self.report = report
    counts = FindingCounts(report.findings)
    verdicts = report.functions.reduce(into: [:]) { $0[$1.verdict, default: 0] += 1 }
  }

  var html: HTML {
    """
    <header class="top">
    <div class="brand">
    <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M2 5h4v4h4V5h4v4h4V5h4v15H2z"/></svg>
    <span>Parapet</span>
    <button type="button" class="js quiet" id="theme">Dark</button>
    </div>
    <h1>\(headline)</h1>
    <p class="facts">\(facts)</p>
    \(report.functions.isEmpty ? nil : tiles)
    \(counts.active == 0 ? nil : distribution)
    </header>
    """
  }

  private var headline: String {
    let total = report.functions.count
    guard total > 0 else {
      return counts.active > 0 ? "\(count(counts.active, "finding"))" : "Nothing to check"
    }
    switch verdicts[.fix] ?? 0 {
    case 0: return total == 1 ? "The function needs no fix" : "None of \(total) functions needs a fix"
    case let fix where fix == total:
      return total == 1 ? "The function needs a fix" : "All \(total) functions need a fix"
    case 1: return "1 of \(total) functions needs a fix"
    case let fix: return "\(fix) of \(total) functions need a fix"
    }
  }

  private var facts: HTML {
    let gaps = report.notChecked.filter(\.isError).count
    let incomplete: HTML? =
      gaps == 0 ? nil : "<a class=\"warning\" href=\"#not-checked\">\(count(gaps, "file")) not checked</a>"
    return """
      <span>As of <time>\(report.asOf)</time></span>
      <span>\(count(report.statistics.applications, "application"))</span>
      <span>\(count(report.functions.count, "function"))</span>
      <span>\(count(report.statistics.files, "file"))</span>
      <span>\(count(report.statistics.rules, "rule"))</span>
      \(incomplete)
      """
  }

  private var tiles: HTML {
    let tiles = [
      (FunctionVerdict.fix, "change its configuration or code"), (.protect, "guard it while it runs"),
      (.accept, "the risk is acceptable as it is"),
    ]
    .map { verdict, meaning -> HTML in
      """
      <li class="tile \(verdict.rawValue)"><b>\(verdicts[verdict] ?? 0)</b> <span>\(verdict.rawValue)</span>
      <small>\(meaning)</small></li>
      """
    }
    return "<ul class=\"tiles\" aria-label=\"Functions by verdict\">\(tiles)</ul>"
  }

  /// A bar of all active findings, with its legend in words.
  private var distribution: HTML {
    var start = 0
    let parts = Severity.worstFirst.compactMap { severity -> HTML? in
      guard let number = counts.bySeverity[severity] else { return nil }
      defer { start += number }
      return "<rect class=\"\(severity.name)\" x=\"\(start)\" width=\"\(number)\" height=\"1\"/>"
    }
    let legend = Severity.worstFirst.compactMap { severity -> HTML? in
      guard let number = counts.bySeverity[severity] else { return nil }
      return """
        <li><a href="#findings" data-only-severity="\(severity.name)"><i class="dot \(severity.name)"></i>\
        <b>\(number)</b> \(severity.name)</a></li>
        """
    }
    let rest: HTML? = counts.setAside.isEmpty ? nil : "<li class=\"quiet\">\(counts.setAside)</li>"
    return """
      <div class="distribution">
      <svg viewBox="0 0 \(counts.active) 1" preserveAspectRatio="none" aria-hidden="true">\(parts)</svg>
      <ul aria-label="Findings by severity">\(legend)\(rest)</ul>
      </div>
      """
  }
}
