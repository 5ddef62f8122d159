import FindingModel

/// The functions of one application with their exposure, score, verdict and worst severity per risk.
struct FunctionTable {
  private enum Layout {
    /// A line per function, with a bar for the score.
    case full
    /// A line per function.
    case compact
    /// Two lines per function.
    case stacked
  }

  private static let indent = 2
  private static let barLength = 10
  private static let exposureColumns = 13
  private static let verdictColumns = 7
  private static let scoreColumns = 5
  private static let cellColumns = Risk.allCases.reduce(0) { $0 + cellColumns(of: $1) }

  private let functions: [FunctionSummary]
  private let layout: Layout
  private let nameColumns: Int

  init(_ functions: [FunctionSummary], width: Int) {
    self.functions = functions.riskiestFirst
    let longest = functions.map { $0.name.printable.columns }.max() ?? 0
    // Everything but the name, with two columns between neighbours.
    let compact =
      Self.indent + 2 + Self.exposureColumns + 2 + Self.scoreColumns + 2 + Self.verdictColumns + 1
      + Self.cellColumns
    let full = compact + Self.barLength + 1
    let wanted = min(max(longest, 8), 40)
    if width >= full + min(wanted, 24) {
      layout = .full
      nameColumns = min(wanted, width - full)
    } else if width >= compact + min(wanted, 16) {
      layout = .compact
      nameColumns = min(wanted, width - compact)
    } else {
      layout = .stacked
      nameColumns = width - Self.indent - 2 - Self.scoreColumns - 2 - Self.verdictColumns
    }
  }

  func add(to page: inout TextPage) {
    if layout != .stacked { page.add(header) }
    for function in functions {
      switch layout {
      case .full, .compact: page.add(row(function))
      case .stacked: addStacked(function, to: &page)
      }
      if page.options.verbose { addDetails(of: function, to: &page) }
    }
  }

  static func addLegend(to page: inout TextPage) {
    page.addGap()
    let indent = page.isNarrow ? 0 : indent
    var line = StyledLine(indent: indent)
    for severity in Severity.worstFirst {
      line.append(severity.letter, .severity(severity))
      line.append(page.isNarrow ? " \(severity.name) " : " \(severity.name)  ", .faint)
    }
    page.add(line)
    page.addProse("1 to 12: the risks SAS-1 to SAS-12", .faint, indent: indent)
  }

  // MARK: Rows

  private var header: StyledLine {
    var line = StyledLine(indent: Self.indent)
    line.append("Function", .faint)
    line.pad(to: Self.indent + nameColumns + 2)
    line.append("Exposure", .faint)
    line.pad(to: Self.indent + nameColumns + 2 + Self.exposureColumns + 2)
    line.append(rightAligned("Score", in: Self.scoreColumns), .faint)
    line.pad(to: verdictStart)
    line.append("Verdict", .faint)
    line.pad(to: cellStart)
    for risk in Risk.allCases {
      line.append(rightAligned(String(risk.rawValue), in: Self.cellColumns(of: risk)), .faint)
    }
    return line
  }

  private var verdictStart: Int {
    Self.indent + nameColumns + 2 + Self.exposureColumns + 2 + Self.scoreColumns + 2
      + (layout == .full ? Self.barLength + 1 : 0)
  }

  private var cellStart: Int { verdictStart + Self.verdictColumns + 1 }

  private func row(_ function: FunctionSummary) -> StyledLine {
    var line = StyledLine(function.name.printable.truncated(to: nameColumns), .strong, indent: Self.indent)
    line.pad(to: Self.indent + nameColumns + 2)
    line.append(function.exposure.words, function.exposure == .internet ? .plain : .faint)
    line.pad(to: Self.indent + nameColumns + 2 + Self.exposureColumns + 2)
    line.append(rightAligned(String(function.riskScore), in: Self.scoreColumns))
    if layout == .full { addBar(of: function, to: &line) }
    line.pad(to: verdictStart)
    line.append(function.verdict.rawValue, .verdict(function.verdict))
    line.pad(to: cellStart)
    for risk in Risk.allCases {
      let columns = Self.cellColumns(of: risk)
      if let severity = function.risks[risk] {
        line.append(rightAligned(severity.letter, in: columns), .severity(severity))
      } else {
        line.append(rightAligned("·", in: columns), .faint)
      }
    }
    return line
  }

  private func addBar(of function: FunctionSummary, to line: inout StyledLine) {
    let score = min(100, max(0, function.riskScore))
    // A score above zero is never an empty bar.
    let filled = (score * Self.barLength + 99) / 100
    line.append(" ")
    line.append(String(repeating: "█", count: filled), .verdict(function.verdict))
    line.append(String(repeating: "░", count: Self.barLength - filled), .faint)
  }

  private func addStacked(_ function: FunctionSummary, to page: inout TextPage) {
    var line = StyledLine(function.name.printable.truncated(to: nameColumns), .strong, indent: Self.indent)
    line.pad(to: Self.indent + nameColumns + 2)
    line.append(rightAligned(String(function.riskScore), in: Self.scoreColumns))
    line.append("  ")
    line.append(function.verdict.rawValue, .verdict(function.verdict))
    page.add(line)
    let cells = function.risks.sorted { $0.key < $1.key }.map { "\($0.key.id) \($0.value.letter)" }
    page.addProse(([function.exposure.words] + cells).joined(separator: ", "), .faint, indent: 4)
  }

  private func addDetails(of function: FunctionSummary, to page: inout TextPage) {
    let build = [function.runtime, function.handler].compactMap { $0 }.joined(separator: ", ")
    if !build.isEmpty { page.addProse(build, .faint, indent: 4) }
    for path in function.exposurePaths { page.addProse(path, .faint, indent: 4) }
    page.addProse("\(function.verdict.rawValue): \(function.verdictReason)", .faint, indent: 4)
  }

  private static func cellColumns(of risk: Risk) -> Int { risk.rawValue < 10 ? 2 : 3 }

  private func rightAligned(_ text: String, in columns: Int) -> String {
    String(repeating: " ", count: max(0, columns - text.columns)) + text
  }
}

extension Severity {
  var letter: String {
    switch self {
    case .critical: "C"
    case .high: "H"
    case .medium: "M"
    case .low: "L"
    case .info: "i"
    }
  }
}
