internal import ArgumentParser
internal import EnforcementPolicy
internal import FindingModel
internal import Glibc

/// `parapet protect learn`: policies from what functions were seen to do.
struct ProtectLearnCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learn",
    abstract: "Make a policy of the events that a function wrote while it ran under 'mode: learn'.",
    discussion: """
      Events may stand anywhere in a log: among other lines, behind time stamps, in what 'aws logs tail', \
      'aws logs filter-log-events' or an export as CSV give. Entries say how often they were seen.
      """)

  @Argument(help: "Logs; - is standard input.", completion: .file())
  var logs: [String]

  @Option(
    help: "A policy whose modes and lists stay, and to which is added what it does not allow.",
    completion: .file())
  var base: String?

  @Option(help: "The function, where the logs hold events of several.")
  var function: String?

  @Option(
    name: [.short, .long], help: "Write to a file instead of standard output.", completion: .file())
  var output: String?

  /// Of one log, in bytes.
  private static let logBytes = 256 << 20

  func run() throws {
    let base = try base.map { try PolicyInput.read($0).policy }
    var events: [LearnedEvent] = []
    for path in logs {
      let bytes = try InputFile.read(path, limit: Self.logBytes)
      if bytes.starts(with: [0x1F, 0x8B]) {
        throw ValidationError("'\(path)' is compressed; give what 'gunzip -c' makes of it.")
      }
      events += EventScanner.events(in: bytes)
    }
    let name = try functionName(of: events)
    let own = events.filter { $0.function == name || $0.function.isEmpty }
    guard !own.isEmpty else {
      throw ValidationError("No event of '\(name)' is in these logs.")
    }
    if events.count >= EventScanner.eventLimit {
      StandardError.write("Note: only the first \(EventScanner.eventLimit) events of a log were read.\n")
    }
    let policy = LearnedPolicy(base: base).policy(from: own, function: base?.function ?? name)
    try OutputTarget(path: output).write(PolicyWriter().write(policy))
  }

  private func functionName(of events: [LearnedEvent]) throws -> String {
    if let function { return function }
    guard !events.isEmpty else {
      throw ValidationError(
        "The logs hold no event that a policy could be made of. Did the function run under a policy with "
          + "'mode: learn', and is this its log?")
    }
    let names = Set(events.map(\.function)).subtracting([""]).sorted()
    guard names.count <= 1 else {
      let list = names.prefix(10).map { "'\($0)'" }.joined(separator: ", ")
      throw ValidationError("The logs hold events of several functions: \(list). Choose one with --function.")
    }
    return names.first ?? "function"
  }
}
