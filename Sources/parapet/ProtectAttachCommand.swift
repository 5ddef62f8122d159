internal import ArgumentParser
internal import EnforcerLayer
internal import FunctionProtection
internal import TemplateEditing

/// `parapet protect attach`: puts layer and variables into templates.
struct ProtectAttachCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attach",
    abstract: "Attach the layer to functions of a template.",
    discussion: """
      Edits SAM, CloudFormation and Serverless Framework templates and keeps everything else as it is written. A \
      second run changes nothing; 'detach' gives the same bytes back. What cannot be edited safely is said and left \
      alone. Exits with 1 if a function was refused.
      """)

  @Argument(help: "A template, or a folder whose templates are meant.", completion: .file())
  var path: String = "."

  @OptionGroup var selected: SelectionOptions
  @OptionGroup var layer: LayerOptions

  @Option(help: "The policy in the layer that the functions ask for; by default the one of their own name.")
  var policy: String?

  @Option(help: "x86_64 or arm64, for functions whose template leaves it open.")
  var architecture: FunctionArchitecture?

  @Option(help: "The runtime of functions whose template leaves it open, such as python3.12.")
  var runtime: String?

  @Flag(help: "Attach to what all functions inherit: Globals of SAM, provider of the Serverless Framework.")
  var globals = false

  @Flag(help: "The layer was built with --bootstrap: functions of provided runtimes start through it.")
  var bootstrap = false

  @OptionGroup var editing: EditOptions

  func validate() throws {
    if let policy, !PolicyName.isValid(policy) {
      throw ValidationError("'\(policy)' cannot name a policy: letters, digits, '-' and '_' can, up to 64.")
    }
    if globals, !selected.isEmpty, !selected.all {
      throw ValidationError("--globals means every function: give it alone or with --all.")
    }
    if selected.isEmpty, !globals {
      throw ValidationError(
        "Say which functions: --function NAME, --tag KEY=VALUE, --verdict protect, or --all.")
    }
  }

  func run() throws {
    let templates = try ProtectedTemplates(at: path)
    let contents = try layer.contents()
    if let policy, let contents, contents.policies[policy] == nil {
      throw ValidationError("The layer has no policy '\(policy)': \(contents.names).")
    }
    let needed =
      layer.named == nil && contents == nil
      ? "The layer is not there yet: parapet protect layer --output \(layer.archivePath)" : nil
    let judged = try JudgedFunctions.chosen(by: selected.verdict, in: [path])
    try editing.run(
      on: templates, selected, judged, words: ("attached", "attached already"), needed: needed
    ) { try edit($0, $1, contents) }
  }

  private func edit(
    _ template: ProtectedTemplates.Template, _ selection: FunctionSelection, _ contents: LayerContents?
  ) throws -> TemplateProtection.Edit {
    let source = layer.source(for: template.path)
    return try globals
      ? template.protection.attachingToAll(layer: source) { plan(for: $0, contents) }
      : template.protection.attaching(to: selection, layer: source) { plan(for: $0, contents) }
  }

  private func plan(for function: FunctionDescription, _ contents: LayerContents?) -> AttachmentPlan {
    // The editor fills in the layer: only it knows what the template's own is called.
    var plan = AttachmentPlan(layer: .reference(""))
    plan.architecture = architecture
    plan.runtime = runtime
    plan.usesBootstrap = bootstrap || contents?.hasBootstrap ?? false
    plan.policy = policy
    plan.contents = contents.map {
      AttachmentPlan.Contents(policies: Set($0.policies.keys), architectures: $0.architectures)
    }
    return plan
  }
}

extension LayerContents {
  var names: String { "it has " + policies.keys.sorted().joined(separator: ", ") }
}
