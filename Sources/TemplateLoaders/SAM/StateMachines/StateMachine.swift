internal import Documents
internal import FindingModel

extension Assembly {
  /// SAM's property names and CloudFormation's.
  private static let stateMachineNames = [
    "Name": "StateMachineName", "Type": "StateMachineType", "Logging": "LoggingConfiguration",
    "Tracing": "TracingConfiguration", "EncryptionConfiguration": "EncryptionConfiguration",
  ]

  private static let stateMachineConsumed: Set<String> = [
    "Definition", "DefinitionUri", "DefinitionSubstitutions", "Role", "RolePath", "Policies",
    "PermissionsBoundary", "Tags", "PropagateTags", "Events", "AutoPublishAlias", "DeploymentPreference",
    "UseAliasAsEventTarget",
  ]

  /// AWS::Serverless::StateMachine: the machine, its role, version and alias, and what its events need.
  mutating func stateMachine(_ resource: SAMResource) {
    let make = Implied(at: resource.idLocation)
    var entries: [Entry] = []
    for entry in resource.properties.entries where !entry.value.isNull {
      if let name = Self.stateMachineNames[entry.key] {
        entries.append(Entry(name, at: entry.keyLocation, entry.value))
      } else if !Self.stateMachineConsumed.contains(entry.key) {
        problem(at: entry.keyLocation, "AWS::Serverless::StateMachine has no property '\(entry.key)'.")
        entries.append(entry)
      }
    }
    entries += definition(of: resource)
    let roleARN = resource["Role"] ?? stateMachineRole(of: resource, make)
    entries.append(Entry("RoleArn", at: roleARN.location, roleARN))
    entries.append(Entry("Tags", at: make.place, make.list(stateMachineTags(of: resource, make))))
    let aliasID = stateMachineAlias(of: resource)
    replace(resource, with: "AWS::StepFunctions::StateMachine", make.map(entries))
    let usesAlias = resource["UseAliasAsEventTarget"]?.boolean == true
    let targetID = usesAlias ? aliasID ?? resource.id : resource.id
    for event in events(of: resource) { expand(event, targetID: targetID) }
  }

  private func stateMachineTags(of resource: SAMResource, _ make: Implied) -> [Node] {
    let own = Tags.list(resource["Tags"])
    if resource.propagatesTags && !own.isEmpty { return own }
    return [Tags.mark("stateMachine:createdBy", at: make.place)] + own
  }

  private mutating func stateMachineRole(of resource: SAMResource, _ make: Implied) -> Node {
    var role = RoleDraft(id: resource.id + "Role", service: "states.amazonaws.com")
    if let tracing = resource["Tracing"], tracing.present("Enabled")?.boolean == true {
      role.addManaged("AWSXrayWriteOnlyAccess", at: tracing.location)
    }
    if let policies = resource["Policies"] { read(policies: policies, into: &role) }
    let properties = make.map([
      "AssumeRolePolicyDocument": Roles.trust(role.service, at: make.place), "Path": resource["RolePath"],
      "ManagedPolicyArns": make.list(role.managed),
      "Policies": role.inline.isEmpty ? nil : make.list(role.inline),
      "PermissionsBoundary": resource["PermissionsBoundary"],
      "Tags": make.list(stateMachineTags(of: resource, make)),
    ])
    imply(
      role.id, "AWS::IAM::Role", properties, inheriting: resource.inheritedAttributes, at: make.place)
    return make.arn(of: role.id)
  }

  private mutating func stateMachineAlias(of resource: SAMResource) -> String? {
    guard let wish = resource["AutoPublishAlias"] else {
      if let preference = resource["DeploymentPreference"] {
        problem(
          at: preference.location, "'\(resource.id)' has a deployment preference but publishes no alias.")
      }
      return nil
    }
    guard let name = resolved(wish).text else {
      problem(
        at: wish.location, "The alias of '\(resource.id)' has a name that is not known here.", isError: false)
      return nil
    }
    let make = Implied(at: wish.location)
    let versionID = resource.id + "Version"
    let aliasID = resource.id + "Alias" + LogicalID.alphanumeric(name)
    let version = make.map([
      "StateMachineArn": make.ref(resource.id),
      "StateMachineRevisionId": make.attribute("StateMachineRevisionId", of: resource.id),
    ])
    var attributes = resource.inheritedAttributes
    for policy in ["DeletionPolicy", "UpdateReplacePolicy"]
    where !attributes.contains(where: { $0.key == policy }) {
      attributes.append(Entry(policy, at: make.place, make.text("Retain")))
    }
    imply(
      versionID, "AWS::StepFunctions::StateMachineVersion", version, inheriting: attributes, at: make.place)
    var preference = resource["DeploymentPreference"] ?? make.map(["Type": make.text("ALL_AT_ONCE")])
    preference = preference.mapBranches { branch in
      var branch = branch
      if branch.isPlainMapping { branch.set("StateMachineVersionArn", to: make.ref(versionID)) }
      return branch
    }
    let alias = make.map([
      "Name": .string(name, at: wish.location, isImplied: false), "DeploymentPreference": preference,
    ])
    imply(
      aliasID, "AWS::StepFunctions::StateMachineAlias", alias, inheriting: resource.inheritedAttributes,
      at: make.place)
    references["\(resource.id).Version"] = versionID
    references["\(resource.id).Alias"] = aliasID
    return aliasID
  }
}
