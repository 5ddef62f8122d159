internal import Documents
internal import FindingModel

/// One method of the REST API.
struct RestEndpoint {
  enum Target {
    case function(ServiceFunction)
    /// A state machine, started through a role.
    case stateMachine(id: String, role: Draft)
  }

  let target: Target
  /// The event's map, empty for `http: GET users`.
  let http: Node
  /// Without slashes at its ends; `nil` where it is not known.
  let path: String?
  let pathNode: Node
  /// In small letters; `any` where none is given.
  let method: String
  let place: SourceLocation

  /// Segments beyond which no API of the platform goes.
  static let segments = 50
}

extension ServiceCompiler {
  /// - Returns: `nil` for an event without a path.
  mutating func restEndpoint(_ event: BoundEvent) -> RestEndpoint? {
    restEndpoint(event.value, target: .function(event.function), at: event.place)
  }

  mutating func restEndpoint(_ value: Node, target: RestEndpoint.Target, at place: SourceLocation)
    -> RestEndpoint?
  {
    var method = value["method"]
    var path = value["path"]
    if let text = value.text {
      // `GET users`, with one space or several.
      let parts = text.split(separator: " ").map(String.init)
      method = parts.first.map { .string($0, at: value.location, isImplied: false) }
      path = .string(parts.count > 1 ? parts[1] : "", at: value.location, isImplied: false)
    } else if value.intrinsic != nil {
      problems.add(at: place, "the route of an 'http' event is not known", isError: false)
    }
    guard let path, !path.isNull else {
      problems.add(at: place, "an 'http' event has no path")
      return nil
    }
    let known = path.text.map { $0.split(separator: "/", omittingEmptySubsequences: true) }
    guard known.map({ $0.count <= RestEndpoint.segments }) ?? true else {
      problems.add(
        at: place, "a path has more than \(RestEndpoint.segments) segments; its endpoint is not read")
      return nil
    }
    return RestEndpoint(
      target: target, http: value.isMapping ? value : .mapping([], at: value.location, isImplied: false),
      path: known?.joined(separator: "/"), pathNode: path, method: method?.text?.lowercased() ?? "any",
      place: place)
  }
}
