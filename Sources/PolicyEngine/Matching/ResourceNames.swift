package import ApplicationModel

/// What references to a template's resources stand for, so that `!GetAtt Table.Arn` can be compared with an ARN.
package struct ResourceNames: Sendable {
  /// Type by logical id.
  private let types: [String: String]
  /// Which resources have names that the template chooses.
  private let chosen: ChosenNames

  package init() { self.init(types: [:]) }

  package init(_ application: Application) {
    let types = Dictionary(application.resources.map { ($0.id, $0.type) }) { first, _ in first }
    self.types = types
    chosen = ChosenNames(application, types: types)
  }

  /// - Parameter types: The platform's type by logical id.
  package init(types: [String: String]) {
    self.types = types
    chosen = ChosenNames()
  }

  /// An ARN in which a name that the template gives to a resource is a reference to the resource.
  package func identified(_ text: Text) -> Text { chosen.identified(text) }

  /// The text with each reference that stands for an ARN spelt out, the resource's name kept as a reference.
  ///
  /// The partition becomes `aws`: nobody has resources in two, so it is never what two ARNs differ in.
  package func normalised(_ text: Text) -> Text {
    if text.parts.count < 2, text.reference == nil, !text.leadingLiteral.hasPrefix("arn:") { return text }
    return Text(named(text).parts.flatMap(spelled))
  }

  package func normalised(_ statement: Statement) -> Statement {
    Statement(
      sid: statement.sid, effect: statement.effect, actions: statement.actions,
      resources: normalised(statement.resources), principals: statement.principals,
      conditions: statement.conditions, location: statement.location, isImplied: statement.isImplied)
  }

  private func normalised(_ matchers: Matchers) -> Matchers {
    switch matchers {
    case .absent: .absent
    case .only(let texts): .only(texts.map { Located(normalised($0.value), at: $0.location) })
    case .allExcept(let texts): .allExcept(texts.map { Located(normalised($0.value), at: $0.location) })
    }
  }

  /// The text with an ARN around a resource's name replaced by the reference that gives the ARN.
  ///
  /// `arn:aws:sqs:*:*:${Queue}` is `${Queue.Arn}`: shorter, and no account or region is left open.
  package func named(_ text: Text) -> Text {
    let text = identified(text)
    guard
      let index = text.parts.firstIndex(where: { if case .reference = $0 { true } else { false } }),
      index > 0,
      case .reference(let reference) = text.parts[index], reference.attribute == nil,
      let shape = types[reference.id].flatMap(ARNShape.init),
      let attribute = shape.attribute(givingARNBehind: Text(Array(text.parts[..<index])))
    else { return text }
    let arn = Text.Part.reference(ResourceReference(reference.id, attribute: attribute.name))
    return Text([arn] + text.parts[(index + 1)...])
  }

  /// The ARN of a resource; `nil` if its type is not known.
  package func arn(of id: String) -> Text? {
    guard let type = types[id], let shape = ARNShape(type: type) else { return nil }
    return Text(shape.parts(id: id))
  }

  private func spelled(_ part: Text.Part) -> [Text.Part] {
    if case .open(let expression) = part, expression.origin == .pseudoParameter("AWS::Partition") {
      return [.literal("aws")]
    }
    guard case .reference(let reference) = part, let type = types[reference.id],
      let shape = ARNShape(type: type), shape.isARN(reference.attribute)
    else { return [part] }
    return shape.parts(id: reference.id)
  }
}

/// How ARNs of a type look, and which attributes give them.
struct ARNShape {
  /// Service prefix and the text between the account and the name.
  let service: String
  let before: String
  private let after: String
  private let hasRegion: Bool
  private let hasAccount: Bool
  private let refIsARN: Bool

  init?(type: String) {
    guard let entry = Self.entries[type] else { return nil }
    (service, before, after) = (entry.service, entry.before, entry.after)
    hasRegion = !["s3", "iam"].contains(service)
    hasAccount = service != "s3"
    refIsARN = entry.refIsARN
  }

  func isARN(_ attribute: String?) -> Bool {
    guard let attribute else { return refIsARN }
    return attribute == "Arn" || attribute == "TopicArn"
  }

  /// The attribute that gives the whole ARN, if a text is just what stands before the name in it.
  func attribute(givingARNBehind text: Text) -> (name: String?, isRef: Bool)? {
    // Names of parameters may start with the slash that stands before them.
    guard after.isEmpty, service != "ssm", text.leadingLiteral.hasPrefix("arn:"),
      Glob("arn:*:\(service):\(hasRegion ? "*" : ""):\(hasAccount ? "*" : ""):\(before)").matches(text.glob)
    else { return nil }
    return (refIsARN ? nil : "Arn", refIsARN)
  }

  func parts(id: String) -> [Text.Part] {
    func pseudo(_ name: String) -> Text.Part {
      .open(Expression("AWS::\(name)", origin: .pseudoParameter("AWS::\(name)")))
    }
    var parts: [Text.Part] = [.literal("arn:aws:\(service):")]
    if hasRegion { parts.append(pseudo("Region")) }
    parts.append(.literal(":"))
    if hasAccount { parts.append(pseudo("AccountId")) }
    parts += [.literal(":\(before)"), .reference(ResourceReference(id)), .literal(after)]
    return parts
  }

  private struct Entry {
    let service: String
    var before = ""
    var after = ""
    var refIsARN = false
  }

  private static let entries: [String: Entry] = [
    "AWS::S3::Bucket": Entry(service: "s3"),
    "AWS::DynamoDB::Table": Entry(service: "dynamodb", before: "table/"),
    "AWS::DynamoDB::GlobalTable": Entry(service: "dynamodb", before: "table/"),
    "AWS::SQS::Queue": Entry(service: "sqs"),
    "AWS::SNS::Topic": Entry(service: "sns", refIsARN: true),
    "AWS::Lambda::Function": Entry(service: "lambda", before: "function:"),
    "AWS::Kinesis::Stream": Entry(service: "kinesis", before: "stream/"),
    "AWS::KinesisFirehose::DeliveryStream": Entry(service: "firehose", before: "deliverystream/"),
    "AWS::Events::EventBus": Entry(service: "events", before: "event-bus/"),
    "AWS::Events::Rule": Entry(service: "events", before: "rule/"),
    "AWS::StepFunctions::StateMachine": Entry(service: "states", before: "stateMachine:", refIsARN: true),
    "AWS::SecretsManager::Secret": Entry(service: "secretsmanager", before: "secret:", refIsARN: true),
    "AWS::SSM::Parameter": Entry(service: "ssm", before: "parameter/"),
    "AWS::KMS::Key": Entry(service: "kms", before: "key/"),
    "AWS::Logs::LogGroup": Entry(service: "logs", before: "log-group:", after: ":*"),
    "AWS::IAM::Role": Entry(service: "iam", before: "role/"),
    "AWS::Cognito::UserPool": Entry(service: "cognito-idp", before: "userpool/"),
  ]
}
