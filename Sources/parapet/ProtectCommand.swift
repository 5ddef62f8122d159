internal import ArgumentParser

/// `parapet protect`: what keeps a running function to what it was made for.
struct ProtectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "protect",
    abstract: "Protect functions while they run: policies, and the layer that enforces them.",
    discussion: """
      A policy says what a function may do while it runs: which programs it starts, which hosts it reaches, which \
      files it writes. 'generate' drafts one from the code, 'learn' from what the function was seen to do.
      """,
    groupedSubcommands: [
      CommandGroup(name: "Policies", subcommands: Self.policyCommands),
      CommandGroup(name: "Layer", subcommands: Self.layerCommands),
    ])

  private static let policyCommands: [any ParsableCommand.Type] = [
    ProtectGenerateCommand.self, ProtectLearnCommand.self, ProtectCompileCommand.self,
    ProtectShowCommand.self,
    ProtectCheckCommand.self,
  ]

  private static let layerCommands: [any ParsableCommand.Type] = [
    ProtectLayerCommand.self, ProtectAttachCommand.self, ProtectDetachCommand.self, ProtectStatusCommand.self,
    ProtectProbeCommand.self,
  ]
}
