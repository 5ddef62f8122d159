package import Documents
internal import FindingModel
internal import ApplicationModel

/// Writes out what the platform's own macros stand for: `Fn::ForEach`, and `AWS::Include` of local files.
///
/// The platform does this before the SAM transform, so a loader of SAM templates calls it first; on a
/// template without either it costs one look at every key.
package enum LanguageExtensions {
  /// - Parameter parameters: Given by the user, by name; a loop's collection may refer to them.
  package static func expand(
    _ template: Node, path: String, parameters: [String: Node], files: any TemplateFiles,
    limits: EvaluationLimits = .standard
  ) -> Expansion {
    let library = TemplateLibrary(files: files, limits: limits) { node, _, _ in Expansion(template: node) }
    return expand(
      template, path: path, given: parameters.mapValues(Resolved.init(literal:)), library: library,
      limits: limits)
  }

  static func expand(
    _ template: Node, path: String, given: [String: Resolved], library: TemplateLibrary,
    limits: EvaluationLimits
  ) -> Expansion {
    guard isNeeded(for: template) else { return Expansion(template: template) }
    // Collections may use parameters and mappings, and nothing else of the template.
    let session = EvaluationSession(limits: limits, library: library)
    let index = TemplateIndex(declarations(of: template), path: path)
    var expander = MacroExpander(
      session: session, stack: StackEvaluation(session: session, index: index, given: given))
    let expanded = expander.expandTemplate(template, path: path)
    return Expansion(template: expanded, problems: session.problems.problems)
  }

  private static func declarations(of template: Node) -> Node {
    var declarations = template.entries.filter { ["Parameters", "Mappings"].contains($0.key) }
    declarations.append(Entry("Resources", at: template.location, .mapping([], at: template.location)))
    return Node(.mapping(declarations), at: template.location)
  }

  private static func isNeeded(for node: Node) -> Bool {
    switch node.content {
    case .scalar: return false
    case .sequence(let elements): return elements.contains(where: isNeeded)
    case .mapping(let entries):
      return entries.contains { entry in
        MacroExpander.isLoop(entry) || MacroExpander.isTransform(entry.key) || isNeeded(for: entry.value)
      }
    }
  }
}
