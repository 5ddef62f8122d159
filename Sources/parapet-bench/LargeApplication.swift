internal import ApplicationModel
internal import FindingModel

/// An application of any size: every function has a route, a role and rights to a handful of resources.
struct LargeApplication {
  let functions: Int
  /// Resources that each role may read or write.
  let grants: Int

  private static let place = SourceLocation(path: "template.yaml", line: 1, column: 1)

  private func identity(_ id: String, _ type: String, line: Int) -> ResourceIdentity {
    ResourceIdentity(
      id: id, name: id, type: type, location: SourceLocation(path: "template.yaml", line: line, column: 3),
      isImplied: false)
  }

  var application: Application {
    var result = Application(
      name: "large", path: "template.yaml", dialect: .cloudFormation, scenario: Scenario())
    let tables = max(functions / 2, 1)
    result.apis = [API(identity: identity("Api", "AWS::ApiGateway::RestApi", line: 1), kind: .rest)]
    result.tables = (0..<tables).map { number in
      Table(
        identity: identity("Table\(number)", "AWS::DynamoDB::Table", line: number), tableName: .absent,
        hasStream: false, usesCustomerKey: .absent, pointInTimeRecovery: .absent, deletionProtection: .absent,
        policies: [])
    }
    result.secrets = (0..<max(functions / 10, 1)).map { number in
      Secret(
        identity: identity("Secret\(number)", "AWS::SecretsManager::Secret", line: number),
        kind: .secretsManager, secretName: .absent, value: .absent, isGenerated: true, key: .absent)
    }
    result.roles = (0..<functions).map { role($0, tables: tables, secrets: result.secrets.count) }
    result.functions = (0..<functions).map(function)
    return result
  }

  private func role(_ number: Int, tables: Int, secrets: Int) -> Role {
    func statement(_ action: String, _ targets: [String], line: Int) -> Statement {
      let place = SourceLocation(path: "template.yaml", line: line, column: 5)
      return Statement(
        effect: .known(.allow, at: place), actions: .only([Located(Text(action), at: place)]),
        resources: .only(
          targets.map { Located(Text([.reference(ResourceReference($0, attribute: "Arn"))]), at: place) }),
        location: place)
    }
    // Steps that share no factor with the number of tables spread the edges over all of them.
    let tableNames = (0..<(grants - 1) / 2).map { "Table\((number * 7 + $0 * 131) % tables)" }
    let line = 100_000 + number * 10
    var statements = [
      statement("dynamodb:GetItem", tableNames, line: line),
      statement("dynamodb:PutItem", tableNames, line: line + 1),
      statement("lambda:InvokeFunction", ["Function\((number * 13 + 1) % functions)"], line: line + 2),
    ]
    if number % 10 == 0 {
      statements.append(
        statement("secretsmanager:GetSecretValue", ["Secret\(number / 10 % secrets)"], line: line + 3))
    }
    let document = PolicyDocument(statements: statements, location: Self.place)
    return Role(
      identity: identity("Role\(number)", "AWS::IAM::Role", line: line), roleName: .absent, trust: nil,
      policies: [AttachedPolicy(name: "own", document: document)], managedPolicies: [],
      permissionsBoundary: .absent)
  }

  private func function(_ number: Int) -> Function {
    let place = SourceLocation(path: "template.yaml", line: 500_000 + number, column: 3)
    let role = Text([.reference(ResourceReference("Role\(number)", attribute: "Arn"))])
    var function = Function(
      identity: identity("Function\(number)", "AWS::Lambda::Function", line: 500_000 + number),
      functionName: .absent, runtime: .known("python3.13", at: place),
      handler: .known("app.handler", at: place),
      code: .unknown, role: .known(role, at: place), environment: [], environmentKey: .absent,
      timeout: .absent,
      memory: .absent, ephemeralStorage: .absent, reservedConcurrency: .absent, tracing: .absent, layers: [],
      network: .absent, deadLetterTarget: .absent, codeSigning: .absent, recursiveLoop: .absent,
      snapStart: .absent, tenantIsolation: .absent,
      logging: LoggingConfiguration(logGroup: .absent, format: .absent, applicationLevel: .absent), tags: [])
    function.triggers = [
      Trigger(
        kind: .restAPI, source: .known(Text([.reference(ResourceReference("Api"))]), at: place),
        detail: "GET /\(number)", authorizer: number % 3 == 0 ? .none : .iam, connection: nil, location: place
      )
    ]
    return function
  }
}
