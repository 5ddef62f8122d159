package import ApplicationModel
internal import FindingModel

/// A function of a template, as the lab runs it.
package struct TemplateFunction: Sendable {
  package let function: LabFunction
  /// Sentences about what the template leaves open and what stands in for it.
  package let notes: [String]

  /// The one function of this name or logical id, or the only one that there is.
  ///
  /// - Parameter folder: The template's, absolute.
  package init(_ name: String?, in application: Application, folder: String, request: LabRequest)
    throws(LabError)
  {
    let functions = application.functions.filter { !$0.isImplied || $0.code != .unknown }
    let known = functions.map(\.name).sorted()
    let chosen =
      name == nil
      ? (functions.count == 1 ? functions : [])
      : functions.filter { $0.name == name || $0.id == name || $0.functionName.value?.literal == name }
    guard let function = chosen.first else { throw .functionMissing(name, known: known) }
    let reader = TemplateFunctionReader(function, of: application, folder: folder, request: request)
    (self.function, notes) = try reader.read()
  }
}

private struct TemplateFunctionReader {
  let source: Function
  let application: Application
  let folder: String
  let request: LabRequest

  init(_ function: Function, of application: Application, folder: String, request: LabRequest) {
    source = function
    self.application = application
    self.folder = folder
    self.request = request
  }

  func read() throws(LabError) -> (LabFunction, [String]) {
    var notes: [String] = []
    guard let runtimeText = request.runtime ?? source.runtime.value else {
      throw .unusable(
        path: source.name, reason: "the template does not say its runtime; say it with --runtime")
    }
    guard let runtime = RuntimeName(runtimeText) else { throw .runtimeUnknown(runtimeText) }
    let code = try codeFolder(&notes)
    let handler = request.handler ?? source.handler.value ?? "bootstrap"
    var function = LabFunction(
      name: source.functionName.value?.literal ?? source.name, runtime: runtime, handler: handler, code: code)
    if let seconds = source.timeout.value { function.timeout = .seconds(seconds) }
    if let megabytes = source.memory.value { function.memory = megabytes }
    if let megabytes = source.ephemeralStorage.value { function.ephemeralStorage = megabytes }
    function.logsAsJSON = source.logging.format.value == "JSON"
    if case .inline(let text, _) = source.code { function.inlineCode = text }
    function.environment = environment(&notes)
    function.layers = layers(&notes)
    return (request.applied(to: function), notes)
  }

  /// What `sam build` made, where it did, else what the template names.
  private func codeFolder(_ notes: inout [String]) throws(LabError) -> String {
    let built = "\(folder)/.aws-sam/build/\(source.id)"
    if FileSystem.isFolder(built) {
      notes.append("the code is what 'sam build' made: .aws-sam/build/\(source.id)")
      return built
    }
    switch source.code {
    case .local(let path, _):
      let real = FileSystem.realPath(path.hasPrefix("/") ? path : "\(folder)/\(path)")
      guard let real else { throw .codeMissing(path: path) }
      return real
    case .inline: return folder
    case .image:
      throw .unusable(path: source.name, reason: "it is a container image, which the lab does not run")
    case .bucket: throw .unusable(path: source.name, reason: "its code lies in a bucket, not on this disk")
    case .unknown: return folder
    }
  }

  private func environment(_ notes: inout [String]) -> [(name: String, value: String)] {
    var open: [String] = []
    let given = Set(request.environment.map(\.name))
    let variables = source.environment.map { variable in
      guard let text = variable.value.value, variable.value.expression == nil else {
        if !variable.value.isAbsent { open.append(variable.name) }
        return (name: variable.name, value: "unresolved-\(variable.name)")
      }
      if text.literal == nil { open.append(variable.name) }
      return (name: variable.name, value: placeholder(for: text))
    }
    let missing = open.filter { !given.contains($0) }
    if !missing.isEmpty {
      notes.append(
        "only a deployment knows the values of \(missing.joined(separator: ", ")); placeholders stand in for them, "
          + "and --env NAME=VALUE sets real ones")
    }
    return variables
  }

  /// The name that the resource would be found by, in the form that a deployment gives.
  private func placeholder(for text: Text) -> String {
    text.parts.map { part in
      switch part {
      case .literal(let literal): literal
      case .reference(let reference): reference.attribute == nil ? reference.id : "\(reference)"
      case .open(let expression): Self.pseudoParameters[expression.text] ?? "unresolved"
      }
    }.joined()
  }

  private static let pseudoParameters = [
    "AWS::Region": "us-east-1", "AWS::AccountId": "123456789012", "AWS::Partition": "aws",
    "AWS::URLSuffix": "amazonaws.com", "AWS::StackName": "lab",
  ]

  private func layers(_ notes: inout [String]) -> [String] {
    var found: [String] = []
    for layer in source.layers {
      let text = layer.value.value
      let id = text?.reference?.id
      guard let known = application.layers.first(where: { $0.id == id }),
        case .local(let path, _) = known.code,
        let real = FileSystem.realPath(path.hasPrefix("/") ? path : "\(folder)/\(path)")
      else {
        notes.append("the layer \(text?.pattern ?? "of the template") is not on this disk and is left out")
        continue
      }
      found.append(real)
    }
    return found
  }
}
