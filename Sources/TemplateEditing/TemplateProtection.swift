package import Documents
package import FunctionProtection

/// Attaches the enforcer to functions of a template and takes it off again, in the text of the template.
///
/// Every edit is read again and must mean what was intended, or it is not made.
package struct TemplateProtection {
  /// Where functions get the layer from.
  package enum LayerSource: Hashable, Sendable {
    case existing(Attachment.Layer)
    /// A resource of the template, made from an archive; the path is relative to the template's folder.
    case content(path: String)
  }

  /// What became of one function.
  package struct Outcome: Hashable, Sendable {
    package enum Result: Hashable, Sendable {
      case changed
      case unchanged
      /// With what to do, a sentence.
      case refused(String)
    }

    package let name: String
    package let result: Result
    /// Sentences.
    package let remarks: [String]
  }

  package struct Edit: Sendable {
    package let bytes: [UInt8]
    /// Of the selected functions, in the template's order.
    package let outcomes: [Outcome]
  }

  let document: TemplateDocument

  /// - Parameter path: Only used in errors.
  /// - Throws: ``TemplateProtectionError``.
  package init(_ bytes: [UInt8], path: String) throws(TemplateProtectionError) {
    do {
      document = try TemplateDocument(bytes, path: path)
    } catch {
      throw .unreadable(error)
    }
    guard document.isServerless || document.root["Resources"]?.isMapping == true else { throw .notATemplate }
  }

  package var functions: [FunctionDescription] {
    FunctionCatalogue(document: document).functions().map(\.description)
  }

  /// - Parameter plan: How a function is protected, but for the layer.
  /// - Throws: ``TemplateProtectionError`` where no function can get the layer.
  package func attaching(
    to selection: FunctionSelection, layer source: LayerSource, plan: (FunctionDescription) -> AttachmentPlan
  ) throws(TemplateProtectionError) -> Edit {
    try attach(to: Set(functions.filter(selection.contains).map(\.name)), in: document, layer: source, plan)
  }

  /// Attaches to what all functions inherit from: `Globals` of SAM, `provider` of the Serverless Framework.
  ///
  /// - Throws: ``TemplateProtectionError`` where there is no such place.
  package func attachingToAll(
    layer source: LayerSource, plan: (FunctionDescription) -> AttachmentPlan
  ) throws(TemplateProtectionError) -> Edit {
    guard let shared = FunctionCatalogue(document: document).shared() else { throw .nothingInherited }
    var document = document
    document.editsShared = true
    return try attach(to: [shared.description.name], in: document, layer: source, plan)
  }

  private func attach(
    to names: Set<String>, in document: TemplateDocument, layer source: LayerSource,
    _ plan: (FunctionDescription) -> AttachmentPlan
  ) throws(TemplateProtectionError) -> Edit {
    var batch = AttachmentBatch(document: document, source: source, pending: names)
    let result = try batch.run(plan)
    return edit(result, of: FunctionCatalogue(document: document).targets(), outcomes: batch.outcomes, names)
  }

  /// Where every function is meant, what they inherit is freed as well.
  ///
  /// - Parameter known: A layer that is the enforcer's although its name does not say so.
  package func detaching(from selection: FunctionSelection, known: Attachment.Layer? = nil) -> Edit {
    let functions = FunctionCatalogue(document: document).functions().filter {
      selection.contains($0.description)
    }
    var outcomes: [String: Outcome] = [:]
    var result = document.detached(from: functions, known: known, &outcomes)
    var targets = functions
    if selection.all, let shared = FunctionCatalogue(document: document).shared() {
      result.editsShared = true
      let next = result.detached(from: [shared], known: known, &outcomes)
      if outcomes[shared.description.name]?.result != .unchanged { targets.append(shared) }
      result = next
    }
    // A layer that cannot be taken out safely harms nobody.
    if let layer = LayerResource(in: result), let without = try? result.applying(layer.removals(from: result))
    {
      result = without
    }
    return edit(result, of: targets, outcomes: outcomes, Set(targets.map(\.description.name)))
  }

  private func edit(
    _ result: TemplateDocument, of targets: [TemplateFunction], outcomes: [String: Outcome],
    _ names: Set<String>
  ) -> Edit {
    let ordered = targets.filter { names.contains($0.description.name) }.map { function in
      outcomes[function.description.name]
        ?? Outcome(
          name: function.description.name, result: function.obstacle.map { .refused($0) } ?? .unchanged,
          remarks: [])
    }
    return Edit(bytes: result.bytes, outcomes: ordered)
  }
}

extension TemplateDocument {
  /// All at once; where that cannot be, one by one, so that each that can be detached is.
  fileprivate func detached(
    from functions: [TemplateFunction], known: Attachment.Layer?,
    _ outcomes: inout [String: TemplateProtection.Outcome]
  ) -> TemplateDocument {
    let names = functions.map(\.description.name)
    guard let result = try? detached(from: Set(names), known: known) else {
      return functions.reduce(self) { $0.detached(from: $1, known: known, &outcomes) }
    }
    for function in functions where function.obstacle == nil || editsShared {
      let isAttached =
        (try? Detaching(document: self, function: function, known: known).changes().isEmpty) == false
      let name = function.description.name
      outcomes[name] = .init(name: name, result: isAttached ? .changed : .unchanged, remarks: [])
    }
    return result
  }

  private func detached(
    from function: TemplateFunction, known: Attachment.Layer?,
    _ outcomes: inout [String: TemplateProtection.Outcome]
  ) -> TemplateDocument {
    let name = function.description.name
    do {
      let next = try detached(from: [name], known: known)
      outcomes[name] = .init(name: name, result: next.bytes == bytes ? .unchanged : .changed, remarks: [])
      return next
    } catch {
      outcomes[name] = .init(name: name, result: .refused(error.description), remarks: [])
      return self
    }
  }
}

/// Why nothing in a file can be protected.
package enum TemplateProtectionError: Error, Hashable, Sendable {
  case unreadable(DocumentError)
  case notATemplate
  /// Plain CloudFormation with a layer that is still a file.
  case needsPublishedLayer
  case layerNotEditable(String)
  case nothingInherited
}

extension TemplateProtectionError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unreadable(let error): "it cannot be read: \(error)"
    case .notATemplate: "it is no CloudFormation, SAM or Serverless Framework template"
    case .needsPublishedLayer:
      "plain CloudFormation does not package files: publish the layer and give its ARN with --layer-arn, or a "
        + "parameter of the template with --layer-ref"
    case .nothingInherited:
      "plain CloudFormation has no place that functions inherit from: leave --globals out"
    case .layerNotEditable(let problem): "the layer cannot be added as a resource. \(problem)"
    }
  }
}
