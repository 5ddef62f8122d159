/// Why the lab cannot run a function at all; what a function does wrong is a result.
package enum LabError: Error, Hashable, Sendable {
  case serverMissing(reason: String)
  case interpreterMissing(RuntimeName.Family, wanted: String)
  case runtimeUnknown(String)
  case codeMissing(path: String)
  case handlerMissing(String, in: String)
  case notStarted(reason: String)
  case unreadable(path: String, reason: String)
  case unusable(path: String, reason: String)
  case functionMissing(String?, known: [String])
  case tooLarge(path: String, bytes: Int, limit: Int)
  case noCompiler(reason: String)
}

extension LabError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .serverMissing(let reason):
      "The lab serves the Runtime API with libmicrohttpd, which cannot be used: \(reason). "
        + "On Debian: apt-get install libmicrohttpd12"
    case .interpreterMissing(let family, let wanted):
      "No interpreter for \(wanted) was found on PATH; install \(family.exampleOfInterpreter), "
        + "or name one with --interpreter"
    case .runtimeUnknown(let name):
      "The lab cannot run the runtime '\(name)'; it knows python3.x, nodejs20.x, java17, ruby3.2, provided.al2023 "
        + "and their other versions"
    case .codeMissing(let path): "There is no folder or ZIP archive of code at '\(path)'"
    case .handlerMissing(let handler, let folder):
      "The handler '\(handler)' has no file in '\(folder)'; if the code has to be built first, build it and "
        + "give the folder of the result"
    case .notStarted(let reason): "The sandbox could not be started: \(reason)"
    case .unreadable(let path, let reason): "'\(path)' cannot be read: \(reason)"
    case .unusable(let path, let reason): "'\(path)' cannot be used: \(reason)"
    case .functionMissing(let name?, let known):
      "The template has no function '\(name)'; it has \(known.joined(separator: ", "))"
    case .functionMissing(nil, let known):
      known.isEmpty
        ? "The template has no function that runs code"
        : "The template has several functions; choose one with --function: \(known.joined(separator: ", "))"
    case .tooLarge(let path, let bytes, let limit):
      "'\(path)' has \(bytes) bytes, more than the limit of \(limit)"
    case .noCompiler(let reason): "The Java runtime needs the compiler of a JDK: \(reason)"
    }
  }
}

extension RuntimeName.Family {
  fileprivate var exampleOfInterpreter: String {
    switch self {
    case .python: "python3"
    case .node: "nodejs"
    case .java: "default-jdk-headless"
    case .ruby: "ruby"
    case .custom: "nothing"
    }
  }
}
