import FindingModel

/// The findings of a report, group by group.
struct FindingBlocks {
  /// Where each remediation was printed in full.
  private var printed: [Remedy: String] = [:]
  private let groups: [FindingGroup]
  private let namesApplication: Bool

  private struct Remedy: Hashable {
    let rule: String
    let text: String
  }

  init(_ report: ScanReport, includingSuppressed: Bool) {
    groups = FindingGroup.all(
      of: report.findings.filter { $0.isActive || includingSuppressed }, functions: report.functions)
    namesApplication = Set(report.findings.map(\.finding.application)).count > 1
  }

  mutating func add(to page: inout TextPage) {
    for group in groups {
      addHeading(of: group, to: &page)
      for reported in group.findings {
        page.addGap()
        add(reported, in: group, to: &page)
      }
    }
  }

  private func addHeading(of group: FindingGroup, to page: inout TextPage) {
    page.addHeading(group.title)
    if namesApplication { page.addProse(group.application, .faint, indent: 2, keepsWords: true) }
    guard let function = group.function else { return }
    // A function with forty routes would push its findings off the screen.
    let shown = page.options.verbose ? function.exposurePaths.count : 3
    for path in function.exposurePaths.prefix(shown) { page.addProse(path, .faint, indent: 2) }
    let rest = function.exposurePaths.count - shown
    if rest > 0 { page.addProse("and in \(count(rest, "other way"))", .faint, indent: 2) }
    var verdict = StyledLine(indent: 2)
    verdict.append(function.verdict.rawValue, .verdict(function.verdict))
    verdict.append(" ")
    page.addProse("(score \(function.riskScore)): \(function.verdictReason)", after: verdict)
  }

  private mutating func add(
    _ reported: ReportedFinding, in group: FindingGroup, to page: inout TextPage
  ) {
    let finding = reported.finding
    let indent = page.isNarrow ? 4 : 12
    addTitle(of: reported, indent: indent, to: &page)
    addPlace(of: reported, indent: indent, to: &page)
    if let condition = finding.condition {
      page.addProse("only when \(condition)", .strong, indent: indent)
    }
    page.addProse(finding.message, indent: indent)
    addAffected(by: finding, indent: indent, to: &page)
    addTrace(of: finding, indent: indent, to: &page)
    if let suppression = reported.suppression {
      addSuppression(suppression, indent: indent, to: &page)
    } else {
      addRemediation(of: finding, in: group, indent: indent, to: &page)
    }
  }

  private func addTitle(of reported: ReportedFinding, indent: Int, to page: inout TextPage) {
    let finding = reported.finding
    var line = StyledLine(finding.severity.name, .severity(finding.severity), indent: 2)
    line.append(" ")
    line.pad(to: page.isNarrow ? 0 : indent)
    page.addProse(finding.title, .strong, after: line)
  }

  /// Place and rule: on one line if there is room.
  private func addPlace(of reported: ReportedFinding, indent: Int, to page: inout TextPage) {
    let finding = reported.finding
    var facts = [finding.rule]
    if finding.confidence != .high { facts.append("\(finding.confidence.name) confidence") }
    if reported.baseline == .unchanged { facts.append("known from the baseline") }
    var line = StyledLine(finding.location.description, .place, indent: indent)
    line.append("  " + facts.joined(separator: ", "), .faint)
    if line.columns <= page.width {
      page.add(line)
    } else {
      page.addProse(finding.location.description.printable, .place, indent: indent, keepsWords: true)
      page.addProse(facts.joined(separator: ", "), .faint, indent: indent, keepsWords: true)
    }
  }

  private func addAffected(by finding: Finding, indent: Int, to page: inout TextPage) {
    guard finding.functions.count > 1 else { return }
    let shown = page.options.verbose ? finding.functions.count : 8
    var text = "affects " + finding.functions.prefix(shown).map(\.printable).joined(separator: ", ")
    let rest = finding.functions.count - shown
    if rest > 0 { text += " and \(rest) more" }
    page.addProse(text, .faint, indent: indent)
  }

  private func addTrace(of finding: Finding, indent: Int, to page: inout TextPage) {
    for (number, step) in zip(1..., finding.trace) {
      let first = StyledLine("\(number)  ", .faint, indent: indent)
      page.addProse(step.note, after: first)
      page.addProse(step.location.description, .place, indent: first.columns, keepsWords: true)
    }
  }

  private mutating func addRemediation(
    of finding: Finding, in group: FindingGroup, indent: Int, to page: inout TextPage
  ) {
    let first = StyledLine("fix: ", .strong, indent: indent)
    let remedy = Remedy(rule: finding.rule, text: finding.remediation)
    if let place = printed[remedy] {
      page.addProse("as for \(finding.rule) under \(place), see above", .faint, after: first)
      return
    }
    printed[remedy] = group.title.prose
    let (advice, snippet) = finding.advice
    page.addProse(advice, after: first)
    guard let snippet else { return }
    page.addGap()
    // Never wrapped: it is there to be copied.
    for line in snippet.printableLines { page.add(StyledLine(line, indent: indent + 4)) }
  }

  private func addSuppression(_ suppression: Suppression, indent: Int, to page: inout TextPage) {
    let until = suppression.until.map { " until \($0)" } ?? ""
    page.addProse(
      "suppressed\(until) at \(suppression.location): \(suppression.reason)", .faint, indent: indent)
  }
}
