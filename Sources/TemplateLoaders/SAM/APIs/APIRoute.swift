internal import Documents
internal import FindingModel

/// A route that an event adds to an API.
struct APIRoute {
  enum Target {
    case function(InvocationTarget)
    case stateMachine(id: String, roleARN: Node)
  }

  static let anyMethod = "x-amazon-apigateway-any-method"

  let event: SAMEvent
  let path: String
  /// In small letters, or ``anyMethod``.
  let method: String
  let target: Target

  init(event: SAMEvent, path: String, method: String, target: Target) {
    self.event = event
    self.path = path
    let method = method.lowercased()
    self.method = method == "any" ? Self.anyMethod : method
    self.target = target
  }

  var condition: String? { event.owner.condition }

  subscript(name: String) -> Node? { event[name] }

  var auth: Node? { event["Auth"] }

  /// The path as a permission's ARN has it: `*` for a variable.
  static func pattern(of path: String) -> String {
    var result = ""
    var rest = path[...]
    if rest.count > 1, rest.hasSuffix("/") { rest = rest.dropLast() }
    while let start = rest.firstIndex(of: "{"), let end = rest[start...].firstIndex(of: "}") {
      let name = rest[rest.index(after: start)..<end]
      result += rest[..<start]
      result += isVariable(name) ? "*" : String(rest[start...end])
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  /// Letters, digits and a few signs; of variables that take the rest of a path SAM only knows `{proxy+}`.
  private static func isVariable(_ name: Substring) -> Bool {
    let bare = name == "proxy+" ? name.dropLast() : name
    return !bare.isEmpty
      && bare.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) }
  }
}

/// The APIs that exist because events name none.
struct ImplicitAPIs {
  static let restID = "ServerlessRestApi"
  static let httpID = "ServerlessHttpApi"
}

extension Assembly {
  /// Declares the implicit APIs that the events of functions and state machines need.
  mutating func addImplicitAPIs() {
    var users: [String: [(resource: SAMResource, place: SourceLocation)]] = [:]
    for entry in resources {
      guard let type = entry.value["Type"]?.text,
        ["AWS::Serverless::Function", "AWS::Serverless::StateMachine"].contains(type)
      else { continue }
      let resource = SAMResource(entry)
      let events = (resource["Events"]?.branches ?? []).filter(\.isPlainMapping).flatMap(\.entries)
      for event in events.flatMap({ $0.value.branches }) {
        guard let id = implicitAPI(of: event) else { continue }
        users[id, default: []].append((resource, event.location))
      }
    }
    for (id, type) in [
      (ImplicitAPIs.restID, "AWS::Serverless::Api"), (ImplicitAPIs.httpID, "AWS::Serverless::HttpApi"),
    ] {
      guard let users = users[id], let first = users.first else { continue }
      if let written = resource(id) {
        problem(
          at: written.idLocation, "SAM puts its own API in the place of '\(id)', because events use it.")
      }
      declareImplicitAPI(id, type, users: users.map(\.resource), at: first.place)
    }
  }

  private func implicitAPI(of event: Node) -> String? {
    let properties = event.present("Properties")
    switch event["Type"]?.text {
    case "Api": return Self.implicitAPI(properties?.present("RestApiId"), ImplicitAPIs.restID)
    case "HttpApi": return Self.implicitAPI(properties?.present("ApiId"), ImplicitAPIs.httpID)
    default: return nil
    }
  }

  /// The tags of the functions that hand them on; of two with one key the later counts.
  ///
  /// SAM looks here before it merges the Globals: own tags replace the global ones, and a function cannot
  /// switch off what the Globals switch on.
  private func sharedTags(of users: [SAMResource]) -> [Entry] {
    var tags = OpenAPIDocument(Node(.mapping([]), at: template.location))
    for user in users {
      let section = template["Globals"]?[String(user.type.dropFirst(SAMTransform.typePrefix.count))]
      let own = template[path: "Resources", user.id, "Properties"]
      let hands = [own, section].contains { $0?.present("PropagateTags")?.boolean == true }
      guard hands, let node = own?.present("Tags") ?? section?.present("Tags"), node.isPlainMapping else {
        continue
      }
      tags.merge(node.entries, into: "tags", at: node.location)
    }
    return tags.node["tags"]?.entries ?? []
  }

  private static func implicitAPI(_ named: Node?, _ id: String) -> String? {
    named == nil || named?.namedResource == id ? id : nil
  }

  private mutating func declareImplicitAPI(
    _ id: String, _ type: String, users: [SAMResource], at place: SourceLocation
  ) {
    let make = Implied(at: place)
    let isREST = id == ImplicitAPIs.restID
    var properties = make.map(["StageName": isREST ? make.text("Prod") : nil])
    let tags = sharedTags(of: users)
    if !tags.isEmpty {
      properties.set("Tags", to: make.map(tags))
      properties.set("PropagateTags", to: make.flag(true))
    }
    var resource = make.map(["Type": make.text(type), "Properties": properties])
    let condition = sharedCondition(users.map(\.condition), name: id + "Condition", make)
    if let condition { resource.set("Condition", to: make.text(condition)) }
    // What one of the functions wants kept must be kept.
    for (key, order) in [
      ("DeletionPolicy", ["Retain", "Delete"]), ("UpdateReplacePolicy", ["Retain", "Snapshot", "Delete"]),
    ] {
      let wanted = Set(users.compactMap { $0.node[key]?.text })
      if let policy = order.first(where: wanted.contains) { resource.set(key, to: make.text(policy)) }
    }
    var ignored: [TemplateProblem] = []
    let globals = Globals(of: template, problems: &ignored)
    put(resource: Entry(id, at: place, globals.merged(into: resource)))
  }
}
