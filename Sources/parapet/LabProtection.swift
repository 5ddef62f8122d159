internal import ArgumentParser
internal import EnforcementPolicy
internal import EnforcerLayer
internal import FunctionLab
internal import FunctionProtection

/// Puts the enforcer into a function of the lab, as `parapet protect attach` puts it into a template.
struct LabProtection {
  private var policy: EnforcementPolicy

  init(policy path: String) throws {
    policy = try PolicyInput.read(path).policy
  }

  /// - Returns: What the user should know of it, sentences.
  mutating func apply(to function: inout LabFunction, options: LabOptions) throws -> [String] {
    let moved = move(to: try InterpreterPlace(of: function, options: options))
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
      return attachment.remarks + moved
    } catch let error as Refusal {
      throw ValidationError("The function cannot be protected. \(error)")
    } catch let error as LayerError {
      throw ValidationError("The layer cannot be built: \(error).")
    }
  }

  /// Lets the policy know the interpreter where it lies here, as far as it knows it on the platform.
  private mutating func move(to place: InterpreterPlace) -> [String] {
    let known = policy.executableDirectories.map(\.value)
    let folders = place.folders.filter { folder in
      !known.contains { folder == $0 || folder.hasPrefix($0 + "/") }
    }
    policy.executableDirectories += folders.map { Annotated($0) }
    for (name, path) in place.programs {
      guard let listed = policy.executables.first(where: { $0.path == "/var/lang/bin/" + name }) else {
        continue
      }
      // Another build than the platform's, so with another digest.
      var here = AllowedExecutable(path)
      here.receivesCredentials = listed.receivesCredentials
      if !policy.executables.contains(where: { $0.path == path }) { policy.executables.append(here) }
    }
    return folders.isEmpty
      ? []
      : [
        "the interpreter lies in \(folders.joined(separator: " and ")), which the policy is told for this run"
      ]
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
