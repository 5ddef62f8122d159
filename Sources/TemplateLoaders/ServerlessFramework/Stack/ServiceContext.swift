internal import Documents
internal import FindingModel

/// A service with its variables resolved, before anything is generated from it.
struct ServiceContext {
  /// Text, or an unresolved variable.
  let name: Node
  let stage: Node
  let region: Node
  /// Always a mapping.
  let provider: Node
  let functions: [ServiceFunction]
  /// Major version of the framework that `frameworkVersion` asks for.
  let majorVersion: Int?
  let plugins: Set<String>
  /// Whether the list of plugins, or a part of it, comes from where it was not read.
  let hasUnreadPlugins: Bool
  /// The Python application that the handler of the plugin serverless-wsgi runs, `app.app`.
  let wsgiApplication: Node?
  let place: SourceLocation

  /// `service-stage`, the prefix of most names.
  var prefix: Draft { .joined(.written(name), "-", .written(stage)) }
}

/// One entry of `functions`.
struct ServiceFunction {
  let name: String
  /// Always a mapping.
  let node: Node
  /// Where the name stands.
  let place: SourceLocation
  let events: [ServiceEvent]
  /// The name as logical ids have it, `MyDashfunction`.
  let normalizedName: String

  init(name: String, node: Node, place: SourceLocation, events: [ServiceEvent]) {
    self.name = name
    self.node = node
    self.place = place
    self.events = events
    normalizedName = LogicalNames.normalized(name)
  }

  var logicalID: String { normalizedName + "LambdaFunction" }
  var logGroupID: String { normalizedName + "LogGroup" }
  var roleID: String { normalizedName + "IamRoleLambdaExecution" }
  var versionID: String { normalizedName + "LambdaVersion" }

  /// The alias that events call when concurrency is provisioned or snapshots are taken.
  var alias: (name: String, id: String)? {
    if let concurrency = node["provisionedConcurrency"], !concurrency.isNull, concurrency.text != "0" {
      return (concurrency["alias"]?.text ?? "provisioned", normalizedName + "ProvConcLambdaAlias")
    }
    if node["snapStart"]?.boolean == true { return ("snapstart", normalizedName + "SnapStartLambdaAlias") }
    return nil
  }

  /// What a trigger calls: the function, or its alias.
  var target: Draft {
    let function = Draft.attribute("Arn", of: logicalID)
    guard let alias else { return function }
    return ["Fn::Join": [":", [function, .text(alias.name)]]]
  }

  func has(_ event: String) -> Bool { events.contains { $0.kind == event } }
}

/// One entry of a function's `events`.
struct ServiceEvent {
  let kind: String
  let value: Node
  let place: SourceLocation
  /// Position among all events of the function, from 1.
  let position: Int
  /// Position among the function's events of this kind, from 1.
  let number: Int
}

/// An event with the function it triggers.
struct BoundEvent {
  let function: ServiceFunction
  let event: ServiceEvent

  var value: Node { event.value }
  var place: SourceLocation { event.place }

  /// A property of the event's map.
  subscript(key: String) -> Node? {
    guard let node = event.value[key], !node.isNull else { return nil }
    return node
  }
}

extension Node {
  /// The value of a key that is there and not null.
  func property(_ key: String) -> Node? {
    guard let node = self[key], !node.isNull else { return nil }
    return node
  }

  /// Follows keys as ``property(_:)`` does.
  func property(path keys: String...) -> Node? {
    var node: Node? = self
    for key in keys { node = node?.property(key) }
    return node
  }

  /// A map of the user's own, not a reference or another intrinsic.
  var isOwnMapping: Bool { isMapping && intrinsic == nil }

  /// `false`, `null` and the empty text, which switch a property of the framework off.
  var isOff: Bool { isNull || boolean == false || text == "" }

  /// The elements of a list, or the one value that stands where a list may.
  var oneOrMore: [Node] { isSequence ? elements : isNull ? [] : [self] }
}
