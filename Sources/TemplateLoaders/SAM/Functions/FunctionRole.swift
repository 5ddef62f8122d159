internal import Documents
internal import FindingModel

extension Assembly {
  /// The execution role before events and destinations add to it.
  mutating func roleDraft(of resource: SAMResource) -> RoleDraft {
    var role = RoleDraft(id: resource.id + "Role", service: "lambda.amazonaws.com")
    let place = resource.idLocation
    let basic =
      resource["DurableConfig"] == nil
      ? "AWSLambdaBasicExecutionRole" : "AWSLambdaBasicDurableExecutionRolePolicy"
    role.addManaged(basic, path: "service-role/", at: place)
    if let network = resource["VpcConfig"] {
      role.addManaged("AWSLambdaVPCAccessExecutionRole", at: network.location)
    }
    if let tracing = resource["Tracing"], resolved(tracing).text != "Disabled" {
      role.addManaged("AWSXrayWriteOnlyAccess", at: tracing.location)
    }
    if let policies = resource["Policies"] { read(policies: policies, into: &role) }
    if let queue = resource["DeadLetterQueue"], let target = queue.present("TargetArn") {
      let action = queue["Type"]?.text == "SNS" ? "sns:Publish" : "sqs:SendMessage"
      role.add(
        policy: "DeadLetterQueuePolicy", [Roles.allow(action, on: target, at: queue.location)], version: true,
        at: queue.location)
    }
    return role
  }

  /// Emits the role if the function needs one, and returns the function's `Role`.
  mutating func finishRole(_ role: RoleDraft, of resource: SAMResource) -> Node {
    let make = Implied(at: resource.idLocation)
    let generated = make.arn(of: role.id)
    guard let given = resource["Role"] else {
      emit(role, of: resource, under: nil)
      return generated
    }
    // `!If [HasRole, arn, AWS::NoValue]`: SAM makes a role for the other case.
    guard let (condition, then, otherwise) = given.choice, then.isNoValue != otherwise.isNoValue else {
      return given
    }
    if then.isNoValue {
      emit(role, of: resource, under: condition)
    } else {
      emit(role, of: resource, under: negated(condition, at: given.location))
    }
    return given.mapBranches { $0.isNoValue ? generated : $0 }
  }

  private mutating func emit(_ role: RoleDraft, of resource: SAMResource, under condition: String?) {
    let make = Implied(at: resource.idLocation)
    let mark = Tags.mark("lambda:createdBy", at: make.place)
    let own = Tags.list(resource["Tags"])
    let tags = resource.propagatesTags && !own.isEmpty ? own : [mark] + own
    let properties = make.map([
      "AssumeRolePolicyDocument": resource["AssumeRolePolicyDocument"]
        ?? Roles.trust(role.service, at: make.place),
      "Path": resource["RolePath"], "ManagedPolicyArns": make.list(role.managed),
      "Policies": role.inline.isEmpty ? nil : make.list(role.inline),
      "PermissionsBoundary": resource["PermissionsBoundary"], "Tags": make.list(tags),
    ])
    var attributes = resource.inheritedAttributes
    if let condition {
      attributes.removeAll { $0.key == "Condition" }
      attributes.append(Entry("Condition", at: make.place, make.text(condition)))
    }
    imply(role.id, "AWS::IAM::Role", properties, inheriting: attributes, at: make.place)
  }

  /// The name of a condition that holds where another does not; made if it is not there.
  mutating func negated(_ condition: String, suffix: String = "", at place: SourceLocation) -> String {
    let name = "NOT" + condition + suffix
    let make = Implied(at: place)
    add(condition: name, make.call("Fn::Not", make.list([make.named(condition)])))
    return name
  }

  mutating func add(condition name: String, _ value: Node) {
    guard !conditions.contains(where: { $0.key == name }) else { return }
    conditions.append(Entry(name, at: value.location, value))
  }
}
