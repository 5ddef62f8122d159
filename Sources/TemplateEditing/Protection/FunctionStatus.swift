internal import Documents
package import FunctionProtection

/// Whether a function of a template is protected, and by what.
package struct FunctionStatus: Hashable, Sendable {
  package enum State: Hashable, Sendable {
    case protected(by: Means)
    /// Something of the enforcer is there and something is missing; a sentence says what.
    case incomplete(String)
    /// With the reason why it cannot be, if there is one; a sentence.
    case unprotected(String?)
  }

  /// What starts the enforcer.
  package enum Means: String, Hashable, Sendable {
    case wrapper
    case preload
    case bootstrap
  }

  package let function: FunctionDescription
  package let state: State
  /// The policy that it asks for; `nil` for the layer's default, or for none at all.
  package let policy: String?
}

extension TemplateFunction {
  static let inheritance = "It is protected by what it inherits."

  private func variable(_ name: String) -> String? {
    ownVariables?[name]?.text ?? inheritedVariables?[name]?.text
  }

  /// What starts the enforcer, by the function's own variables or the inherited ones.
  private var starter: FunctionStatus.Means? {
    if variable(EnforcerVariable.wrapper).map(Recognition.isLauncher) ?? false { return .wrapper }
    if variable(EnforcerVariable.preload).flatMap(Recognition.library) != nil { return .preload }
    return nil
  }

  /// The processor that its variables are for, if it is known to run on another.
  private var otherArchitecture: FunctionArchitecture? {
    let own: FunctionArchitecture
    switch description.architecture {
    case .known(let known): own = known
    case .absent: own = .x86_64
    case .unresolved: return nil
    }
    let values = [EnforcerVariable.wrapper, EnforcerVariable.preload].compactMap(variable)
    return FunctionArchitecture.allCases.first { other in
      other != own
        && values.contains {
          $0 == LayerPaths.launcher(other) || Recognition.library(in: $0) == LayerPaths.library(other)
        }
    }
  }

  var inheritsEnforcer: Bool {
    inheritedVariables?[EnforcerVariable.wrapper]?.text.map(Recognition.isLauncher) ?? false
      && (inherited?[keys.layers]?.elements ?? []).contains(where: Recognition.isEnforcerLayer)
      && (keys.layers == "Layers" || settings?[keys.layers] == nil)
  }

  func status(in document: TemplateDocument, known: Attachment.Layer?) -> FunctionStatus {
    FunctionStatus(
      function: description, state: state(in: document, known: known),
      policy: variable(EnforcerVariable.policy))
  }

  private func state(in document: TemplateDocument, known: Attachment.Layer?) -> FunctionStatus.State {
    if let obstacle { return .unprotected(obstacle) }
    let own = !Detaching(document: document, function: self, known: known).layers().isEmpty
    let takesInherited = !document.isServerless || settings?[keys.layers] == nil
    let hasLayer =
      own
      || takesInherited
        && (inherited?[keys.layers]?.elements ?? []).contains(where: Recognition.isEnforcerLayer)
    switch (starter, hasLayer) {
    case (let starter?, true):
      guard let other = otherArchitecture else { return .protected(by: starter) }
      return .incomplete(
        "Its variables start the enforcer for \(other.rawValue), but it runs on another processor and cannot start: "
          + "attach again.")
    case (.some, false):
      return .incomplete(
        "Its variables start the enforcer, but no layer brings it; the function cannot start.")
    case (nil, true):
      guard AttachmentPlan.isProvided(description.runtime.known ?? "") else {
        return .incomplete("It has the layer, but no variable starts the enforcer.")
      }
      if description.handler == .known("bootstrap") {
        return .incomplete(Refusal.handlerIsBootstrap.description)
      }
      return .protected(by: .bootstrap)
    case (nil, false):
      do throws(Refusal) {
        _ = try AttachmentPlan(layer: .reference("")).attachment(to: description)
        return .unprotected(nil)
      } catch {
        return .unprotected(error.description)
      }
    }
  }
}

extension TemplateProtection {
  /// Every function, in the template's order.
  package func status(known: Attachment.Layer? = nil) -> [FunctionStatus] {
    FunctionCatalogue(document: document).functions().map { $0.status(in: document, known: known) }
  }

  /// Path of the archive that the template makes the layer from, relative to the template's folder.
  package var layerContent: String? {
    guard let layer = LayerResource(in: document), let resource = document.root[at: layer.path] else {
      return nil
    }
    return resource["Properties"]?["ContentUri"]?.text ?? resource["package"]?["artifact"]?.text
  }
}
