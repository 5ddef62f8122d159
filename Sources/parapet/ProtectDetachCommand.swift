internal import ArgumentParser
internal import TemplateEditing

/// `parapet protect detach`: takes out of templates what `attach` put in.
struct ProtectDetachCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "detach",
    abstract: "Take the layer off functions of a template.",
    discussion: """
      Removes what 'attach' added and nothing else, also after edits elsewhere: without them the file has the same \
      bytes as before. A layer whose name does not contain 'parapet' is found by its comment, or by --layer-arn.
      """)

  @Argument(help: "A template, or a folder whose templates are meant.", completion: .file())
  var path: String = "."

  @OptionGroup var selected: SelectionOptions
  @OptionGroup var layer: LayerOptions
  @OptionGroup var editing: EditOptions

  func validate() throws {
    if selected.isEmpty {
      throw ValidationError(
        "Say which functions: --function NAME, --tag KEY=VALUE, --verdict protect, or --all.")
    }
  }

  func run() throws {
    let templates = try ProtectedTemplates(at: path)
    let judged = try JudgedFunctions.chosen(by: selected.verdict, in: [path])
    try editing.run(on: templates, selected, judged, words: ("detached", "not attached")) {
      template, selection in
      template.protection.detaching(from: selection, known: layer.named)
    }
  }
}
