/// Why a function cannot be protected as asked, with what to do.
package enum Refusal: Error, Hashable, Sendable {
  case image
  case tooManyLayers(count: Int)
  case unsupportedRuntime(String, reason: String)
  case openRuntime(String?)
  case openArchitecture(String)
  case otherArchitecture(FunctionArchitecture)
  /// With the names of those that the layer has.
  case noPolicy([String])
  case openHandler(String?)
  case handlerIsBootstrap
  case openPreload(String)
}

extension Refusal: CustomStringConvertible {
  package var description: String {
    switch self {
    case .image:
      "It is deployed as a container image, which has no layers: copy the unpacked layer to /opt in its Dockerfile "
        + "and set AWS_LAMBDA_EXEC_WRAPPER there."
    case .tooManyLayers(let count):
      "It has \(count) layers and Lambda allows \(AttachmentPlan.layerLimit): merge two of them or move one into "
        + "the package."
    case .unsupportedRuntime(let runtime, let reason):
      "Its runtime \(runtime) cannot be protected: \(reason). Move it to a runtime that is still supported."
    case .openRuntime(nil): "It names no runtime: say which it is with --runtime."
    case .openRuntime(let text?):
      "Its runtime is \(text), which only deploying decides: say which it is with --runtime."
    case .openArchitecture(let text):
      "Its architecture is \(text), which only deploying decides: say which it is with --architecture."
    case .otherArchitecture(let architecture):
      "It runs on \(architecture.rawValue), for which the layer has no programs: build the layer for both."
    case .noPolicy(let names):
      "The layer has no policy of its name and no default, but \(names.joined(separator: ", ")): choose with "
        + "--policy, or build the layer with a policy for it."
    case .openHandler(let text):
      "The layer's bootstrap starts the program that Handler names, and Handler is "
        + "\(text.map { "\($0), which cannot be read here" } ?? "missing"): write the program's name there."
    case .handlerIsBootstrap:
      "Its program is called bootstrap and starts before the layer's: rename it and name it in Handler."
    case .openPreload(let text):
      "Its LD_PRELOAD is \(text), which cannot be extended here: put the enforcer's library before it by hand."
    }
  }
}
