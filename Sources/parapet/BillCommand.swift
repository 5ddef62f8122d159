internal import ArgumentParser
internal import BillsOfMaterials
internal import FindingModel
internal import Glibc
internal import ScanPipeline

/// `parapet sbom`: what an application, or one of its functions, consists of.
struct BillCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sbom",
    abstract: "Write the bill of materials of an application or function: CycloneDX, SPDX, or OpenVEX.",
    discussion: """
      Lists the packages and binaries that functions carry, which functions carry them, and what is known of their \
      flaws. The same input gives the same bytes. With --directory, one document for the application and one for \
      each function is written.
      """)

  @OptionGroup var project: ProjectOptions
  @OptionGroup var packages: PackageOptions

  @Option(help: "cyclonedx (1.6), spdx (2.3), openvex (0.2.0), or text for people.")
  var format: BillFormat = .cyclonedx

  @Option(name: [.short, .long], help: "Write to a file instead of standard output.", completion: .file())
  var output: String?

  @Option(
    help: "Write one document for the whole and one for each function into this folder.",
    completion: .directory)
  var directory: String?

  @Option(help: "The bill of this function only.")
  var function: String?

  @Option(help: "Date the document this day, YYYY-MM-DD; by default today.")
  var asOf: CalendarDate?

  func validate() throws {
    if directory != nil, output != nil || function != nil {
      throw ValidationError("--directory writes every document; give it without --output and --function.")
    }
  }

  func run() throws {
    let configuration = try project.configuration()
    var options = try project.scanOptions(configuration, asOf: asOf ?? Clock.today)
    try packages.apply(to: &options)
    let outcome: BillRun.Outcome
    do {
      outcome = try BillRun(options).run()
    } catch {
      throw ValidationError("\(error).")
    }
    for gap in outcome.notChecked where gap.isError {
      StandardError.write("Not checked: \(gap.path): \(gap.reason)\n")
    }
    for notice in outcome.notices { StandardError.write("Note: \(notice)\n") }
    if let directory {
      try write(outcome, into: directory)
    } else {
      try write(try chosen(from: outcome), to: output)
    }
    let errors = outcome.notChecked.count(where: \.isError)
    if errors > configuration.maxErrors ?? 0 { throw ExitCode(2) }
  }

  private func chosen(from outcome: BillRun.Outcome) throws -> BillOfMaterials {
    guard let function else { return outcome.whole }
    let named = outcome.functions.filter { $0.subject.name == function }
    guard let bill = named.first else {
      let names = outcome.functions.map { "'\($0.subject.name)'" }.joined(separator: ", ")
      throw ValidationError(
        "There is no function '\(function)'" + (names.isEmpty ? "." : "; there are: \(names)."))
    }
    guard named.count == 1 else {
      throw ValidationError(
        "\(named.count) applications have a function '\(function)'; give the path of one of them, or --directory."
      )
    }
    return bill
  }

  private func text(of bill: BillOfMaterials) -> String {
    var text = ""
    switch format {
    case .cyclonedx: CycloneDXWriter().write(bill, to: &text)
    case .spdx: SPDXWriter().write(bill, to: &text)
    case .openvex: OpenVEXWriter().write(bill, to: &text)
    case .text: BillTextWriter().write(bill, to: &text)
    }
    return text
  }

  /// An OpenVEX document needs a statement, so of a bill without any there is none.
  private func write(_ bill: BillOfMaterials, to path: String?) throws {
    guard format != .openvex || !bill.vulnerabilities.isEmpty else {
      StandardError.write(
        "Note: no flaw is known in what '\(bill.subject.name)' carries, so there is no OpenVEX document.\n")
      return
    }
    try OutputTarget(path: path).write(text(of: bill))
  }

  private func write(_ outcome: BillRun.Outcome, into folder: String) throws {
    guard mkdir(folder, 0o755) == 0 || errno == EEXIST else {
      throw ValidationError("The folder '\(folder)' cannot be made: \(String(cString: strerror(errno))).")
    }
    var names: Set<String> = []
    for bill in [outcome.whole] + outcome.functions {
      let stem = [bill.subject.application, bill.subject.name].compactMap(\.self).map(\.asFileName).joined(
        separator: ".")
      var name = stem
      var count = 1
      while !names.insert(name.lowercased()).inserted {
        count += 1
        name = "\(stem)-\(count)"
      }
      try write(bill, to: folder + "/" + name + format.ending)
    }
  }
}

/// `--format` of `parapet sbom`.
enum BillFormat: String, ExpressibleByArgument, CaseIterable {
  case cyclonedx
  case spdx
  case openvex
  case text

  /// As the formats' own documents recommend.
  var ending: String {
    switch self {
    case .cyclonedx: ".cdx.json"
    case .spdx: ".spdx.json"
    case .openvex: ".openvex.json"
    case .text: ".txt"
    }
  }
}
