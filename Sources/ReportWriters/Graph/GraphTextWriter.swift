package import FindingModel

/// Attack paths for the terminal, the worst first.
package struct GraphTextWriter: Sendable {
  private let colour: Bool

  package init(colour: Bool) { self.colour = colour }

  package func write(_ report: GraphReport, to output: inout some TextOutputStream) {
    var page = TextPage(options: TextWriter.Options(colour: colour), width: report.width)
    addSummary(of: report, to: &page)
    for (number, path) in zip(1..., report.paths) {
      page.addGap()
      add(path, number: number, of: report, to: &page)
    }
    if report.omittedPaths > 0 {
      page.addGap()
      page.addProse(
        "\(count(report.omittedPaths, "weaker path")) beyond --limit not listed", .faint, indent: 0)
    }
    for notice in report.notices {
      page.addGap()
      page.addProse("analysis incomplete: \(notice)", .strong, indent: 0)
    }
    output.write(page.text)
  }

  private func addSummary(of report: GraphReport, to page: inout TextPage) {
    guard !report.applications.isEmpty else {
      page.addProse("No serverless application was found here.", indent: 0)
      return
    }
    let paths = report.paths.count + report.omittedPaths
    let size = "\(count(report.nodes.count, "node")), \(count(report.edges.count, "edge"))"
    let found = paths == 0 ? "No attack path" : count(paths, "attack path")
    page.addProse("\(found) \(report.question) (\(size))", .strong, indent: 0)
    guard paths == 0 else { return }
    page.addProse(
      "What code does with its events is not part of this; a function that nobody outside reaches can still be "
        + "flawed.", .faint, indent: 0)
  }

  private func add(_ path: GraphPath, number: Int, of report: GraphReport, to page: inout TextPage) {
    let indent = page.isNarrow ? 4 : 12
    var line = StyledLine(path.severity.name, .severity(path.severity), indent: 2)
    line.append(" ")
    line.pad(to: page.isNarrow ? 0 : indent)
    page.addProse(path.title, .strong, after: line)
    page.addProse(path.assessment, .faint, indent: indent)
    for (number, step) in zip(1..., path.steps) {
      let first = StyledLine("\(number)  ", .faint, indent: indent)
      page.addProse(step.note, after: first)
      if let location = step.location {
        page.addProse(location.description, .place, indent: first.columns, keepsWords: true)
      }
      if let condition = step.condition, step.kind != nil {
        page.addProse("only if \(condition)", .strong, indent: first.columns)
      }
    }
    guard let cut = path.cut else { return }
    page.addProse(cut.advice, after: StyledLine("cut: ", .strong, indent: indent))
    page.addProse(cut.effect(among: report.paths.count + report.omittedPaths), .faint, indent: indent + 5)
  }
}

extension GraphPath {
  /// Score and proof, in a sentence.
  var assessment: String {
    switch isProven {
    case true: "score \(score); the code is shown to be flawed"
    case false: "score \(score); only if the code is flawed"
    case nil: "score \(score); needs no flaw in code"
    }
  }
}

extension GraphPath.Cut {
  /// What the cut achieves, in a sentence.
  func effect(among all: Int) -> String {
    let others = paths - 1
    let also = others == 0 ? " only" : others == 1 ? " and 1 other" : " and \(others) others"
    let rest = isComplete ? "" : "; another way to the same end remains"
    return "It ends this path\(also), of \(all)\(rest)."
  }
}
