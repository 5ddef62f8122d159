internal import Documents
internal import FindingModel

/// What becomes of each property of AWS::Serverless::Api.
private enum RestProperties {
  static let ofAPI: Set<String> = [
    "Name", "Description", "BinaryMediaTypes", "MinimumCompressionSize", "Mode", "ApiKeySourceType",
    "FailOnWarnings", "Policy", "SecurityPolicy", "EndpointAccessMode",
  ]
  /// SAM's name and the stage's.
  static let ofStage = [
    "CacheClusterEnabled": "CacheClusterEnabled", "CacheClusterSize": "CacheClusterSize",
    "Variables": "Variables", "MethodSettings": "MethodSettings", "AccessLogSetting": "AccessLogSetting",
    "CanarySetting": "CanarySetting", "TracingEnabled": "TracingEnabled",
  ]
  static let consumed: Set<String> = [
    "StageName", "DefinitionBody", "DefinitionUri", "MergeDefinitions", "Cors", "Auth", "GatewayResponses",
    "Models", "EndpointConfiguration", "Domain", "OpenApiVersion", "AlwaysDeploy",
    "DisableExecuteApiEndpoint",
    "Tags", "PropagateTags",
  ]
}

extension Assembly {
  /// AWS::Serverless::Api: the REST API, its deployment and stage, and what `Auth` and `Domain` need.
  mutating func restAPI(_ api: SAMResource) {
    let make = Implied(at: api.idLocation)
    var properties: [Entry] = []
    var stage: [Entry] = []
    for entry in api.properties.entries where !entry.value.isNull {
      if RestProperties.ofAPI.contains(entry.key) {
        properties.append(entry)
      } else if let name = RestProperties.ofStage[entry.key] {
        stage.append(Entry(name, at: entry.keyLocation, entry.value))
      } else if !RestProperties.consumed.contains(entry.key) {
        problem(at: entry.keyLocation, "AWS::Serverless::Api has no property '\(entry.key)'.")
        properties.append(entry)
      }
    }
    let definition = restDefinition(of: api)
    properties.append(definition)
    if let endpoint = api["EndpointConfiguration"] { properties += Self.endpoint(endpoint) }
    if let tags = api["Tags"] {
      let list = Entry("Tags", at: tags.location, make.list(Tags.list(tags)))
      if api.propagatesTags { properties.append(list) }
      stage.append(list)
    }
    replace(api, with: "AWS::ApiGateway::RestApi", make.map(properties))
    let stageID = stageID(of: api)
    deploy(api, definition: definition.value, stage: stage, stageID: stageID)
    usagePlan(of: api, stageID: stageID)
    restDomain(of: api, stageID: stageID)
  }

  private func stageID(of api: SAMResource) -> String {
    api.id + Self.stageName(api["StageName"]) + "Stage"
  }

  /// The name of a stage as a part of a logical id; nothing if it is not known or no logical id may hold it.
  static func stageName(_ name: Node?) -> String {
    guard let text = name?.text, LogicalID.alphanumeric(text) == text else { return "" }
    return text
  }

  private mutating func deploy(_ api: SAMResource, definition: Node, stage: [Entry], stageID: String) {
    let make = Implied(at: api.idLocation)
    let digest = StableHash.hexadecimal(of: [NodeJSON.write(definition)])
    let deploymentID = api.id + "Deployment" + digest.prefix(10)
    let deployment = make.map([
      "Description": make.text("RestApi deployment id: " + digest), "RestApiId": make.ref(api.id),
      // Before OpenAPI 3, SAM deploys to a stage "Stage" that nobody asked for.
      "StageName": api["OpenApiVersion"] == nil ? make.text("Stage") : nil,
    ])
    imply(
      deploymentID, "AWS::ApiGateway::Deployment", deployment, inheriting: api.inheritedAttributes,
      at: make.place)
    if api["StageName"] == nil { problem(at: api.location, "The API '\(api.id)' has no StageName.") }
    let entries =
      stage
      + make.map([
        "DeploymentId": make.ref(deploymentID), "RestApiId": make.ref(api.id), "StageName": api["StageName"],
      ]).entries
    imply(
      stageID, "AWS::ApiGateway::Stage", make.map(entries), inheriting: api.inheritedAttributes,
      at: api["StageName"]?.location ?? make.place)
    references["\(api.id).Deployment"] = deploymentID
    references["\(api.id).Stage"] = stageID
  }

  /// `EndpointConfiguration` and the parameter that API Gateway's import wants beside it.
  private static func endpoint(_ endpoint: Node) -> [Entry] {
    let make = Implied(at: endpoint.location)
    guard endpoint.isPlainMapping else {
      let types = endpoint.isSequence ? endpoint : make.list([endpoint])
      return [
        Entry("EndpointConfiguration", at: endpoint.location, make.map(["Types": types])),
        Entry("Parameters", at: endpoint.location, make.map(["endpointConfigurationTypes": endpoint])),
      ]
    }
    let type = endpoint.present("Type")
    let configuration = make.map([
      "Types": type.map { make.list([$0]) },
      "VpcEndpointIds": endpoint.present("VPCEndpointIds") ?? endpoint.present("VpcEndpointIds"),
      "IpAddressType": endpoint.present("IpAddressType"),
    ])
    return [
      Entry("EndpointConfiguration", at: endpoint.location, configuration),
      Entry("Parameters", at: endpoint.location, make.map(["endpointConfigurationTypes": type])),
    ]
  }
}
