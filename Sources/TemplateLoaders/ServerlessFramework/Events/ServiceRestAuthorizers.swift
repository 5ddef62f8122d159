internal import Documents
internal import FindingModel

extension ServiceCompiler {
  /// How a method asks who calls it.
  struct MethodAuthorization: Sendable {
    var properties: [(String, Draft)]
    var dependency: String?

    static let none = MethodAuthorization(properties: [("AuthorizationType", "NONE")])
    static let signed = MethodAuthorization(properties: [("AuthorizationType", "AWS_IAM")])
  }

  mutating func addAuthorization(_ endpoint: RestEndpoint) -> MethodAuthorization {
    guard let authorizer = endpoint.http.property("authorizer"), !authorizer.isOff else { return .none }
    let type = authorizer["type"]
    if (authorizer.text ?? type?.text)?.uppercased() == "AWS_IAM" {
      var signed = MethodAuthorization.signed
      // The place where the user says so, not that of the event.
      signed.properties = [
        ("AuthorizationType", .written(.string("AWS_IAM", at: authorizer.location, isImplied: false)))
      ]
      return signed
    }
    if authorizer.intrinsic != nil, UnresolvedVariable.kind(of: authorizer) != nil {
      return MethodAuthorization(properties: [("AuthorizationType", .written(authorizer))])
    }
    if let type, let id = authorizer.property("authorizerId") { return shared(type, id, authorizer) }
    return own(authorizer, endpoint)
  }

  /// An authorizer that exists, given by its id.
  private func shared(_ type: Node, _ id: Node, _ authorizer: Node) -> MethodAuthorization {
    let isFunction = ["TOKEN", "REQUEST", "CUSTOM"].contains(type.text?.uppercased() ?? "")
    return MethodAuthorization(properties: [
      ("AuthorizationType", isFunction ? "CUSTOM" : .written(type)), ("AuthorizerId", .written(id)),
      ("AuthorizationScopes", .optional(authorizer["scopes"])),
    ])
  }

  /// An authorizer of this stack: a function by name or ARN, or a user pool.
  private mutating func own(_ authorizer: Node, _ endpoint: RestEndpoint) -> MethodAuthorization {
    let text = authorizer.text
    let arn =
      text.map { $0.contains(":") } == true || authorizer.intrinsic != nil
      ? authorizer : authorizer.property("arn")
    let name = authorizer["name"]?.text ?? arn.map { Self.authorizerName(of: $0) } ?? text ?? ""
    guard arn != nil || !name.isEmpty else {
      problems.add(at: authorizer.location, "an authorizer has neither a name nor an ARN")
      return .none
    }
    let isPool =
      authorizer["type"]?.text?.uppercased() == "COGNITO_USER_POOLS"
      || arn?.text?.contains(":cognito-idp:") == true
    let id = LogicalNames.normalized(name) + "ApiGatewayAuthorizer"
    if let arn, isPool {
      addPoolAuthorizer(id, named: name, arn, authorizer)
    } else {
      addFunctionAuthorizer(id, named: name, arn, authorizer)
    }
    return MethodAuthorization(
      properties: [
        ("AuthorizationType", isPool ? "COGNITO_USER_POOLS" : "CUSTOM"), ("AuthorizerId", .ref(id)),
        ("AuthorizationScopes", isPool ? .optional(authorizer["scopes"]) : .absent),
      ], dependency: id)
  }

  /// The last word of an ARN's last part, which is how the framework names it.
  private static func authorizerName(of arn: Node) -> String {
    let name = LogicalNames.source(of: arn)
    guard arn.text != nil else { return name }
    return name.split(separator: "-").last.map(String.init) ?? name
  }

  private mutating func addPoolAuthorizer(_ id: String, named name: String, _ arn: Node, _ authorizer: Node) {
    stack.put(
      StackResource(
        type: "AWS::ApiGateway::Authorizer",
        properties: .map(
          common(authorizer, name: name, isRequest: false) + [
            ("Type", "COGNITO_USER_POOLS"), ("ProviderARNs", [.written(arn)]),
          ]),
        place: authorizer.location), as: id)
  }

  private mutating func addFunctionAuthorizer(
    _ id: String, named name: String, _ arn: Node?, _ authorizer: Node
  ) {
    let own = arn == nil ? function(named: name) : nil
    if arn == nil, own == nil {
      problems.add(
        at: authorizer.location, "the authorizer '\(name)' is no function of this service", isError: false)
    }
    let target =
      arn.map(Draft.written) ?? own?.target
      ?? .attribute("Arn", of: LogicalNames.normalized(name) + "LambdaFunction")
    let type = authorizer["type"]?.text?.uppercased() ?? "TOKEN"
    let uri = Draft.joined(
      "arn:", .ref("AWS::Partition"), ":apigateway:", .ref("AWS::Region"),
      ":lambda:path/2015-03-31/functions/",
      target, "/invocations")
    stack.put(
      StackResource(
        type: "AWS::ApiGateway::Authorizer",
        properties: .map(
          common(authorizer, name: name, isRequest: type == "REQUEST") + [
            ("Type", .text(type)), ("AuthorizerUri", uri),
          ]),
        place: authorizer.location), as: id)
    let permission = LogicalNames.normalized(name) + "LambdaPermissionApiGateway"
    guard authorizer["managedExternally"]?.boolean != true, !stack.contains(permission) else { return }
    permit(
      "apigateway.amazonaws.com", from: restSource, toCall: target, as: permission, at: authorizer.location)
  }

  private func common(_ authorizer: Node, name: String, isRequest: Bool) -> [(String, Draft)] {
    let life = authorizer.property("resultTtlInSeconds")
    let hasNoSource = isRequest && life?.text == "0"
    let source: Draft =
      authorizer.property("identitySource").map(Draft.written)
      ?? (hasNoSource ? .absent : "method.request.header.Authorization")
    return [
      ("Name", .text(name)), ("RestApiId", restAPI), ("IdentitySource", source),
      ("AuthorizerResultTtlInSeconds", life.map(Draft.written) ?? (authorizer.isMapping ? 300 : .absent)),
      ("IdentityValidationExpression", .optional(authorizer["identityValidationExpression"])),
    ]
  }

  // MARK: Validation

  /// The validator and the models that a request's parameters and schemas ask for.
  mutating func addValidation(_ endpoint: RestEndpoint, methodID: String) -> [(String, Draft)] {
    guard let request = endpoint.http.property("request"), request.isOwnMapping else { return [] }
    let parameters = ["querystrings", "paths", "headers"].flatMap {
      request.property(path: "parameters", $0)?.entries ?? []
    }
    let hasRequired = parameters.contains { entry in
      entry.value.isMapping ? entry.value["required"]?.boolean != false : entry.value.boolean != false
    }
    let schemas = (request.property("schemas") ?? request.property("schema"))?.entries ?? []
    guard hasRequired || !schemas.isEmpty else { return [] }
    let validator = "ApiGateway" + LogicalNames.alphanumeric(service.name.text ?? "") + "RequestValidator"
    if !stack.contains(validator) {
      stack.put(
        StackResource(
          type: "AWS::ApiGateway::RequestValidator",
          properties: [
            "RestApiId": restAPI, "ValidateRequestBody": true, "ValidateRequestParameters": true,
            "Name": .joined(service.prefix, " | Validate request body and querystring parameters"),
          ], place: request.location), as: validator)
    }
    let models = schemas.map { ($0.key, Draft.ref(addModel($0, methodID: methodID))) }
    return [
      ("RequestValidatorId", .ref(validator)), ("RequestModels", models.isEmpty ? .absent : .map(models)),
    ]
  }

  private mutating func addModel(_ entry: Entry, methodID: String) -> String {
    let shared = entry.value.text.flatMap { provider.property(path: "apiGateway", "request", "schemas", $0) }
    let definition = shared ?? entry.value
    // `schema` beside a name or a description; a schema of JSON itself has no such key.
    let schema = definition.property("schema") ?? definition
    let content = LogicalNames.alphanumeric(
      entry.key.split(separator: "/").map { LogicalNames.capitalized(String($0)) }.joined())
    let id =
      shared == nil
      ? methodID + content + "Model"
      : "ApiGateway" + LogicalNames.alphanumeric(entry.value.text ?? "") + "Model"
    stack.put(
      StackResource(
        type: "AWS::ApiGateway::Model",
        properties: [
          "RestApiId": restAPI, "ContentType": shared == nil ? .text(entry.key) : "application/json",
          "Schema": .written(schema),
          "Name": .optional(definition.property("schema") == nil ? nil : definition["name"]),
          "Description": .optional(definition.property("schema") == nil ? nil : definition["description"]),
        ], place: definition.location), as: id)
    return id
  }
}
