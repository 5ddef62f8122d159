internal import ArgumentParser

/// The command-line program: arguments, wiring and exit codes; one file per verb.
@main
struct Parapet: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "parapet",
    abstract: "Finds what is wrong with serverless functions, who can reach them, and what to change.",
    discussion: """
      Exit codes: 0 clean, 1 findings at or above --fail-on, 2 the scan is incomplete, 64 wrong usage, \
      70 a fault of Parapet's own.
      """,
    version: version,
    subcommands: [
      ScanCommand.self, GraphCommand.self, RulesCommand.self, ExplainCommand.self, ExpandCommand.self,
      AdvisoriesCommand.self, BillCommand.self, ProtectCommand.self, LabCommand.self, CompletionCommand.self,
    ])
}
