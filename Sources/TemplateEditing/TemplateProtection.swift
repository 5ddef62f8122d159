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
    let selected = Set(functions.filter(selection.contains).map(\.name))
    var batch = AttachmentBatch(document: document, source: source, pending: selected)
    let result = try batch.run(plan)
    return edit(result, outcomes: batch.outcomes, selected)
  }

  /// - Parameter known: A layer that is the enforcer's although its name does not say so.
  package func detaching(from selection: FunctionSelection, known: Attachment.Layer? = nil) -> Edit {
    var outcomes: [String: Outcome] = [:]
    var result = document
    let selected = Set(functions.filter(selection.contains).map(\.name))
    for function in FunctionCatalogue(document: document).functions()
    where selected.contains(function.description.name) && function.obstacle == nil {
      let name = function.description.name
      do {
        let next = try result.detached(from: [name], known: known)
        let isChanged = next.bytes != result.bytes
        result = next
        outcomes[name] = Outcome(name: name, result: isChanged ? .changed : .unchanged, remarks: [])
      } catch {
        outcomes[name] = Outcome(name: name, result: .refused(error.description), remarks: [])
      }
    }
    if let layer = LayerResource(in: result) {
      // A layer that cannot be taken out safely harms nobody.
      if let without = try? result.applying(layer.removals(from: result)) { result = without }
    }
    return edit(result, outcomes: outcomes, selected)
  }

  private func edit(_ result: TemplateDocument, outcomes: [String: Outcome], _ selected: Set<String>) -> Edit {
    let functions = FunctionCatalogue(document: document).functions()
    let ordered = functions.filter { selected.contains($0.description.name) }.map { function in
      outcomes[function.description.name]
        ?? Outcome(
          name: function.description.name, result: function.obstacle.map { .refused($0) } ?? .unchanged,
          remarks: [])
    }
    return Edit(bytes: result.bytes, outcomes: ordered)
  }
}

/// Why nothing in a file can be protected.
package enum TemplateProtectionError: Error, Hashable, Sendable {
  case unreadable(DocumentError)
  case notATemplate
  /// Plain CloudFormation with a layer that is still a file.
  case needsPublishedLayer
  case layerNotEditable(String)
}

extension TemplateProtectionError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unreadable(let error): "it cannot be read: \(error)"
    case .notATemplate: "it is no CloudFormation, SAM or Serverless Framework template"
    case .needsPublishedLayer:
      "plain CloudFormation does not package files: publish the layer and give its ARN with --layer-arn, or a "
        + "parameter of the template with --layer-ref"
    case .layerNotEditable(let problem): "the layer cannot be added as a resource. \(problem)"
    }
  }
}
