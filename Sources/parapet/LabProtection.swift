internal import ArgumentParser
internal import EnforcementPolicy
internal import EnforcerLayer
internal import FunctionLab
internal import FunctionProtection

/// Puts the enforcer into a function of the lab, as `parapet protect attach` puts it into a template.
struct LabProtection {
  private let policy: EnforcementPolicy

  init(policy path: String) throws {
    policy = try PolicyInput.read(path).policy
  }

  /// - Returns: What the user should know of it, sentences.
  func apply(to function: inout LabFunction) throws -> [String] {
    let architecture = FunctionArchitecture(rawValue: function.architecture.rawValue) ?? .x86_64
    var plan = AttachmentPlan(layer: .reference("Lab"))
    plan.usesBootstrap = function.startsNamedProgram
    do {
      let attachment = try plan.attachment(to: description(of: function, architecture))
      var layer = try EnforcerLayer(for: [policy])
      layer.architectures = [architecture]
      layer.bootstrap = plan.usesBootstrap ? architecture : nil
      function.enforcerLayer = try layer.archive()
      if attachment.movesWrapper { moveWrapper(of: &function) }
      function.environment += attachment.variables.map { ($0.name, $0.value) }
      return attachment.remarks
    } catch let error as Refusal {
      throw ValidationError("The function cannot be protected. \(error)")
    } catch let error as LayerError {
      throw ValidationError("The layer cannot be built: \(error).")
    }
  }

  private func description(
    of function: LabFunction, _ architecture: FunctionArchitecture
  ) -> FunctionDescription {
    var description = FunctionDescription(name: function.name)
    description.runtime = .known(function.runtime.description)
    description.architecture = .known(architecture)
    description.handler = .known(function.handler)
    description.layerCount = function.layers.count
    description.wrapper = setting(EnforcerVariable.wrapper, of: function)
    description.preload = setting(EnforcerVariable.preload, of: function)
    return description
  }

  private func setting(_ name: String, of function: LabFunction) -> Setting<String> {
    function.environment.last { $0.name == name }.map { .known($0.value) } ?? .absent
  }

  private func moveWrapper(of function: inout LabFunction) {
    function.environment = function.environment.map { variable in
      variable.name == EnforcerVariable.wrapper
        ? (name: EnforcerVariable.nextWrapper, value: variable.value) : variable
    }
  }
}
