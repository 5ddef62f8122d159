internal import ArgumentParser
internal import Assurance
internal import FindingModel
internal import ReportWriters
internal import RuleCatalog
internal import RuleModel
internal import ScanPipeline
internal import TemplateLoaders

/// `parapet scan`: the main job.
struct ScanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scan",
    abstract:
      "Scan projects, templates and packaged functions: SAM, CloudFormation and Serverless Framework.",
    discussion: """
      Reads every template below the given folders; .gitignore and .parapetignore are respected. Nothing is \
      executed, sent or changed. Settings may stand in .parapet.yaml; what is given here wins.
      """)

  @OptionGroup var project: ProjectOptions
  @OptionGroup var packages: PackageOptions

  @Option(help: "text, json, sarif or html; by default what the ending of --output says, else text.")
  var format: ReportFormat?

  @Option(
    name: [.short, .long], help: "Write the report to a file instead of standard output.", completion: .file()
  )
  var output: String?

  @Option(help: "default is quiet, strict says all.")
  var profile: Profile?

  @Option(
    help: "Exit with 1 for findings of this severity or worse: info, low, medium, high, critical or never.")
  var failOn: FailureThreshold?

  @Option(help: "Exit with 2 if more files or parts of files than this cannot be read.")
  var maxErrors: Int?

  @Option(help: "Judge dates as of this day, YYYY-MM-DD; by default today.")
  var asOf: CalendarDate?

  @Option(help: "Do not run this rule.")
  var disable: [String] = []

  @Flag(help: "Search the history of the git repository for secrets as well.")
  var history = false

  @Option(help: "Of the history, only what came after this commit, branch or tag; implies --history.")
  var since: String?

  @Option(help: "always, never or auto; NO_COLOR turns auto off.")
  var color: ColorChoice = .auto

  @Flag(help: "Show every unresolved expression and all that was not checked.")
  var verbose = false

  @Flag(name: [.short, .long], help: "No progress on standard error.")
  var quiet = false

  func validate() throws {
    if let maxErrors, maxErrors < 0 {
      throw ValidationError("--max-errors must be 0 or more, not \(maxErrors).")
    }
    for rule in disable where RuleCatalog.rule(rule) == nil {
      throw ValidationError(UnknownRule.message(rule))
    }
  }

  func run() throws {
    let configuration = try project.configuration()
    let report = try scanned(configuration)
    try write(report)
    let threshold = failOn ?? configuration.failOn.flatMap { FailureThreshold($0) } ?? .severity(.medium)
    let errors = report.notChecked.count(where: \.isError)
    if errors > maxErrors ?? configuration.maxErrors ?? 0 { throw ExitCode(2) }
    if threshold.isReached(by: report.findings) { throw ExitCode(1) }
  }

  private func scanned(_ configuration: Configuration) throws -> ScanReport {
    for rule in configuration.disabledRules where RuleCatalog.rule(rule) == nil {
      throw ValidationError("\(configuration.path ?? Configuration.fileName): \(UnknownRule.message(rule))")
    }
    var options = try project.scanOptions(configuration, asOf: asOf ?? Clock.today)
    options.profile = profile ?? configuration.profile ?? .default
    options.settings = configuration.settings
    try packages.apply(to: &options)
    options.history = since.map { .since($0) } ?? (history ? .all : nil)
    options.disabledRules = Set(disable + configuration.disabledRules)
    let scan = Scan(options)
    let progress = quiet ? nil : ProgressLine()
    defer { progress?.clear() }
    var show: Scan.Progress?
    if let progress { show = { done, total in progress.show(done, of: total) } }
    do {
      return try scan.run(progress: show)
    } catch {
      throw ValidationError("\(error).")
    }
  }

  private func write(_ report: ScanReport) throws {
    let target = OutputTarget(path: output)
    let chosen = format ?? target.impliedFormat ?? .text
    let rules = RuleCatalog.all.map(\.metadata)
    var text = ""
    switch chosen {
    case .text:
      let colour = color.isOn(terminal: output == nil && Terminal.isStandardOutput)
      TextWriter(options: .init(colour: colour, verbose: verbose)).write(report, to: &text)
    case .json: JSONWriter().write(report, to: &text)
    case .sarif: SARIFWriter(rules: rules).write(report, to: &text)
    case .html: HTMLWriter(rules: rules).write(report, to: &text)
    }
    try target.write(text)
  }
}

extension ReportFormat: ExpressibleByArgument {}

extension Profile: ExpressibleByArgument {}

extension FailureThreshold: ExpressibleByArgument {
  init?(argument: String) { self.init(argument) }
}

extension CalendarDate: ExpressibleByArgument {
  init?(argument: String) { self.init(argument) }
}

/// `name=value`.
struct KeyValue: ExpressibleByArgument {
  let key: String
  let value: String

  init?(argument: String) {
    guard let equals = argument.firstIndex(of: "="), equals != argument.startIndex else { return nil }
    key = String(argument[..<equals])
    value = String(argument[argument.index(after: equals)...])
  }
}

/// `--color`.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto
  case always
  case never

  func isOn(terminal: Bool) -> Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto: terminal && Terminal.wantsColour
    }
  }
}
