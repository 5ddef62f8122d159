import FindingModel

/// What a report says about the scan itself: notices, gaps and the summary.
struct ScanRemarks {
  private static let gapsShown = 10

  private let report: ScanReport

  init(_ report: ScanReport) { self.report = report }

  func add(to page: inout TextPage) {
    addNotices(to: &page)
    addGaps(to: &page)
    addUnresolved(to: &page)
    addSummary(to: &page)
  }

  private func addNotices(to page: inout TextPage) {
    guard !report.notices.isEmpty else { return }
    page.addHeading("Notices")
    for notice in report.notices { page.addProse(notice, after: StyledLine("- ", .faint, indent: 2)) }
  }

  private func addGaps(to page: inout TextPage) {
    guard !report.notChecked.isEmpty else { return }
    page.addHeading("Not checked")
    // What went wrong before what was left out on purpose.
    let gaps = report.notChecked.filter(\.isError) + report.notChecked.filter { !$0.isError }
    let shown = page.options.verbose ? gaps.count : Self.gapsShown
    for gap in gaps.prefix(shown) {
      let style = gap.isError ? TextStyle.severity(.high) : .faint
      page.addProse(gap.path.printable, style, indent: 2, keepsWords: true)
      page.addProse(gap.reason, indent: 4)
    }
    if gaps.count > shown {
      page.addProse("and \(gaps.count - shown) more; --verbose lists them all", .faint, indent: 2)
    }
  }

  private func addUnresolved(to page: inout TextPage) {
    let number = report.unresolved.count
    guard number > 0 else { return }
    page.addHeading("Not resolved")
    var text = "\(count(number, "expression")) could not be resolved, so what depends on "
    text += number == 1 ? "it was not judged." : "them was not judged."
    text += " Give the values with --parameters FILE"
    text += page.options.verbose ? "." : ", or list the places with --verbose."
    page.addProse(text, indent: 2)
    guard page.options.verbose else { return }
    for open in report.unresolved {
      page.addProse(open.location.description, .place, indent: 2, keepsWords: true)
      page.addProse(open.expression, .faint, indent: 4)
    }
  }

  private func addSummary(to page: inout TextPage) {
    let counts = FindingCounts(report.findings)
    page.addGap()
    guard report.statistics.applications > 0 || counts.active > 0 else {
      page.addProse(nothingFound, .strong, indent: 0)
      return
    }
    var text = counts.active == 0 ? "No findings" : count(counts.active, "finding")
    if counts.active > 0 { text += ": \(counts.severities)" }
    text += " in \(count(report.functions.count, "function"))"
    text += " of \(count(report.statistics.applications, "application"))"
    if !counts.setAside.isEmpty { text += "; \(counts.setAside)" }
    page.addProse(text + ".", counts.worst.map(TextStyle.severity) ?? .verdict(.accept), indent: 0)
    addIncomplete(to: &page)
  }

  private func addIncomplete(to page: inout TextPage) {
    let errors = report.notChecked.filter(\.isError).count
    guard errors > 0 else { return }
    page.addProse(
      "Incomplete: \(count(errors, "file")) could not be checked, see above.", .severity(.high), indent: 0)
  }

  private var nothingFound: String {
    let errors = report.notChecked.filter(\.isError).count
    guard errors == 0 else { return "Nothing was checked: \(count(errors, "file")) could not be read." }
    return
      "Nothing to check: no serverless application was found in \(count(report.statistics.files, "file"))."
  }
}
