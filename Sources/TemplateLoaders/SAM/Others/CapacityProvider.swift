internal import Documents
internal import FindingModel

extension Assembly {
  /// AWS::Serverless::CapacityProvider: instances for Lambda functions, and the role that manages them.
  mutating func capacityProvider(_ resource: SAMResource) {
    let make = Implied(at: resource.idLocation)
    let known: Set<String> = [
      "CapacityProviderName", "VpcConfig", "OperatorRole", "Tags", "PropagateTags", "InstanceRequirements",
      "ScalingConfig", "KmsKeyArn",
    ]
    var entries = resource.properties.entries.filter {
      ["CapacityProviderName", "VpcConfig", "KmsKeyArn"].contains($0.key) && !$0.value.isNull
    }
    for entry in resource.properties.entries where !known.contains(entry.key) {
      problem(at: entry.keyLocation, "AWS::Serverless::CapacityProvider has no property '\(entry.key)'.")
      entries.append(entry)
    }
    let roleARN = resource["OperatorRole"] ?? operatorRole(of: resource, make)
    let permissions = make.map(["CapacityProviderOperatorRoleArn": roleARN])
    entries.append(Entry("PermissionsConfig", at: make.place, permissions))
    let tags = Tags.list(resource["Tags"]) + [Tags.mark("lambda:createdBy", at: make.place)]
    entries.append(Entry("Tags", at: make.place, make.list(tags)))
    if let requirements = resource["InstanceRequirements"] {
      let names = ["AllowedTypes": "AllowedInstanceTypes", "ExcludedTypes": "ExcludedInstanceTypes"]
      entries.append(
        Entry("InstanceRequirements", at: requirements.location, requirements.renamingKeys(names)))
    }
    if let scaling = resource["ScalingConfig"] {
      entries.append(Entry("CapacityProviderScalingConfig", at: scaling.location, self.scaling(scaling)))
    }
    replace(resource, with: "AWS::Lambda::CapacityProvider", make.map(entries))
  }

  private func scaling(_ config: Node) -> Node {
    guard config.isPlainMapping else { return config }
    let make = Implied(at: config.location)
    guard let load = config.present("AverageCPUUtilization") else {
      return make.map(["MaxVCpuCount": config.present("MaxVCpuCount"), "ScalingMode": make.text("Auto")])
    }
    let policy = make.map([
      "PredefinedMetricType": make.text("LambdaCapacityProviderAverageCPUUtilization"), "TargetValue": load,
    ])
    return make.map([
      "MaxVCpuCount": config.present("MaxVCpuCount"), "ScalingMode": make.text("Manual"),
      "ScalingPolicies": make.list([policy]),
    ])
  }

  private mutating func operatorRole(of resource: SAMResource, _ make: Implied) -> Node {
    var role = RoleDraft(id: resource.id + "OperatorRole", service: "lambda.amazonaws.com")
    role.addManaged("AWSLambdaManagedEC2ResourceOperator", at: make.place)
    let mark = Tags.mark("lambda:createdBy", at: make.place)
    let own = resource.propagatesTags ? Tags.list(resource["Tags"]) : []
    let properties = make.map([
      "AssumeRolePolicyDocument": Roles.trust(role.service, at: make.place),
      "ManagedPolicyArns": make.list(role.managed), "Tags": make.list(own + [mark]),
    ])
    imply(
      role.id, "AWS::IAM::Role", properties, inheriting: resource.inheritedAttributes, at: make.place)
    return make.arn(of: role.id)
  }
}
