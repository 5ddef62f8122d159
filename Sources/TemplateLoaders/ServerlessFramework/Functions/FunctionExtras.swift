internal import Documents
internal import FindingModel

extension ServiceCompiler {
  // MARK: Versions and aliases

  /// A version where something needs one.
  ///
  /// Its logical id has no digest of the code, which is not packaged here.
  mutating func addVersion(of function: ServiceFunction) {
    guard function.alias != nil || function.has("cloudFront") else { return }
    stack.put(
      StackResource(
        type: "AWS::Lambda::Version", properties: ["FunctionName": .ref(function.logicalID)],
        attributes: [("DeletionPolicy", "Retain")], place: function.place), as: function.versionID)
    guard let alias = function.alias else { return }
    let concurrency = function.node.property("provisionedConcurrency")
    let executions = concurrency.flatMap { $0.isOwnMapping ? $0.property("executions") : $0 }
    stack.put(
      StackResource(
        type: "AWS::Lambda::Alias",
        properties: [
          "FunctionName": .ref(function.logicalID),
          "FunctionVersion": .attribute("Version", of: function.versionID),
          "Name": .text(alias.name),
          "ProvisionedConcurrencyConfig": executions.map {
            ["ProvisionedConcurrentExecutions": .written($0)]
          } ?? .absent,
        ], place: concurrency?.location ?? function.place), as: alias.id)
  }

  // MARK: URL

  mutating func addURL(of function: ServiceFunction) {
    guard let url = function.node.property("url"), !url.isOff else { return }
    let isSigned = url["authorizer"]?.text == "aws_iam"
    // What the user wrote about the authorizer, if anything, is the place to look at.
    let authorizer = url.property("authorizer").flatMap { $0.text == nil ? $0 : nil }
    let kind: Draft = authorizer.map(Draft.written) ?? (isSigned ? "AWS_IAM" : "NONE")
    let id = function.normalizedName + "LambdaFunctionUrl"
    stack.put(
      StackResource(
        type: "AWS::Lambda::Url",
        properties: [
          "AuthType": kind, "TargetFunctionArn": function.target, "Cors": urlCORS(url.property("cors")),
          "InvokeMode": .optional(url["invokeMode"]),
        ], place: url.location, isImplied: false), as: id)
    stack.outputs.put(
      Draft.map([("Description", "Lambda Function URL"), ("Value", .attribute("FunctionUrl", of: id))])
        .node(at: url.location), for: id, at: url.location)
    guard !isSigned, authorizer == nil else { return }
    stack.put(
      StackResource(
        type: "AWS::Lambda::Permission",
        properties: [
          "FunctionName": function.target, "Action": "lambda:InvokeFunctionUrl", "Principal": "*",
          "FunctionUrlAuthType": "NONE",
        ], place: url.location), as: function.normalizedName + "LambdaPermissionFnUrl")
  }

  private func urlCORS(_ cors: Node?) -> Draft {
    guard let cors, !cors.isOff else { return .absent }
    /// A list of the user's, the default, or nothing where the user wrote null.
    func list(_ key: String, _ fallback: Draft) -> Draft {
      guard let node = cors[key] else { return fallback }
      return .optional(node)
    }
    return [
      "AllowCredentials": .optional(cors["allowCredentials"]),
      "AllowHeaders": list(
        "allowedHeaders",
        [
          "Content-Type", "X-Amz-Date", "Authorization", "X-Api-Key", "X-Amz-Security-Token",
          "X-Amzn-Trace-Id",
        ]),
      "AllowMethods": list("allowedMethods", ["*"]),
      "AllowOrigins": list("allowedOrigins", ["*"]),
      "ExposeHeaders": .optional(cors["exposedResponseHeaders"]),
      "MaxAge": .optional(cors["maxAge"]),
    ]
  }

  // MARK: Asynchronous calls

  mutating func addInvokeConfiguration(of function: ServiceFunction) {
    let node = function.node
    let destinations = node.property("destinations")
    let age = node.property("maximumEventAge")
    let retries = node.property("maximumRetryAttempts")
    guard destinations != nil || age != nil || retries != nil else { return }
    let success = destinations?.property("onSuccess")
    let failure = destinations?.property("onFailure")
    for destination in [success, failure].compactMap({ $0 }) { grantDestination(destination, to: function) }
    stack.put(
      StackResource(
        type: "AWS::Lambda::EventInvokeConfig",
        properties: [
          "FunctionName": .ref(function.logicalID),
          "DestinationConfig": [
            "OnSuccess": success.map { ["Destination": self.destination($0)] } ?? .absent,
            "OnFailure": failure.map { ["Destination": self.destination($0)] } ?? .absent,
          ],
          "Qualifier": .text(function.alias?.name ?? "$LATEST"),
          "MaximumEventAgeInSeconds": .optional(age),
          "MaximumRetryAttempts": .optional(retries),
        ], place: (destinations ?? age ?? retries ?? node).location),
      as: function.normalizedName + "LambdaEvConf")
  }

  /// An ARN, a map with one, or the name of a function of this service.
  private func destination(_ node: Node) -> Draft {
    if let name = node.text {
      return function(named: name).map { .attribute("Arn", of: $0.logicalID) } ?? .written(node)
    }
    return node.isOwnMapping ? .optional(node["arn"]) : .written(node)
  }

  private mutating func grantDestination(_ node: Node, to function: ServiceFunction) {
    let kind = node["type"]?.text ?? node.text ?? ""
    let action =
      switch kind {
      case "sqs": "sqs:SendMessage"
      case "sns": "sns:Publish"
      case "eventBus": "events:PutEvents"
      case let arn where arn.contains(":sqs:"): "sqs:SendMessage"
      case let arn where arn.contains(":sns:"): "sns:Publish"
      case let arn where arn.contains(":event-bus/"): "events:PutEvents"
      default: "lambda:InvokeFunction"
      }
    var target = destination(node)
    if let name = node.text, let called = self.function(named: name) {
      // By name: a reference to the function from its own role would be a cycle.
      target = .arn("lambda", "function:", deployedName(of: called))
    }
    grants.allow([action], on: [target], to: function, at: node.location)
  }
}
