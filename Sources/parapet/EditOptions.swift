internal import ArgumentParser
internal import FunctionProtection
internal import TemplateEditing

/// How edits of templates are made and told.
struct EditOptions: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  @Flag(help: "Write nothing; print the changes as a unified diff.")
  var dryRun = false

  @Option(help: "text or json.")
  var format: Format = .text

  /// Edits each template and tells what became of its functions.
  ///
  /// - Parameter needed: A sentence for people who are left with something to do, where any function was edited.
  /// - Throws: `ExitCode` 1 if a function was refused.
  func run(
    on templates: ProtectedTemplates, _ options: SelectionOptions, _ judged: JudgedFunctions?,
    words: (changed: String, unchanged: String), needed: String? = nil,
    _ edit: (ProtectedTemplates.Template, FunctionSelection) throws -> TemplateProtection.Edit
  ) throws {
    var report = EditReport()
    var diff = ""
    var unknown = Set(options.names)
    for template in templates.templates {
      let selection = options.selection(judged: judged?.names(in: template.path))
      unknown.formIntersection(selection.unknownNames(among: template.protection.functions))
      let result: TemplateProtection.Edit
      do {
        result = try edit(template, selection)
      } catch {
        throw ValidationError("'\(template.path)' was not changed: \(error).")
      }
      if result.outcomes.isEmpty { continue }
      let isChanged = result.bytes != template.bytes
      if isChanged, dryRun {
        diff += UnifiedDiff.text(from: template.bytes, to: result.bytes, path: template.path)
      } else if isChanged {
        try OutputTarget(path: template.path).replace(with: result.bytes)
      }
      report.add(template.path, result, isChanged: isChanged)
    }
    guard unknown.isEmpty else {
      throw ValidationError(
        "No function is called \(unknown.sorted().map { "'\($0)'" }.joined(separator: " or ")) here.")
    }
    if let needed, !report.templates.isEmpty { StandardError.write(needed + "\n") }
    try tell(report, diff, (dryRun ? "would be " + words.changed : words.changed, words.unchanged))
  }

  private func tell(_ report: EditReport, _ diff: String, _ words: (changed: String, unchanged: String))
    throws
  {
    guard !report.templates.isEmpty else {
      StandardError.write("No function fits what was asked for; nothing was changed.\n")
      return
    }
    if format == .json {
      try OutputTarget(path: nil).write(report.json)
    } else {
      try OutputTarget(path: nil).write(diff)
      StandardError.write(report.text(changed: words.changed, unchanged: words.unchanged))
    }
    if report.hasRefusals { throw ExitCode(1) }
  }
}
