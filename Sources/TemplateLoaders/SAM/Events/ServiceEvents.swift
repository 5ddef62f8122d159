internal import Documents
internal import FindingModel

/// Events of services that need little more than a permission.
extension Assembly {
  mutating func logsEvent(_ event: SAMEvent, target: InvocationTarget) {
    checkProperties(of: event, known: ["LogGroupName", "FilterPattern"])
    let make = event.make
    guard let group = need("LogGroupName", of: event) else { return }
    let pattern =
      "arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:${__LogGroupName__}:*"
    let source = make.sub(pattern, ["__LogGroupName__": group])
    permit(InvokePermission(principal: "logs.amazonaws.com", sourceARN: source), for: event, target: target)
    let filter = make.map([
      "LogGroupName": group, "FilterPattern": need("FilterPattern", of: event),
      "DestinationArn": target.arn(make),
    ])
    implyForEvent(
      event.id, "AWS::Logs::SubscriptionFilter", filter, event, dependsOn: [event.id + "Permission"])
  }

  mutating func topicRuleEvent(_ event: SAMEvent, target: InvocationTarget) {
    checkProperties(of: event, known: ["Sql", "AwsIotSqlVersion"])
    let make = event.make
    let source = make.sub(
      "arn:${AWS::Partition}:iot:${AWS::Region}:${AWS::AccountId}:rule/${RuleName}",
      ["RuleName": make.ref(event.id)])
    let permission = InvokePermission(
      principal: "iot.amazonaws.com", sourceARN: source, sourceAccount: make.sub("${AWS::AccountId}"))
    permit(permission, for: event, target: target)
    let action = make.map(["Lambda": make.map(["FunctionArn": target.arn(make)])])
    let payload = make.map([
      "Sql": need("Sql", of: event), "RuleDisabled": make.flag(false), "Actions": make.list([action]),
      "AwsIotSqlVersion": event["AwsIotSqlVersion"],
    ])
    let rule = make.map(["TopicRulePayload": payload, "Tags": propagatedTags(of: event.owner, make)])
    implyForEvent(event.id, "AWS::IoT::TopicRule", rule, event)
  }

  mutating func alexaEvent(_ event: SAMEvent, target: InvocationTarget) {
    checkProperties(of: event, known: ["SkillId"])
    let permission = InvokePermission(
      principal: "alexa-appkit.amazon.com", eventSourceToken: event["SkillId"])
    permit(permission, for: event, target: target)
  }

  mutating func userPoolEvent(_ event: SAMEvent, target: InvocationTarget) {
    checkProperties(of: event, known: ["UserPool", "Trigger"])
    let make = event.make
    guard let pool = need("UserPool", of: event), let trigger = need("Trigger", of: event) else { return }
    guard let poolID = pool.namedResource, type(of: poolID) == "AWS::Cognito::UserPool" else {
      problem(at: pool.location, "The user pool of the event '\(event.name)' is not in this template.")
      return
    }
    let permission = InvokePermission(principal: "cognito-idp.amazonaws.com", sourceARN: make.arn(of: poolID))
    permit(
      permission, for: event, target: target, id: (target.aliasID ?? target.functionID) + "CognitoPermission")
    let arn = target.arn(make)
    var isEdited = true
    edit(poolID) { node in
      guard var properties = Self.editable(node, "Properties", make),
        var config = Self.editable(properties, "LambdaConfig", make)
      else {
        isEdited = false
        return
      }
      for name in trigger.asList.compactMap(\.text) {
        let value = Self.versionedTriggers[name].map {
          make.map(["LambdaArn": arn, "LambdaVersion": make.text($0)])
        }
        config.set(name, to: value ?? arn)
      }
      properties.set("LambdaConfig", to: config)
      node.set("Properties", to: properties)
    }
    if !isEdited {
      problem(at: event.location, "The triggers of the user pool '\(poolID)' are not a map to add to.")
    }
  }

  /// Triggers that name the version of their event beside the function.
  private static let versionedTriggers = ["CustomSMSSender": "V1_0", "CustomEmailSender": "V1_0"]
}
