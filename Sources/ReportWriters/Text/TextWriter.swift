package import FindingModel

/// The report for a terminal.
package struct TextWriter: Sendable {
  package struct Options: Hashable, Sendable {
    /// Whether to use ANSI colours; bold and faint count as colours.
    package var colour: Bool
    /// Columns of the terminal; `nil` for the width in the report's statistics.
    package var width: Int?
    /// Whether to print what is usually counted only: suppressed findings, exposure of every function, all
    /// gaps and unresolved expressions.
    package var verbose: Bool

    package init(colour: Bool = false, width: Int? = nil, verbose: Bool = false) {
      self.colour = colour
      self.width = width
      self.verbose = verbose
    }
  }

  private let options: Options

  package init(options: Options = Options()) { self.options = options }

  package func write(_ report: ScanReport, to output: inout some TextOutputStream) {
    var page = TextPage(options: options, width: options.width ?? report.statistics.width)
    addHeader(of: report, to: &page)
    addTables(of: report, to: &page)
    var blocks = FindingBlocks(report, includingSuppressed: options.verbose)
    blocks.add(to: &page)
    ScanRemarks(report).add(to: &page)
    output.write(page.text)
  }

  private func addHeader(of report: ScanReport, to page: inout TextPage) {
    let statistics = report.statistics
    var line = StyledLine("Parapet ", .strong)
    line.append(report.toolVersion, .strong)
    line.append("  ")
    let facts = [
      "\(count(report.functions.count, "function")) in \(count(statistics.applications, "application"))",
      count(statistics.files, "file"), count(statistics.rules, "rule"), "as of \(report.asOf)",
    ]
    page.addProse(facts.joined(separator: ", "), .faint, after: line)
  }

  private func addTables(of report: ScanReport, to page: inout TextPage) {
    guard !report.functions.isEmpty else { return }
    let applications = Dictionary(grouping: report.functions, by: \.application)
    for (application, functions) in applications.sorted(by: { $0.key < $1.key }) {
      page.addGap()
      page.addProse(application.printable, .place, indent: 0, keepsWords: true)
      FunctionTable(functions, width: page.width).add(to: &page)
    }
    if report.functions.contains(where: { !$0.risks.isEmpty }) { FunctionTable.addLegend(to: &page) }
  }
}
