internal import Documents
internal import FindingModel

extension ServiceCompiler {
  /// `alexaSkill` and `alexaSmartHome`: a permission, for one skill where its id is given.
  mutating func addAlexa(_ event: BoundEvent, principal: String, name: String) {
    let token = event.value.text == nil ? event["appId"] : event.value
    let isOff = event["enabled"]?.boolean == false
    stack.put(
      StackResource(
        type: "AWS::Lambda::Permission",
        properties: [
          "FunctionName": event.function.target,
          "Action": isOff ? "lambda:DisableInvokeFunction" : "lambda:InvokeFunction",
          "Principal": .text(principal), "EventSourceToken": .optional(token),
        ], place: event.place),
      as: "\(event.function.normalizedName)LambdaPermission\(name)\(event.event.number)")
  }

  mutating func addTopicRule(_ event: BoundEvent) {
    let name = event.function.normalizedName
    let id = "\(name)IotTopicRule\(event.event.number)"
    let isOff: Draft = event["enabled"].map { $0.boolean.map { .flag(!$0) } ?? false } ?? false
    stack.put(
      StackResource(
        type: "AWS::IoT::TopicRule",
        properties: [
          "RuleName": .optional(event["name"]),
          "TopicRulePayload": [
            "RuleDisabled": isOff, "Sql": .optional(event["sql"]),
            "AwsIotSqlVersion": .optional(event["sqlVersion"]),
            "Description": .optional(event["description"]),
            "Actions": [["Lambda": ["FunctionArn": event.function.target]]],
          ],
        ], place: event.place), as: id)
    permit(
      "iot.amazonaws.com", from: .arn("iot", "rule/", .ref(id)), toCall: event.function.target,
      as: "\(name)LambdaPermissionIotTopicRule\(event.event.number)", at: event.place)
  }

  mutating func addProvisioningTemplate(_ event: BoundEvent) {
    let name = event.function.normalizedName
    stack.put(
      StackResource(
        type: "AWS::IoT::ProvisioningTemplate",
        properties: [
          "Enabled": event["enabled"].map(Draft.written) ?? true,
          "PreProvisioningHook": ["TargetArn": event.function.target],
          "ProvisioningRoleArn": .optional(event["provisioningRoleArn"]),
          "TemplateBody": event["templateBody"].map(ServiceJSON.draft) ?? .absent,
          "TemplateName": .optional(event["templateName"]),
        ], place: event.place), as: name + "IotProvisioningTemplate")
    permit(
      "iot.amazonaws.com", from: .absent, toCall: event.function.target,
      as: name + "LambdaPermissionIotProvisioningTemplate", at: event.place)
  }
}
