internal import Documents
internal import FindingModel

/// Where an API's definition comes from.
enum APIDefinition {
  /// SAM writes it, from events.
  case managed
  /// The user wrote it in the template or in a file of the project.
  case written(Node)
  /// It lies in S3 or cannot be read; nothing can be added to it.
  case remote(Node)
}

extension Assembly {
  mutating func definition(ofAPI api: SAMResource) -> APIDefinition {
    if let body = api["DefinitionBody"] {
      if api["DefinitionUri"] != nil {
        problem(at: body.location, "'\(api.id)' has both a DefinitionBody and a DefinitionUri.")
      }
      return included(body, of: api).map(APIDefinition.written) ?? .written(body)
    }
    guard let uri = api["DefinitionUri"] else { return .managed }
    if let path = Self.localPath(uri), let body = read(path: path, for: api) { return .written(body) }
    return .remote(uri)
  }

  /// The document of `{Fn::Transform: {Name: AWS::Include, Parameters: {Location: path}}}`.
  private mutating func included(_ body: Node, of api: SAMResource) -> Node? {
    guard let (name, argument) = body.intrinsic, name == "Fn::Transform",
      argument.present("Name")?.text == "AWS::Include",
      let location = argument[path: "Parameters", "Location"], let path = Self.localPath(location)
    else { return nil }
    return read(path: path, for: api)
  }

  /// The definition that SAM starts from.
  func emptyDefinition(_ version: Entry, _ make: Implied) -> OpenAPIDocument {
    OpenAPIDocument(
      make.map([
        version,
        Entry(
          "info", at: make.place,
          make.map(["version": make.text("1.0"), "title": make.ref("AWS::StackName")])),
        Entry("paths", at: make.place, make.map([])),
      ]))
  }

  /// Puts `Fn::If` around the paths whose every route depends on a condition.
  mutating func wrapPaths(of document: inout OpenAPIDocument, routes: [APIRoute], apiID: String) {
    var conditions: [String: [String?]] = [:]
    for route in routes { conditions[route.path, default: []].append(route.condition) }
    guard var paths = document.node.present("paths"), paths.isPlainMapping else { return }
    for (path, names) in conditions.sorted(by: { $0.key < $1.key }) {
      guard let item = paths.present(path) else { continue }
      let make = Implied(at: item.location)
      let name = apiID + Self.logicalName(of: path) + "PathCondition"
      guard let condition = sharedCondition(names, name: name, make) else { continue }
      paths.set(path, to: make.choose(condition, item))
    }
    document.node.set("paths", to: paths)
  }

  /// A path in letters and digits only.
  private static func logicalName(of path: String) -> String {
    var name = ""
    for scalar in path.unicodeScalars {
      switch scalar {
      case "/": name += "SLASH"
      case "{": name += "CURLYBRACEOPEN"
      case "}": name += "CURLYBRACECLOSE"
      case "+": name += "PLUS"
      case "-": name += "DASH"
      case "_": name += "UNDERSCORE"
      case ".": name += "DOT"
      case "*": name += "ASTERISK"
      default: name += LogicalID.alphanumeric(String(scalar))
      }
    }
    return name
  }

  /// The integration's address of a Lambda function.
  static func invocationURI(_ target: InvocationTarget, streams: Bool = false, _ make: Implied) -> Node {
    let prefix = "arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/"
    let (version, end) =
      streams ? ("2021-11-15", "response-streaming-invocations") : ("2015-03-31", "invocations")
    return make.sub("\(prefix)\(version)/functions/\(target.substitution)/\(end)")
  }
}
