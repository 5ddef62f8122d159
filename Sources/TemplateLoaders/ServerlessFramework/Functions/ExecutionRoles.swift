internal import Documents
internal import FindingModel

/// What functions may do because of how they are configured, collected until roles are written.
struct Grants {
  struct Grant {
    let actions: [String]
    let resources: [Draft]
    let place: SourceLocation
  }

  private var grants: [String: [Grant]] = [:]
  private var principals: [String: [String]] = [:]

  mutating func allow(
    _ actions: [String], on resources: [Draft], to function: ServiceFunction, at place: SourceLocation
  ) {
    grants[function.name, default: []].append(Grant(actions: actions, resources: resources, place: place))
  }

  /// Lets a service besides Lambda take the function's role.
  mutating func trust(_ principal: String, toRunAs function: ServiceFunction) {
    if principals[function.name]?.contains(principal) != true {
      principals[function.name, default: []].append(principal)
    }
  }

  func grants(of function: ServiceFunction) -> [Grant] { grants[function.name] ?? [] }
  func principals(of function: ServiceFunction) -> [String] { principals[function.name] ?? [] }
}

extension ServiceCompiler {
  private static let sharedRoleID = "IamRoleLambdaExecution"

  // MARK: Which role

  /// `provider.iam.role` when it is a map of settings, not a role of its own.
  private var roleSettings: Node? {
    guard let role = provider.property(path: "iam", "role"), role.isOwnMapping else { return nil }
    return role
  }

  /// The role the user gives, on the function or for all of them.
  func customRole(of function: ServiceFunction) -> Node? {
    if let role = function.node.property("role") { return role }
    if let role = provider.property(path: "iam", "role"), !role.isOwnMapping { return role }
    return provider.property("role")
  }

  /// Whether a function has a role of its own because it has statements of its own.
  private func isDedicated(_ function: ServiceFunction) -> Bool {
    guard customRole(of: function) == nil else { return false }
    return ownStatements(of: function) != nil
      || function.node.property(path: "iam", "role", "statements") != nil
      || function.node.property(path: "iam", "role", "managedPolicies") != nil
      || roleSettings?["mode"]?.text == "perFunction"
  }

  /// `iamRoleStatements` of a function, which the framework ignores unless the plugin for it is there.
  private func ownStatements(of function: ServiceFunction) -> Node? {
    guard service.plugins.contains("serverless-iam-roles-per-function") || service.hasUnreadPlugins else {
      return nil
    }
    return function.node.property("iamRoleStatements")
  }

  func role(of function: ServiceFunction) -> Draft {
    guard let custom = customRole(of: function) else {
      return .attribute("Arn", of: isDedicated(function) ? function.roleID : Self.sharedRoleID)
    }
    guard let text = custom.text, !text.hasPrefix("arn:") else { return .written(custom) }
    return ["Fn::GetAtt": [.written(custom), "Arn"]]
  }

  /// What configuration other than events lets a function do.
  mutating func grantBasics(to function: ServiceFunction) {
    let node = function.node
    if let topic = node.property("onError"), topic.text != nil || isDedicated(function) {
      grants.allow(["sns:Publish"], on: [.written(topic)], to: function, at: topic.location)
    }
    if let key = kmsKey(of: function), key.text != nil {
      grants.allow(["kms:Decrypt"], on: [.written(key)], to: function, at: key.location)
    }
    if let tracing = tracing(of: function) {
      grants.allow(
        ["xray:PutTraceSegments", "xray:PutTelemetryRecords"], on: ["*"], to: function, at: tracing.location)
    }
    if let arn = node.property(path: "fileSystemConfig", "arn") {
      grants.allow(
        ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"], on: [.written(arn)], to: function,
        at: arn.location)
    }
  }

  // MARK: Writing roles

  mutating func addRoles(defaults: Node?) {
    let shared = service.functions.filter { customRole(of: $0) == nil && !isDedicated($0) }
    if !shared.isEmpty { addSharedRole(for: shared) }
    for function in service.functions where isDedicated(function) {
      addRole(of: function, defaults: defaults)
    }
  }

  private mutating func addSharedRole(for functions: [ServiceFunction]) {
    let place = (roleSettings ?? provider).location
    var statements = logStatements(for: functions, at: place)
    statements += written(roleSettings?.property("statements") ?? provider.property("iamRoleStatements"))
    var known: Set<String> = []
    for function in functions {
      statements += grants.grants(of: function).map { statement($0) }.filter {
        known.insert(ServiceJSON.of($0)).inserted
      }
    }
    var policies = written(
      roleSettings?.property("managedPolicies") ?? provider.property("iamManagedPolicies"))
    if functions.contains(where: { !network(of: $0).isAbsent }) { policies.append(networkPolicy(at: place)) }
    let principals = functions.flatMap { grants.principals(of: $0) }
    let name: Draft =
      roleSettings?.property("name").map(Draft.written)
      ?? .joined(service.prefix, "-", .ref("AWS::Region"), "-lambdaRole")
    addRole(
      as: Self.sharedRoleID, named: name, settings: roleSettings, statements: statements, policies: policies,
      principals: principals, boundary: boundary, at: place)
  }

  private var boundary: Node? {
    roleSettings?.property("permissionsBoundary") ?? roleSettings?.property("permissionBoundary")
      ?? provider.property("rolePermissionsBoundary")
  }

  /// A function's own role: of the framework, version 4, or of serverless-iam-roles-per-function.
  private mutating func addRole(of function: ServiceFunction, defaults: Node?) {
    let own = function.node.property(path: "iam", "role")
    let isPerFunction = roleSettings?["mode"]?.text == "perFunction"
    let inherits =
      function.node.property(path: "iam", "inheritStatements")?.boolean
      ?? function.node.property("iamRoleStatementsInherit")?.boolean
      ?? defaults?.property("defaultInherit")?.boolean ?? isPerFunction
    let place =
      (own?.property("statements") ?? ownStatements(of: function))?.location ?? function.place
    var statements = logStatements(for: [function], at: place)
    statements += grants.grants(of: function).map { statement($0) }
    if inherits {
      statements += written(roleSettings?.property("statements") ?? provider.property("iamRoleStatements"))
    }
    statements += written(own?.property("statements") ?? ownStatements(of: function))
    var policies = isPerFunction ? written(roleSettings?.property("managedPolicies")) : []
    if !network(of: function).isAbsent { policies.append(networkPolicy(at: place)) }
    policies += written(own?.property("managedPolicies"))
    let name: Draft =
      (own?.property("name") ?? function.node.property("iamRoleStatementsName")).map(Draft.written)
      ?? .joined(service.prefix, .text("-" + function.name), "-", .ref("AWS::Region"), "-lambdaRole")
    addRole(
      as: function.roleID, named: name, settings: own ?? roleSettings, statements: statements,
      policies: policies,
      principals: grants.principals(of: function),
      boundary: own?.property("permissionsBoundary") ?? function.node.property("iamPermissionsBoundary")
        ?? defaults?.property("iamGlobalPermissionsBoundary") ?? boundary, at: place)
  }

  private mutating func addRole(
    as id: String, named name: Draft, settings: Node?, statements: [Node], policies: [Node],
    principals: [String],
    boundary: Node?, at place: SourceLocation
  ) {
    var services: [Draft] = ["lambda.amazonaws.com"]
    for principal in Set(principals).sorted() { services.append(.text(principal)) }
    let trust: Draft = [
      "Version": "2012-10-17",
      "Statement": [
        ["Effect": "Allow", "Principal": ["Service": .list(services)], "Action": ["sts:AssumeRole"]]
      ],
    ]
    let policy: Draft = [
      "PolicyName": .joined(service.prefix, "-lambda"),
      "PolicyDocument": ["Version": "2012-10-17", "Statement": .list(statements.map(Draft.written))],
    ]
    stack.put(
      StackResource(
        type: "AWS::IAM::Role",
        properties: [
          "AssumeRolePolicyDocument": trust, "Policies": [policy],
          "Path": settings?.property("path").map(Draft.written) ?? "/", "RoleName": name,
          "ManagedPolicyArns": policies.isEmpty ? .absent : .list(policies.map(Draft.written)),
          "PermissionsBoundary": .optional(boundary), "Tags": tags(settings?["tags"]),
        ], place: place), as: id)
  }

  // MARK: Statements

  private func statement(_ grant: Grants.Grant) -> Node {
    Draft.map([
      ("Effect", "Allow"), ("Action", .list(grant.actions.map(Draft.text))),
      ("Resource", .list(grant.resources)),
    ]).node(at: grant.place)
  }

  /// The elements of a list the user wrote; anything else stands as the one element it may resolve to.
  private func written(_ list: Node?) -> [Node] {
    guard let list else { return [] }
    return list.oneOrMore.filter { !$0.isNull }
  }

  private func networkPolicy(at place: SourceLocation) -> Node {
    Draft.joined(
      "arn:", .ref("AWS::Partition"), ":iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole"
    ).node(at: place)
  }

  /// Writing logs: to every group of the service's functions, and to each that is named otherwise.
  private func logStatements(for functions: [ServiceFunction], at place: SourceLocation) -> [Node] {
    var groups: [Draft] = []
    var refused: [Draft] = []
    let isShared = functions.count > 1 || functions.contains { !isDedicated($0) }
    var hasDefault = false
    for function in functions {
      let isOff = function.node["disableLogs"]?.boolean == true
      let custom =
        function.node.property(path: "logs", "logGroup")
        ?? provider.property(path: "logs", "lambda", "logGroup")
      let named = function.node.property("name") != nil || custom != nil
      let group: Draft = custom.map(Draft.written) ?? .joined("/aws/lambda/", deployedName(of: function))
      if isOff {
        refused.append(group)
      } else if named || !isShared {
        groups.append(group)
      } else {
        hasDefault = true
      }
    }
    if hasDefault { groups.append(.joined("/aws/lambda/", service.prefix, "*")) }
    var statements: [Draft] = []
    if !groups.isEmpty {
      statements.append([
        "Effect": "Allow", "Action": ["logs:CreateLogStream", "logs:CreateLogGroup", "logs:TagResource"],
        "Resource": .list(groups.map { .arn("logs", "log-group:", $0, ":*") }),
      ])
      statements.append([
        "Effect": "Allow", "Action": ["logs:PutLogEvents"],
        "Resource": .list(groups.map { .arn("logs", "log-group:", $0, ":*:*") }),
      ])
    }
    if !refused.isEmpty {
      statements.append([
        "Effect": "Deny", "Action": "logs:PutLogEvents",
        "Resource": .list(refused.map { .arn("logs", "log-group:", $0, ":*") }),
      ])
    }
    return statements.map { $0.node(at: place) }
  }
}
