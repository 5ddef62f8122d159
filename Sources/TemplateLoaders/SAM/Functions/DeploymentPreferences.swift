internal import Documents
internal import FindingModel

/// The functions whose alias CodeDeploy moves, and what they share.
struct DeploymentPreferences {
  static let applicationID = "ServerlessDeploymentApplication"
  static let roleID = "CodeDeployServiceRole"

  struct Member {
    let resource: SAMResource
    let preference: Node
    /// The function's condition, where it is handed on.
    let condition: String?
  }

  var members: [Member] = []

  /// Deployment configurations that CodeDeploy offers under `CodeDeployDefault.Lambda…`.
  static let provided: Set<String> = [
    "Canary10Percent5Minutes", "Canary10Percent10Minutes", "Canary10Percent15Minutes",
    "Canary10Percent30Minutes", "Linear10PercentEvery1Minute", "Linear10PercentEvery2Minutes",
    "Linear10PercentEvery3Minutes", "Linear10PercentEvery10Minutes", "AllAtOnce",
  ]
}

extension Assembly {
  mutating func deploymentPreference(of resource: SAMResource, aliasID: String?) {
    guard let preference = resource["DeploymentPreference"] else { return }
    guard preference.isPlainMapping else {
      problem(at: preference.location, "The deployment preference of '\(resource.id)' is not a map.")
      return
    }
    if let enabled = preference.present("Enabled"), settled(enabled).boolean == false { return }
    guard let aliasID else {
      problem(at: preference.location, "'\(resource.id)' has a deployment preference but publishes no alias.")
      return
    }
    let hands = preference.present("PassthroughCondition").map { settled($0).boolean == true } ?? false
    deployments.members.append(
      DeploymentPreferences.Member(
        resource: resource, preference: preference, condition: hands ? resource.condition : nil))
    let make = Implied(at: preference.location)
    let hooks = preference.present("Hooks")
    let update = make.map([
      "ApplicationName": make.ref(DeploymentPreferences.applicationID),
      "DeploymentGroupName": make.ref(resource.id + "DeploymentGroup"),
      "BeforeAllowTrafficHook": hooks?.present("PreTraffic").flatMap { $0.isNoValue ? nil : $0 },
      "AfterAllowTrafficHook": hooks?.present("PostTraffic").flatMap { $0.isNoValue ? nil : $0 },
    ])
    editEmitted(aliasID) {
      $0.set("UpdatePolicy", to: make.map(["CodeDeployLambdaAliasUpdate": update]))
    }
  }

  /// The value of a reference to a parameter or of a look-up with known keys; else the node itself.
  func settled(_ node: Node) -> Node {
    guard let (name, argument) = node.intrinsic, name == "Fn::FindInMap", argument.elements.count == 3 else {
      return substituted(node)
    }
    var value = template["Mappings"]
    for key in argument.elements {
      guard let key = resolved(key).text else { return node }
      value = value?[key]
    }
    return value ?? node
  }

  /// The text of an `Fn::Sub` all of whose variables are parameters with values.
  private func substituted(_ node: Node) -> Node {
    guard let (name, argument) = node.intrinsic, name == "Fn::Sub", let text = argument.text else {
      return resolved(node)
    }
    let pieces = text.split(separator: "${", omittingEmptySubsequences: false)
    var result = String(pieces[0])
    for piece in pieces.dropFirst() {
      guard let end = piece.firstIndex(of: "}"), let value = parameters[String(piece[..<end])]?.text else {
        return node
      }
      result += value + piece[piece.index(after: end)...]
    }
    return .string(result, at: node.location, isImplied: node.isImplied)
  }

  /// Emits CodeDeploy's application, role and deployment groups.
  mutating func finishDeployments() {
    let members = deployments.members
    guard let first = members.first else { return }
    let make = Implied(at: first.preference.location)
    let condition = sharedCondition(members.map(\.condition), name: "ServerlessCodeDeployCondition", make)
    let attributes = condition.map { [Entry("Condition", at: make.place, make.text($0))] } ?? []
    let tags = members.compactMap { propagatedTags(of: $0.resource, make) }.first
    imply(
      DeploymentPreferences.applicationID, "AWS::CodeDeploy::Application",
      make.map(["ComputePlatform": make.text("Lambda"), "Tags": tags]), inheriting: attributes, at: make.place
    )
    if members.contains(where: { $0.preference.present("Role") == nil }) {
      var role = RoleDraft(id: DeploymentPreferences.roleID, service: "codedeploy.amazonaws.com")
      role.addManaged("AWSCodeDeployRoleForLambda", at: make.place)
      let properties = make.map([
        "AssumeRolePolicyDocument": Roles.trust(role.service, at: make.place),
        "ManagedPolicyArns": make.list(role.managed), "Tags": tags,
      ])
      imply(role.id, "AWS::IAM::Role", properties, inheriting: attributes, at: make.place)
    }
    for member in members { deploymentGroup(member) }
  }

  /// One condition that holds where any of several does; `nil` if one of them always does.
  mutating func sharedCondition(_ conditions: [String?], name: String, _ make: Implied) -> String? {
    let named = conditions.compactMap { $0 }
    guard !named.isEmpty, named.count == conditions.count else { return nil }
    let distinct = Set(named).sorted()
    if distinct.count == 1 { return distinct[0] }
    add(condition: name, anyOf: distinct, make)
    return name
  }

  /// `Fn::Or` takes at most ten conditions, so longer lists are split over further ones.
  mutating func add(condition name: String, anyOf names: [String], _ make: Implied) {
    let limit = 10
    var rest = names
    var level = 0
    while rest.count > limit {
      level += 1
      let part = "\(name)\(level)"
      add(condition: part, make.call("Fn::Or", make.list(rest.prefix(limit).map { make.named($0) })))
      rest = rest.dropFirst(limit) + [part]
    }
    add(condition: name, make.call("Fn::Or", make.list(rest.map { make.named($0) })))
  }

  private mutating func deploymentGroup(_ member: DeploymentPreferences.Member) {
    let make = Implied(at: member.preference.location)
    let triggers = member.preference.present("TriggerConfigurations")
    let properties = make.map([
      "ApplicationName": make.ref(DeploymentPreferences.applicationID),
      "AlarmConfiguration": member.preference.present("Alarms").flatMap { alarms($0, make) },
      "AutoRollbackConfiguration": make.map([
        "Enabled": make.flag(true),
        "Events": make.texts(["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM", "DEPLOYMENT_STOP_ON_REQUEST"]
        ),
      ]),
      "DeploymentConfigName": member.preference.present("Type").map { $0.mapBranches(configuration) },
      "DeploymentStyle": make.map([
        "DeploymentType": make.text("BLUE_GREEN"), "DeploymentOption": make.text("WITH_TRAFFIC_CONTROL"),
      ]),
      "ServiceRoleArn": member.preference.present("Role") ?? make.arn(of: DeploymentPreferences.roleID),
      "TriggerConfigurations": triggers.flatMap { $0.isNoValue ? nil : $0 },
      "Tags": propagatedTags(of: member.resource, make),
    ])
    let attributes = member.condition.map { [Entry("Condition", at: make.place, make.text($0))] } ?? []
    imply(
      member.resource.id + "DeploymentGroup", "AWS::CodeDeploy::DeploymentGroup", properties,
      inheriting: attributes, at: make.place)
  }

  private func configuration(_ type: Node) -> Node {
    guard let name = settled(type).text, DeploymentPreferences.provided.contains(name) else { return type }
    let make = Implied(at: type.location)
    return make.sub("CodeDeployDefault.Lambda${ConfigName}", ["ConfigName": type])
  }

  private func alarms(_ alarms: Node, _ make: Implied) -> Node? {
    if alarms.isNoValue { return nil }
    return alarms.mapBranches { list in
      guard list.isSequence else { return list }
      let names = list.elements.filter { !$0.isNoValue }.map { make.map(["Name": $0]) }
      if names.isEmpty { return make.map([]) }
      return make.map(["Enabled": make.flag(true), "Alarms": make.list(names)])
    }
  }
}
