internal import ArgumentParser
internal import FindingModel
internal import Glibc
internal import ReportWriters
internal import ScanPipeline

/// `parapet graph`: who reaches what, and by which ways.
struct GraphCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph",
    abstract: "Show who can reach which functions, roles and resources, and the ways of an attack.",
    discussion: """
      Lists attack paths, the worst first, each with the one change that cuts it. As html it is a page with a \
      picture to explore; dot, mermaid and json are for other programs. With --from or --to, dot and mermaid \
      draw the paths only.
      """)

  @OptionGroup var project: ProjectOptions

  @Option(
    help: "text, html, dot, mermaid or json; by default what the ending of --output says, else text.")
  var format: GraphFormat?

  @Option(
    name: [.short, .long], help: "Write to a file instead of standard output.", completion: .file())
  var output: String?

  @Option(help: "Where paths begin: internet, authenticated, otherAccounts, or the name of anything.")
  var from: String?

  @Option(help: "Where paths end: data, secrets, admin, or the name of anything.")
  var to: String?

  @Option(help: "List this many paths at most.")
  var limit: Int = 200

  @Option(help: "always, never or auto; NO_COLOR turns auto off.")
  var color: ColorChoice = .auto

  func validate() throws {
    if !(0...100_000).contains(limit) {
      throw ValidationError("--limit must be a number from 0 to 100000, not \(limit).")
    }
  }

  func run() throws {
    let configuration = try project.configuration()
    let run = GraphRun(try project.scanOptions(configuration), from: from, to: to, limit: limit)
    let outcome: GraphRun.Outcome
    do {
      outcome = try run.run()
    } catch {
      throw ValidationError("\(error).")
    }
    guard outcome.unknownNames.isEmpty || outcome.report.applications.isEmpty else {
      throw ValidationError(
        "Nothing is called \(outcome.unknownNames.map { "'\($0)'" }.joined(separator: " or ")) here; give the name "
          + "or logical id of a function, role or resource, or one of internet, authenticated, otherAccounts, data, "
          + "secrets and admin, where the application has a way from or to it.")
    }
    for gap in outcome.notChecked where gap.isError {
      StandardError.write("Not checked: \(gap.path): \(gap.reason)\n")
    }
    try write(outcome.report)
    let errors = outcome.notChecked.count(where: \.isError)
    if errors > configuration.maxErrors ?? 0 { throw ExitCode(2) }
  }

  private func write(_ report: GraphReport) throws {
    let target = OutputTarget(path: output)
    let chosen = format ?? GraphFormat(ofFile: output) ?? .text
    let drawn = from == nil && to == nil ? report : report.alongPaths
    var text = ""
    switch chosen {
    case .text:
      let colour = color.isOn(terminal: output == nil && Terminal.isStandardOutput)
      GraphTextWriter(colour: colour).write(report, to: &text)
    case .html: GraphHTMLWriter().write(report, to: &text)
    case .dot: GraphDotWriter().write(drawn, to: &text)
    case .mermaid: GraphMermaidWriter().write(drawn, to: &text)
    case .json: GraphJSONWriter().write(report, to: &text)
    }
    try target.write(text)
  }
}

extension GraphFormat: ExpressibleByArgument {}
