internal import ArgumentParser
internal import FunctionLab
internal import Glibc
internal import ScanPipeline
internal import TemplateLoaders

/// `parapet lab`: runs a function here as Lambda would.
struct LabCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lab",
    abstract: "Run a function locally as Lambda would: with its limits, its environment and its layers.",
    discussion: """
      PATH is a folder or file of code, or a project with a SAM, CloudFormation or Serverless Framework template. \
      The function's answer goes to standard output and its log to standard error. Exit codes: 0 if every \
      invocation succeeded, 1 if one failed, 64 wrong usage.
      """)

  @Argument(help: "Folder or file of code, a ZIP archive, or a project with a template.", completion: .file())
  var path = "."

  @OptionGroup var function: LabFunctionOptions
  @OptionGroup var events: LabEventOptions
  @OptionGroup var sandbox: LabSandboxOptions

  @Option(
    help: "Protect the function with this policy, as 'parapet protect attach' would.", completion: .file())
  var policy: String?

  @Option(help: "text or json.")
  var format: LabFormat = .text

  @Option(help: "always, never or auto; NO_COLOR turns auto off.")
  var color: ColorChoice = .auto

  func run() throws {
    LabInterruption.removeFoldersFirst()
    do {
      let events = try events.read()
      if self.events.showEvents {
        for event in events { Descriptor.write(String(decoding: event, as: UTF8.self), to: STDOUT_FILENO) }
        return
      }
      var target = try LabTarget(path, options: function)
      if let policy { try target.protect(with: policy, options: sandbox.options()) }
      let isOk = try run(target, events: events)
      if !isOk { throw ExitCode(1) }
    } catch let error as LabError {
      throw ValidationError("\(error).")
    }
  }

  private func run(_ target: LabTarget, events: [[UInt8]]) throws -> Bool {
    let writer = LabTextWriter(colour: color.isOn(terminal: Terminal.isStandardError))
    let isText = format == .text
    // Thousands of lines say less than the last one.
    let isQuiet = self.events.repeatCount > 1
    var options = try sandbox.options()
    try self.events.set(in: &options)
    let session = try LabSession(target.function, options: options) { line in
      if isText && !isQuiet { StandardError.write(writer.line(line)) }
    }
    defer { session.close() }
    if isText { StandardError.write(writer.heading(session, notes: target.notes)) }
    var report = LabReport(session, notes: target.notes)
    for event in events {
      for _ in 0..<self.events.repeatCount {
        let result = session.invoke(event)
        report.add(result)
        if isText && !isQuiet {
          Descriptor.write(writer.result(result), to: STDOUT_FILENO)
        } else if isText, result.status != .ok, report.failures == 1 {
          // The others are counted.
          StandardError.write(result.log.map(writer.line).joined() + writer.result(result))
        }
      }
    }
    if isText {
      StandardError.write(writer.events(report))
      if let statistics = report.statistics {
        StandardError.write(writer.statistics(statistics, failures: report.failures))
      }
    } else {
      Descriptor.write(LabJSONWriter().text(report), to: STDOUT_FILENO)
    }
    return report.failures == 0
  }
}

enum LabFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}
