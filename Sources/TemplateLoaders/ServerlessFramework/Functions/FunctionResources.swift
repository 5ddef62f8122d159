internal import Documents
internal import FindingModel

extension ServiceCompiler {
  /// The name a function is deployed under.
  func deployedName(of function: ServiceFunction) -> Draft {
    if let name = function.node.property("name") { return .written(name) }
    return .joined(service.prefix, .text("-" + function.name))
  }

  private func logGroup(of function: ServiceFunction) -> Node? {
    function.node.property(path: "logs", "logGroup") ?? provider.property(path: "logs", "lambda", "logGroup")
  }

  private func hasOwnLogGroup(_ function: ServiceFunction) -> Bool {
    function.node["disableLogs"]?.boolean != true && logGroup(of: function) == nil
  }

  mutating func addLogGroup(of function: ServiceFunction) {
    guard hasOwnLogGroup(function) else { return }
    stack.put(
      logGroupResource(
        named: .joined("/aws/lambda/", deployedName(of: function)), at: function.place,
        function: function.node),
      as: function.logGroupID)
  }

  func logGroupResource(named name: Draft, at place: SourceLocation, function: Node? = nil) -> StackResource {
    StackResource(
      type: "AWS::Logs::LogGroup",
      properties: [
        "LogGroupName": name,
        "RetentionInDays": .optional(
          function?.property("logRetentionInDays") ?? provider.property("logRetentionInDays")),
        "KmsKeyId": .optional(function?.property("logKmsKeyArn") ?? provider.property("logKmsKeyArn")),
        "DataProtectionPolicy": .optional(
          function?.property("logDataProtectionPolicy") ?? provider.property("logDataProtectionPolicy")),
      ], place: place)
  }

  mutating func add(_ function: ServiceFunction, package: Node?) {
    let node = function.node
    if node.property("handler") == nil, node.property("image") == nil {
      problems.add(
        at: function.place, "the function '\(function.name)' has neither a handler nor an image",
        isError: false)
    }
    let properties: [(String, Draft)] =
      code(of: function, package: package) + basics(of: function) + security(of: function)
      + behavior(of: function)
    stack.put(
      StackResource(
        type: "AWS::Lambda::Function", properties: .map(properties), attributes: attributes(of: function),
        place: node.location, isImplied: false), as: function.logicalID)
    addVersion(of: function)
    addURL(of: function)
    addInvokeConfiguration(of: function)
    grantBasics(to: function)
  }

  private func attributes(of function: ServiceFunction) -> [(String, Draft)] {
    let node = function.node
    var dependencies: [Draft] = hasOwnLogGroup(function) ? [.text(function.logGroupID)] : []
    if let role = customRole(of: function),
      role.text.map({ !$0.hasPrefix("arn:") }) ?? (role.intrinsic?.name == "Fn::GetAtt")
    {
      dependencies.append(.text(LogicalNames.source(of: role)))
    }
    dependencies += (node.property("dependsOn")?.oneOrMore ?? []).map(Draft.written)
    var metadata: [(String, Draft)] = [(Expansion.displayNameKey, .text(function.name))]
    if let folder = imageFolder(of: function) { metadata.append(("DockerContext", .written(folder))) }
    return [
      ("DependsOn", dependencies.isEmpty ? .absent : .list(dependencies)),
      ("Condition", .optional(node["condition"])),
      ("DeletionPolicy", function.has("cloudFront") ? "Retain" : .absent),
      ("Metadata", .map(metadata)),
    ]
  }

  // MARK: Code

  private func code(of function: ServiceFunction, package: Node?) -> [(String, Draft)] {
    let node = function.node
    if let image = node.property("image") {
      return [
        ("Code", ["ImageUri": imageURI(image)]), ("PackageType", "Image"),
        ("ImageConfig", imageConfiguration(image)),
      ]
    }
    let artifact = node.property(path: "package", "artifact") ?? package?.property("artifact")
    return [
      // Handlers are written relative to the service, so its folder is the root of the code.
      ("Code", artifact.map(Draft.written) ?? "."),
      ("Handler", .optional(handler(of: node))),
      ("Runtime", node.property("runtime").map(Draft.written) ?? runtime),
    ]
  }

  /// The file `wsgi_handler.py` is put into the package by the plugin, and calls the application.
  private func handler(of node: Node) -> Node? {
    guard let application = service.wsgiApplication,
      ["wsgi_handler.handler", "wsgi.handler"].contains(node["handler"]?.text)
    else { return node["handler"] }
    return application
  }

  private var runtime: Draft {
    if let runtime = provider.property("runtime") { return .written(runtime) }
    switch service.majorVersion {
    case 2: return "nodejs12.x"
    case 3: return "nodejs14.x"
    case 4: return "nodejs20.x"
    default: return .absent
    }
  }

  private func imageConfiguration(_ image: Node) -> Draft {
    guard image.isOwnMapping else { return .absent }
    let parts: [(String, Draft)] = [
      ("Command", .optional(image["command"])), ("EntryPoint", .optional(image["entryPoint"])),
      ("WorkingDirectory", .optional(image["workingDirectory"])),
    ].filter { !$0.1.isAbsent }
    return parts.isEmpty ? .absent : .map(parts)
  }

  /// The image's entry in `provider.ecr.images`, if it is named there.
  private func sharedImage(_ image: Node) -> (name: String, definition: Node)? {
    guard let name = image.text ?? image.property("name")?.text,
      let definition = provider.property(path: "ecr", "images", name)
    else { return nil }
    return (name, definition)
  }

  private func imageURI(_ image: Node) -> Draft {
    if let uri = image.property("uri") { return .written(uri) }
    guard let (name, definition) = sharedImage(image) else { return .written(image) }
    if let uri = definition.text == nil ? definition.property("uri") : definition { return .written(uri) }
    return .joined(
      .ref("AWS::AccountId"), ".dkr.ecr.", .ref("AWS::Region"), ".", .ref("AWS::URLSuffix"), "/serverless-",
      service.prefix, .text(":" + name))
  }

  /// The folder an image is built from.
  private func imageFolder(of function: ServiceFunction) -> Node? {
    guard let image = function.node.property("image") else { return nil }
    return image.property("path") ?? sharedImage(image)?.definition.property("path")
  }

  // MARK: Properties

  private func basics(of function: ServiceFunction) -> [(String, Draft)] {
    let node = function.node
    let isEdge = function.has("cloudFront")
    let memory = node.property("memorySize") ?? (isEdge ? nil : provider.property("memorySize"))
    let timeout = node.property("timeout") ?? (isEdge ? nil : provider.property("timeout"))
    let architecture = node.property("architecture") ?? provider.property("architecture")
    return [
      ("FunctionName", deployedName(of: function)),
      ("Description", .optional(node["description"])),
      ("MemorySize", memory.map(Draft.written) ?? (isEdge ? 128 : 1024)),
      ("Timeout", timeout.map(Draft.written) ?? (isEdge ? 5 : 6)),
      ("Architectures", architecture.map { .list([.written($0)]) } ?? .absent),
      ("Layers", .optional(node.property("layers") ?? provider.property("layers"))),
      ("Tags", tags(provider["tags"], node["tags"])),
      ("Environment", isEdge ? .absent : environment(of: function)),
    ]
  }

  private func environment(of function: ServiceFunction) -> Draft {
    let sources = [provider.property("environment"), function.node.property("environment")].compactMap { $0 }
    guard sources.allSatisfy(\.isOwnMapping) else {
      // Variables that are only known outside the files hide what they would be merged with.
      return sources.last { !$0.isOwnMapping && $0.isMapping }.map { ["Variables": .written($0)] } ?? .absent
    }
    var variables = OrderedNodes()
    for entry in sources.flatMap(\.entries) {
      variables.put(entry.value, for: entry.key, at: entry.keyLocation)
    }
    let entries = variables.entries.filter { !$0.value.isNull }
    guard let place = sources.last?.location, !entries.isEmpty else { return .absent }
    return ["Variables": .written(Node(.mapping(entries), at: place))]
  }

  private func security(of function: ServiceFunction) -> [(String, Draft)] {
    let node = function.node
    return [
      ("Role", role(of: function)),
      ("KmsKeyArn", .optional(kmsKey(of: function))),
      ("VpcConfig", function.has("cloudFront") ? .absent : network(of: function)),
      ("FileSystemConfigs", fileSystem(node.property("fileSystemConfig"))),
      ("TracingConfig", tracing(of: function).map { ["Mode": tracingMode($0)] } ?? .absent),
      ("DeadLetterConfig", node.property("onError").map { ["TargetArn": .written($0)] } ?? .absent),
    ]
  }

  func kmsKey(of function: ServiceFunction) -> Node? {
    function.node.property("kmsKeyArn") ?? function.node.property("awsKmsKeyArn")
      ?? provider.property("kmsKeyArn")
  }

  func tracing(of function: ServiceFunction) -> Node? {
    let tracing = function.node.property("tracing") ?? provider.property(path: "tracing", "lambda")
    return tracing?.isOff == false ? tracing : nil
  }

  private func tracingMode(_ tracing: Node) -> Draft {
    tracing.boolean == true ? "Active" : .written(tracing)
  }

  func network(of function: ServiceFunction) -> Draft {
    let own = function.node["vpc"]
    // `vpc: ~` and `vpc: false` take a function out of the provider's network.
    if let own, own.isOff { return .absent }
    if let own, !own.isOwnMapping { return .written(own) }
    let shared = provider.property("vpc")
    guard let groups = own?.property("securityGroupIds") ?? shared?.property("securityGroupIds"),
      let subnets = own?.property("subnetIds") ?? shared?.property("subnetIds")
    else { return .absent }
    return ["SecurityGroupIds": .written(groups), "SubnetIds": .written(subnets)]
  }

  private func fileSystem(_ node: Node?) -> Draft {
    guard let node, node.isOwnMapping else { return .optional(node) }
    return [["Arn": .optional(node["arn"]), "LocalMountPath": .optional(node["localMountPath"])]]
  }

  private func behavior(of function: ServiceFunction) -> [(String, Draft)] {
    let node = function.node
    return [
      ("ReservedConcurrentExecutions", .optional(node["reservedConcurrency"])),
      ("EphemeralStorage", node.property("ephemeralStorageSize").map { ["Size": .written($0)] } ?? .absent),
      ("SnapStart", node["snapStart"]?.boolean == true ? ["ApplyOn": "PublishedVersions"] : .absent),
      ("RuntimeManagementConfig", runtimeManagement(of: function)),
      (
        "RecursiveLoop",
        (node.property("recursiveLoop")?.text).map { .text(LogicalNames.method($0)) } ?? .absent
      ),
      ("LoggingConfig", logging(of: function)),
    ]
  }

  private func runtimeManagement(of function: ServiceFunction) -> Draft {
    guard let node = function.node.property("runtimeManagement") ?? provider.property("runtimeManagement")
    else {
      return .absent
    }
    switch node.text ?? node.property("mode")?.text {
    case "onFunctionUpdate": return ["UpdateRuntimeOn": "FunctionUpdate"]
    case "manual": return ["UpdateRuntimeOn": "Manual", "RuntimeVersionArn": .optional(node["arn"])]
    default: return .absent
    }
  }

  private func logging(of function: ServiceFunction) -> Draft {
    let sources = [function.node.property("logs"), provider.property(path: "logs", "lambda")].compactMap {
      $0
    }
    func setting(_ key: String) -> Draft { .optional(sources.lazy.compactMap { $0.property(key) }.first) }
    let parts: [(String, Draft)] = [
      ("LogFormat", setting("logFormat")), ("LogGroup", setting("logGroup")),
      ("ApplicationLogLevel", setting("applicationLogLevel")), ("SystemLogLevel", setting("systemLogLevel")),
    ].filter { !$0.1.isAbsent }
    return parts.isEmpty ? .absent : .map(parts)
  }
}
