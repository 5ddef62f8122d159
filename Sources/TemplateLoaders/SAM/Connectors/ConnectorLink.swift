internal import Documents
internal import FindingModel

/// One source, one destination and what allows the one to use the other.
struct ConnectorLink {
  let source: ConnectorEnd
  let destination: ConnectorEnd
  let profile: ConnectorProfile
  let make: Implied

  /// The end of the id, the type and the properties of the resource; `nil` if something it needs is unknown.
  func resource(_ wanted: Set<String>) -> (name: String, type: String, properties: Node)? {
    switch profile.kind {
    case .role(let ofDestination):
      return rolePolicy(ofDestination ? destination.role : source.role, wanted)
    case .topicPolicy(let service):
      guard let arn = destination.arn else { return nil }
      let properties = make.map([
        "PolicyDocument": document([admission(service, to: arn, "sns:Publish")]), "Topics": make.list([arn]),
      ])
      return ("TopicPolicy", "AWS::SNS::TopicPolicy", properties)
    case .queuePolicy(let service):
      guard let arn = destination.arn, let url = destination.url else { return nil }
      let properties = make.map([
        "PolicyDocument": document([admission(service, to: arn, "sqs:SendMessage")]),
        "Queues": make.list([url]),
      ])
      return ("QueuePolicy", "AWS::SQS::QueuePolicy", properties)
    case .permission(let service):
      return permission(service)
    }
  }

  private func document(_ statements: [Node]) -> Node {
    make.map(["Version": make.text("2012-10-17"), "Statement": make.list(statements)])
  }

  private func admission(_ service: String, to arn: Node, _ action: String) -> Node {
    make.map([
      "Effect": make.text("Allow"), "Principal": make.map(["Service": make.text(service)]), "Resource": arn,
      "Action": make.text(action),
      "Condition": make.map(["ArnEquals": make.map(["aws:SourceArn": source.arn])]),
    ])
  }

  private func permission(_ service: String) -> (String, String, Node)? {
    guard let function = destination.arn else { return nil }
    var sourceARN = source.arn
    if service.hasPrefix("apigateway") {
      sourceARN = make.sub(
        "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:"
          + "${SourceResourceId}/${SourceQualifier}",
        ["SourceResourceId": source.resourceID, "SourceQualifier": source.qualifier])
    } else if service.hasPrefix("appsync") {
      sourceARN = make.sub(
        "arn:${AWS::Partition}:appsync:${AWS::Region}:${AWS::AccountId}:apis/${SourceResourceId}",
        ["SourceResourceId": source.resourceID])
    }
    let account = service.hasPrefix("s3") ? make.sub("${AWS::AccountId}") : nil
    let permission = InvokePermission(principal: service, sourceARN: sourceARN, sourceAccount: account)
    return (
      "WriteLambdaPermission", "AWS::Lambda::Permission", permission.properties(function: function, make)
    )
  }

  private func rolePolicy(_ role: Node?, _ wanted: Set<String>) -> (String, String, Node)? {
    guard let role else { return nil }
    let statements = profile.statements.filter { wanted.contains($0.access) }.map { statement in
      make.map([
        "Effect": make.text("Allow"), "Action": make.texts(statement.actions),
        "Resource": make.list(statement.resources.compactMap(resource)),
      ])
    }
    let properties = make.map(["PolicyDocument": document(statements), "Roles": make.list([role])])
    return ("Policy", "AWS::IAM::ManagedPolicy", properties)
  }

  /// Fills a pattern of ``ConnectorTable``.
  private func resource(_ pattern: String) -> Node? {
    if pattern.hasPrefix("S") || pattern.hasPrefix("D") {
      let isSource = pattern.hasPrefix("S")
      guard let arn = isSource ? source.arn : destination.arn else { return nil }
      if pattern.count == 1 { return arn }
      let variable = isSource ? "SourceArn" : "DestinationArn"
      let text = make.text("${\(variable)}" + pattern.dropFirst())
      return make.call("Fn::Sub", make.list([text, make.map([Entry(variable, at: make.place, arn)])]))
    }
    let parts = pattern.split(separator: ":", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    let arn = "arn:${AWS::Partition}:\(parts[0]):${AWS::Region}:${AWS::AccountId}:\(parts[1])"
    guard arn.contains(":N:") else { return make.sub(arn) }
    return make.sub(
      arn.replacing(":N:", with: ":${DestinationName}:"), ["DestinationName": destination.name])
  }
}
