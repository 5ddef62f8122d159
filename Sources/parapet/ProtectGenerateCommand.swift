internal import ArgumentParser
internal import EnforcementPolicy
internal import FindingModel
internal import Glibc
internal import ScanPipeline

/// `parapet protect generate`: policies from what the code was made for.
struct ProtectGenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract:
      "Draft a policy for each function: what it starts, contacts and writes, as far as the code tells.",
    discussion: """
      A control blocks where the code proves what the function needs, and alerts where it leaves something open; the \
      reason stands beside it. The seed of the decoys is drawn anew each time; give --seed to repeat a draft.
      """)

  @OptionGroup var project: ProjectOptions

  @Option(name: .customLong("function"), help: "Only this function; may be given several times.")
  var functions: [String] = []

  @Option(
    name: [.short, .long], help: "The folder to write one file for each function to; - is standard output.",
    completion: .directory)
  var output = "-"

  @Option(
    help: "The most that any control does: block, alert, or learn, which tells what is allowed as well.")
  var mode: Stance = .block

  @Option(help: "Of the decoys: 32 hexadecimal digits.")
  var seed: String?

  enum Stance: String, ExpressibleByArgument, CaseIterable {
    case block
    case alert
    case learn

    var stance: EnforcementPolicy.Stance {
      switch self {
      case .block: .block
      case .alert: .alert
      case .learn: .learn
      }
    }
  }

  func run() throws {
    let configuration = try project.configuration()
    let run = ProtectionRun(try project.scanOptions(configuration), seed: try decoySeed())
    let outcome: ProtectionRun.Outcome
    do {
      outcome = try run.run()
    } catch {
      throw ValidationError("\(error).")
    }
    for gap in outcome.notChecked where gap.isError {
      StandardError.write("Not checked: \(gap.path): \(gap.reason)\n")
    }
    var planned = try chosen(from: outcome.policies)
    for index in planned.indices { planned[index].stance = mode.stance }
    if output == "-" {
      let documents = planned.map { PolicyWriter().write($0) }
      Descriptor.write(documents.joined(separator: "---\n"), to: STDOUT_FILENO)
    } else {
      try write(planned)
    }
    let errors = outcome.notChecked.count(where: \.isError)
    if errors > configuration.maxErrors ?? 0 { throw ExitCode(2) }
  }

  private func decoySeed() throws -> DecoySeed {
    if let seed {
      guard let given = DecoySeed(seed) else {
        throw ValidationError("--seed must be 32 hexadecimal digits.")
      }
      return given
    }
    var generator = SystemRandomNumberGenerator()
    guard let drawn = DecoySeed(bytes: (0..<16).map { _ in UInt8.random(in: 0...255, using: &generator) })
    else {
      preconditionFailure("16 bytes are a seed")
    }
    return drawn
  }

  private func chosen(from planned: [ProtectionRun.Planned]) throws -> [EnforcementPolicy] {
    guard !planned.isEmpty else {
      throw ValidationError("No function was found there; give a project folder or a template.")
    }
    guard !functions.isEmpty else { return planned.map(\.policy) }
    let names = Set(planned.map(\.policy.function))
    for name in functions where !names.contains(name) {
      let all = names.sorted().map { "'\($0)'" }.joined(separator: ", ")
      throw ValidationError("There is no function '\(name)'; there are: \(all).")
    }
    return planned.map(\.policy).filter { functions.contains($0.function) }
  }

  private func write(_ policies: [EnforcementPolicy]) throws {
    guard mkdir(output, 0o755) == 0 || errno == EEXIST else {
      throw ValidationError("The folder '\(output)' cannot be made: \(String(cString: strerror(errno))).")
    }
    var names: Set<String> = []
    for policy in policies {
      let stem = policy.function.asFileName
      var name = stem
      var count = 1
      while !names.insert(name.lowercased()).inserted {
        count += 1
        name = "\(stem)-\(count)"
      }
      try OutputTarget(path: output + "/" + name + ".yaml").write(PolicyWriter().write(policy))
    }
  }
}
