internal import Documents
internal import FindingModel

/// Data sources, functions and resolvers of an AppSync API.
extension Assembly {
  /// Emits the data sources; returns their logical ids by the names the user gave.
  mutating func dataSources(of api: SAMResource) -> [String: String] {
    var ids: [String: String] = [:]
    for kind in api["DataSources"]?.entries ?? [] {
      guard ["DynamoDb", "Lambda"].contains(kind.key) else {
        problem(at: kind.keyLocation, "'\(kind.key)' is no kind of data source.")
        continue
      }
      for entry in kind.value.entries {
        let isTable = kind.key == "DynamoDb"
        let id = api.id + entry.key + (isTable ? "DynamoDBDataSource" : "LambdaDataSource")
        ids[entry.key] = id
        dataSource(entry, id: id, isTable: isTable, of: api)
      }
    }
    return ids
  }

  private mutating func dataSource(_ entry: Entry, id: String, isTable: Bool, of api: SAMResource) {
    let make = Implied(at: entry.keyLocation)
    let source = entry.value
    let roleARN = source.present("ServiceRoleArn") ?? sourceRole(entry, id: id, isTable: isTable, of: api)
    let table = make.map([
      "AwsRegion": source.present("Region") ?? make.ref("AWS::Region"),
      "TableName": source.present("TableName"),
      "UseCallerCredentials": source.present("UseCallerCredentials"),
      "Versioned": source.present("Versioned"), "DeltaSyncConfig": source.present("DeltaSync"),
    ])
    let properties = make.map([
      "Name": source.present("Name") ?? make.text(entry.key), "Description": source.present("Description"),
      "Type": make.text(isTable ? "AMAZON_DYNAMODB" : "AWS_LAMBDA"), "ServiceRoleArn": roleARN,
      "DynamoDBConfig": isTable ? table : nil,
      "LambdaConfig": isTable ? nil : make.map(["LambdaFunctionArn": source.present("FunctionArn")]),
    ])
    implyForGraphQL(id, "AWS::AppSync::DataSource", properties, of: api)
  }

  private mutating func sourceRole(_ entry: Entry, id: String, isTable: Bool, of api: SAMResource) -> Node {
    let make = Implied(at: entry.keyLocation)
    let role = make.map(["AssumeRolePolicyDocument": Roles.trust("appsync.amazonaws.com", at: make.place)])
    imply(id + "Role", "AWS::IAM::Role", role, inheriting: api.generatedAttributes, at: make.place)
    let plain = isTable ? "AWS::DynamoDB::Table" : "AWS::Lambda::Function"
    let arn = isTable ? tableARN(entry.value, make) : entry.value.present("FunctionArn")
    let wanted = Set((entry.value.present("Permissions")?.elements ?? []).compactMap(\.text))
    guard let arn,
      let profile = ConnectorProfiles.profile(from: "AWS::AppSync::DataSource", to: plain),
      let source = ConnectorEnd(
        hardCoded: make.map([
          "Type": make.text("AWS::AppSync::DataSource"), "RoleName": make.ref(id + "Role"),
        ])),
      let destination = ConnectorEnd(hardCoded: make.map(["Type": make.text(plain), "Arn": arn]))
    else {
      problem(at: entry.value.location, "The data source '\(entry.key)' of '\(api.id)' names no target.")
      return make.arn(of: id + "Role")
    }
    let link = ConnectorLink(source: source, destination: destination, profile: profile, make: make)
    let standard: Set<String> = isTable ? ["Read", "Write"] : ["Write"]
    if let (_, type, properties) = link.resource(wanted.isEmpty ? standard : wanted) {
      let name = isTable ? "ToTableConnectorPolicy" : "ToLambdaConnectorPolicy"
      imply(id + name, type, properties, inheriting: api.generatedAttributes, at: make.place)
    }
    return make.arn(of: id + "Role")
  }

  private func tableARN(_ source: Node, _ make: Implied) -> Node? {
    if let arn = source.present("TableArn") { return arn }
    guard let name = source.present("TableName") else { return nil }
    return make.sub(
      "arn:${AWS::Partition}:dynamodb:${__Region__}:${AWS::AccountId}:table/${__TableName__}",
      ["__TableName__": name, "__Region__": source.present("Region") ?? make.ref("AWS::Region")])
  }

  /// Emits the functions; returns their logical ids by the names the user gave.
  mutating func graphQLFunctions(of api: SAMResource, sources: [String: String]) -> [String: String] {
    var ids: [String: String] = [:]
    for entry in api["Functions"]?.entries ?? [] {
      let make = Implied(at: entry.keyLocation)
      let function = entry.value
      if let id = function.present("Id") {
        // A function that exists already is only named.
        ids[entry.key] = id.namedResource
        graphQLFunctionIDs["\(api.id) \(entry.key)"] = id
        continue
      }
      let id = api.id + entry.key
      ids[entry.key] = id
      let source = function.present("DataSource")
      let isNone = source?.text?.lowercased() == "none"
      let name =
        isNone
        ? noneSource(of: api, make)
        : source?.text.flatMap { sources[$0] }.map { make.attribute("Name", of: $0) } ?? source
      if name == nil { problem(at: function.location, "The function '\(entry.key)' has no DataSource.") }
      let properties = make.map([
        "Name": function.present("Name") ?? make.text(entry.key), "DataSourceName": name,
        "Code": function.present("InlineCode"), "CodeS3Location": function.present("CodeUri"),
        "Description": function.present("Description"), "MaxBatchSize": function.present("MaxBatchSize"),
        "Runtime": function.present("Runtime").map(Self.graphQLRuntime),
        "SyncConfig": function.present("Sync"),
      ])
      implyForGraphQL(id, "AWS::AppSync::FunctionConfiguration", properties, of: api)
    }
    return ids
  }

  /// The source for functions that need none; AppSync wants one nevertheless.
  private mutating func noneSource(of api: SAMResource, _ make: Implied) -> Node {
    let id = api.id + "NoneDataSource"
    let properties = make.map(["Name": make.text(id), "Type": make.text("NONE")])
    implyForGraphQL(id, "AWS::AppSync::DataSource", properties, of: api)
    return make.attribute("Name", of: id)
  }

  private static func graphQLRuntime(_ runtime: Node) -> Node {
    runtime.renamingKeys(["Version": "RuntimeVersion"])
  }

  mutating func resolvers(of api: SAMResource, functions: [String: String]) {
    for type in api["Resolvers"]?.entries ?? [] {
      for entry in type.value.entries { resolver(entry, type: type, functions: functions, of: api) }
    }
  }

  /// What SAM runs where a resolver has no code of its own: the result of its last function.
  private static let passThroughCode = """

    export function request(ctx) {
        return {};
    }

    export function response(ctx) {
        return ctx.prev.result;
    }

    """

  private mutating func resolver(
    _ entry: Entry, type: Entry, functions: [String: String], of api: SAMResource
  ) {
    let make = Implied(at: entry.keyLocation)
    let node = entry.value
    let hasCode = node.present("InlineCode") != nil || node.present("CodeUri") != nil
    let standard = make.map(["Name": make.text("APPSYNC_JS"), "RuntimeVersion": make.text("1.0.0")])
    let pipeline = (node.present("Pipeline")?.elements ?? []).compactMap { name -> Node? in
      guard let text = name.text else { return name }
      if let id = graphQLFunctionIDs["\(api.id) \(text)"] { return id }
      guard let id = functions[text] else {
        problem(at: name.location, "The resolver '\(entry.key)' names the unknown function '\(text)'.")
        return nil
      }
      return make.attribute("FunctionId", of: id)
    }
    let properties = make.map([
      "TypeName": make.text(type.key), "FieldName": node.present("FieldName") ?? make.text(entry.key),
      "Kind": make.text("PIPELINE"),
      "Code": hasCode ? node.present("InlineCode") : make.text(Self.passThroughCode),
      "CodeS3Location": node.present("CodeUri"), "MaxBatchSize": node.present("MaxBatchSize"),
      "CachingConfig": node.present("Caching"), "SyncConfig": node.present("Sync"),
      "Runtime": hasCode ? node.present("Runtime").map(Self.graphQLRuntime) : standard,
      "PipelineConfig": make.map(["Functions": make.list(pipeline)]),
    ])
    implyForGraphQL(
      api.id + type.key + entry.key, "AWS::AppSync::Resolver", properties, of: api,
      dependsOn: [api.id + "Schema"])
  }
}
