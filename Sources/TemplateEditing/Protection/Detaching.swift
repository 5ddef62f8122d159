internal import Documents
internal import FunctionProtection

/// The changes that take the enforcer off one function, and nothing else.
struct Detaching {
  let document: TemplateDocument
  let function: TemplateFunction
  /// A layer that is the enforcer's whatever it is called.
  let known: Attachment.Layer?

  /// Nothing where nothing was attached.
  ///
  /// - Throws: ``EditProblem``.
  func changes() throws(EditProblem) -> [TemplateChange] {
    var removed: [TemplatePath] = []
    var others: [TemplateChange] = []
    removed += layers().map { function.layersPath + [.index($0)] }
    try variables(&removed, &others)
    return others + (try containers(emptiedBy: removed)).map { .remove($0) }
  }

  /// Positions of the enforcer's layers in the function's own list.
  func layers() -> [Int] {
    guard let list = function.settings?[function.keys.layers], list.isSequence else { return [] }
    // A list that cannot be edited is not one of ours.
    let written = (try? document.writable(function.layersPath))?.elements ?? []
    return list.elements.indices.filter { index in
      let element = list.elements[index]
      if Recognition.isEnforcerLayer(element) { return true }
      if let known, element.hasSameContent(as: Attaching.node(of: known)) { return true }
      return written.indices.contains(index) && isMarked(written[index])
    }
  }

  private func isMarked(_ element: SyntaxNode) -> Bool {
    let end = element.range.upperBound
    let rest = document.bytes[end..<document.bytes.lineEnd(at: end)]
    return rest.drop { $0 == 0x20 }.elementsEqual(Recognition.mark.utf8)
  }

  private func variables(
    _ removed: inout [TemplatePath], _ others: inout [TemplateChange]
  ) throws(EditProblem) {
    guard let own = function.ownVariables, own.isMapping else { return }
    func path(_ name: String) -> TemplatePath { function.variablesPath + [.key(name)] }
    if let wrapper = own[EnforcerVariable.wrapper]?.text, Recognition.isLauncher(wrapper) {
      removed.append(path(EnforcerVariable.wrapper))
      if own[EnforcerVariable.nextWrapper] != nil {
        // One that was moved stands where it always stood, before what was added.
        let names = own.entries.map(\.key)
        if names.firstIndex(of: EnforcerVariable.nextWrapper) ?? 0
          < names.firstIndex(of: EnforcerVariable.wrapper) ?? 0
        {
          others.append(.rename(path(EnforcerVariable.nextWrapper), to: EnforcerVariable.wrapper))
        } else {
          removed.append(path(EnforcerVariable.nextWrapper))
        }
      }
    }
    if let preload = own[EnforcerVariable.preload]?.text, let library = Recognition.library(in: preload) {
      let before = Recognition.othersPreloaded(preload)
      if before == nil || before == function.inheritedVariables?[EnforcerVariable.preload]?.text {
        removed.append(path(EnforcerVariable.preload))
      } else {
        others.append(.removePrefix(path(EnforcerVariable.preload), library + ":"))
      }
    }
    let isAttached = !removed.isEmpty || !others.isEmpty
    if isAttached, own[EnforcerVariable.policy] != nil { removed.append(path(EnforcerVariable.policy)) }
  }

  /// The same removals, with collections that they leave empty in place of what is in them.
  private func containers(emptiedBy removed: [TemplatePath]) throws(EditProblem) -> [TemplatePath] {
    var removed = removed
    // SAM's functions may do without settings; a service's function is nothing else.
    let root = function.settingsPath.count - (document.isServerless ? 0 : 1)
    while true {
      var parents: [TemplatePath: Int] = [:]
      for path in removed { parents[Array(path.dropLast()), default: 0] += 1 }
      var emptied: [TemplatePath] = []
      for (parent, count) in parents where parent.count > root {
        let syntax = try document.writable(parent)
        guard syntax.elements.count + syntax.entries.count == count else { continue }
        if syntax.isFlow, Removal(bytes: document.bytes).wasEmptyBefore(syntax) { continue }
        emptied.append(parent)
      }
      guard !emptied.isEmpty else { return removed }
      removed = removed.filter { !emptied.contains(Array($0.dropLast())) } + emptied
    }
  }
}
