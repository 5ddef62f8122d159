internal import Documents
internal import FindingModel

/// The authorizers of a REST API's `Auth`.
struct RestAuthorizer {
  let name: String
  let node: Node
  let place: SourceLocation

  var scopes: Node? { node.present("AuthorizationScopes") }
  var function: Node? { node.present("FunctionArn") }
  private var identity: Node? { node.present("Identity") }
  private var isRequest: Bool { node.present("FunctionPayloadType")?.text == "REQUEST" }

  /// The entry of `securityDefinitions`; `nil` if the authorizer is neither of Cognito nor of Lambda.
  func definition() -> Node? {
    let make = Implied(at: place)
    if let pool = node.present("UserPoolArn") { return cognito(pool, make) }
    guard function != nil else { return nil }
    return lambda(make)
  }

  private func cognito(_ pool: Node, _ make: Implied) -> Node {
    let authorizer = make.map([
      "type": make.text("cognito_user_pools"), "providerARNs": pool.isSequence ? pool : make.list([pool]),
      "identityValidationExpression": identity?.present("ValidationExpression"),
    ])
    return header(identity?.present("Header"), "cognito_user_pools", authorizer, make)
  }

  private func lambda(_ make: Implied) -> Node {
    let pattern = "arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/"
    let uri = make.sub(pattern + "${__FunctionArn__}/invocations", ["__FunctionArn__": function])
    let role = node.present("FunctionInvokeRole")
    let authorizer = make.map([
      "type": make.text(isRequest ? "request" : "token"), "authorizerUri": uri,
      "authorizerCredentials": role?.text == "NONE" ? nil : role,
      "authorizerResultTtlInSeconds": identity?.present("ReauthorizeEvery"),
      "identitySource": isRequest ? identitySource(make) : nil,
      "identityValidationExpression": isRequest ? nil : identity?.present("ValidationExpression"),
    ])
    let name = isRequest ? make.text("Unused") : identity?.present("Header")
    return header(name, "custom", authorizer, make)
  }

  private func header(_ name: Node?, _ kind: String, _ authorizer: Node, _ make: Implied) -> Node {
    make.map([
      "type": make.text("apiKey"), "name": name ?? make.text("Authorization"), "in": make.text("header"),
      "x-amazon-apigateway-authtype": make.text(kind), "x-amazon-apigateway-authorizer": authorizer,
    ])
  }

  /// What identifies the caller, as a list in one text.
  private func identitySource(_ make: Implied) -> Node? {
    let places = [
      ("Headers", "method.request.header."), ("QueryStrings", "method.request.querystring."),
      ("StageVariables", "stageVariables."), ("Context", "context."),
    ]
    let sources = places.flatMap { key, prefix in
      (identity?.present(key)?.elements ?? []).compactMap { $0.text.map { prefix + $0 } }
    }
    return sources.isEmpty ? nil : make.text(sources.joined(separator: ", "))
  }

  static let iam = "AWS_IAM"
  static let apiKey = "api_key"

  static func iamDefinition(_ make: Implied) -> Node {
    make.map([
      "type": make.text("apiKey"), "name": make.text("Authorization"), "in": make.text("header"),
      "x-amazon-apigateway-authtype": make.text("awsSigv4"),
    ])
  }

  static func apiKeyDefinition(_ make: Implied) -> Node {
    make.map(["type": make.text("apiKey"), "name": make.text("x-api-key"), "in": make.text("header")])
  }
}
