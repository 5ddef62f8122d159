internal import Documents
internal import FunctionProtection

/// Attaches to several functions at once: what was attached before is taken off and put on anew, so that a changed
/// policy or layer is an update and a second run changes nothing.
struct AttachmentBatch {
  typealias Outcome = TemplateProtection.Outcome

  let document: TemplateDocument
  let source: TemplateProtection.LayerSource
  /// Functions that are still to be attached to; the others stay as they are.
  var pending: Set<String>
  private(set) var outcomes: [String: Outcome] = [:]

  init(document: TemplateDocument, source: TemplateProtection.LayerSource, pending: Set<String>) {
    var document = document
    if case .existing(let layer) = source, case .arn(let text) = layer,
      !Recognition.isEnforcerLayer(Attaching.node(of: layer))
    {
      document.marked = [text]
    }
    self.document = document
    self.source = source
    self.pending = pending
  }

  /// - Throws: ``TemplateProtectionError``.
  mutating func run(
    _ plan: (FunctionDescription) -> AttachmentPlan
  ) throws(TemplateProtectionError) -> TemplateDocument {
    let (layer, content) = try self.layer()
    // Each round leaves out what cannot or need not be changed; without such there is no further round.
    while !pending.isEmpty {
      let before = pending
      let detached = try detach()
      let changes = plannedChanges(in: detached, layer: layer, plan)
      guard pending == before else { continue }
      let resource = try addition(of: content, to: detached)
      guard let attached = try? detached.applying(resource + changes.flatMap(\.changes)) else {
        // Together they cannot be made: those that can be made alone are found one by one.
        for (name, changes) in changes where (try? detached.applying(changes)) == nil {
          refuse(name, EditProblem.notVerified.description)
        }
        guard pending != before else { throw .layerNotEditable(EditProblem.notVerified.description) }
        continue
      }
      leaveOutUnchanged(in: attached)
      if pending == before { return attached }
    }
    return document
  }

  private func layer() throws(TemplateProtectionError) -> (layer: Attachment.Layer, content: String?) {
    switch source {
    case .existing(let layer): return (layer, nil)
    case .content(let path):
      guard let resource = LayerResource(in: document) else { throw .needsPublishedLayer }
      return (.reference(resource.reference), path)
    }
  }

  private var known: Attachment.Layer? {
    if case .existing(let layer) = source { layer } else { nil }
  }

  /// The document without what was attached to the pending functions before.
  private mutating func detach() throws(TemplateProtectionError) -> TemplateDocument {
    if let all = try? document.detached(from: pending, known: known) { return all }
    var result = document
    for name in pending.sorted() {
      do throws(EditProblem) {
        result = try result.detached(from: [name], known: known)
      } catch {
        refuse(name, error.description)
      }
    }
    return result
  }

  private mutating func plannedChanges(
    in detached: TemplateDocument, layer: Attachment.Layer, _ plan: (FunctionDescription) -> AttachmentPlan
  ) -> [(name: String, changes: [TemplateChange])] {
    var planned: [(name: String, changes: [TemplateChange])] = []
    for function in FunctionCatalogue(document: detached).targets()
    where pending.contains(function.description.name) {
      let name = function.description.name
      if let obstacle = function.obstacle {
        refuse(name, obstacle)
        continue
      }
      if function.inheritsEnforcer {
        pending.remove(name)
        outcomes[name] = Outcome(name: name, result: .unchanged, remarks: [TemplateFunction.inheritance])
        continue
      }
      do {
        var plan = plan(function.description)
        plan.layer = layer
        let attachment = try plan.attachment(to: function.description)
        let attaching = Attaching(document: detached, function: function, attachment: attachment)
        planned.append((name, try attaching.changes()))
        outcomes[name] = Outcome(name: name, result: .changed, remarks: attachment.remarks)
      } catch let refusal as Refusal {
        refuse(name, refusal.description)
      } catch {
        refuse(name, (error as? EditProblem ?? .notVerified).description)
      }
    }
    return planned
  }

  private func addition(
    of content: String?, to document: TemplateDocument
  ) throws(TemplateProtectionError) -> [TemplateChange] {
    guard let content, let resource = LayerResource(in: document) else { return [] }
    do {
      return try resource.additions(to: document, content: content)
    } catch {
      throw .layerNotEditable(error.description)
    }
  }

  private mutating func leaveOutUnchanged(in attached: TemplateDocument) {
    let new = Dictionary(
      FunctionCatalogue(document: attached).targets().map { ($0.description.name, $0) }
    ) { $1 }
    for function in FunctionCatalogue(document: document).targets()
    where pending.contains(function.description.name) {
      let name = function.description.name
      guard let old = function.settings, let settings = new[name]?.settings, old.hasSameContent(as: settings)
      else { continue }
      pending.remove(name)
      outcomes[name] = Outcome(name: name, result: .unchanged, remarks: outcomes[name]?.remarks ?? [])
    }
  }

  private mutating func refuse(_ name: String, _ reason: String) {
    pending.remove(name)
    outcomes[name] = Outcome(name: name, result: .refused(reason), remarks: [])
  }
}

extension TemplateDocument {
  /// - Throws: ``EditProblem``.
  func detached(from names: Set<String>, known: Attachment.Layer?) throws(EditProblem) -> TemplateDocument {
    var changes: [TemplateChange] = []
    for function in FunctionCatalogue(document: self).targets()
    where names.contains(function.description.name) && (function.obstacle == nil || editsShared) {
      changes += try Detaching(document: self, function: function, known: known).changes()
    }
    return changes.isEmpty ? self : try applying(changes)
  }
}
