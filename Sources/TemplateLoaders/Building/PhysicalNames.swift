internal import ApplicationModel
internal import FindingModel

/// Finds the resource that a written name or ARN means, so that both end as the same reference as `!Ref`.
struct PhysicalNames {
  /// `sqs:orders-${Stage}` → logical id.
  private var idsByServiceAndName: [String: String] = [:]
  /// Names that exactly one resource has.
  private var idsByName: [String: String?] = [:]

  /// ARN service and name property of each type whose ARN can be told from its name.
  private static let types: [String: (service: String, property: String)] = [
    "AWS::Lambda::Function": ("lambda", "FunctionName"),
    "AWS::S3::Bucket": ("s3", "BucketName"),
    "AWS::SQS::Queue": ("sqs", "QueueName"),
    "AWS::SNS::Topic": ("sns", "TopicName"),
    "AWS::DynamoDB::Table": ("dynamodb", "TableName"),
    "AWS::DynamoDB::GlobalTable": ("dynamodb", "TableName"),
    "AWS::Kinesis::Stream": ("kinesis", "Name"),
    "AWS::Events::EventBus": ("events", "Name"),
    "AWS::StepFunctions::StateMachine": ("states", "StateMachineName"),
    "AWS::IAM::Role": ("iam", "RoleName"),
    "AWS::SecretsManager::Secret": ("secretsmanager", "Name"),
    "AWS::SSM::Parameter": ("ssm", "Name"),
    "AWS::Logs::LogGroup": ("logs", "LogGroupName"),
  ]

  init(_ resources: [EvaluatedResource]) {
    for resource in resources {
      guard let (service, property) = Self.types[resource.identity.type],
        let name = resource.properties.text(property).value, !name.pattern.isEmpty
      else { continue }
      idsByServiceAndName["\(service):\(name.pattern)"] = resource.identity.id
      if let literal = name.literal {
        idsByName[literal] = idsByName[literal] == nil ? .some(resource.identity.id) : .some(nil)
      }
    }
  }

  var isEmpty: Bool { idsByServiceAndName.isEmpty }

  /// The one resource with a literal name, whatever its type.
  func reference(named name: String) -> ResourceReference? {
    guard name.utf8.count > 2, let id = idsByName[name] ?? nil else { return nil }
    return ResourceReference(id)
  }

  /// The text with an ARN that names a resource of the application replaced by a reference.
  func resolving(_ text: Text) -> Text {
    guard text.leadingLiteral.hasPrefix("arn:"), case .literal(let first)? = text.parts.first else {
      return text
    }
    let start = first.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
    guard start.count > 2 else { return text }
    let service = String(start[2])
    let pattern = text.pattern
    // The colons inside `${AWS::Region}` are not the ARN's.
    guard let resource = Self.resourcePart(of: pattern) else { return text }
    guard let (id, rest) = match(service: service, resource: resource) else { return text }
    return Text([.reference(ResourceReference(id, attribute: "Arn")), .literal(rest)])
  }

  private func match(service: String, resource: Substring) -> (id: String, rest: String)? {
    for prefix in [
      "", "function:", "table/", "stream/", "event-bus/", "stateMachine:", "role/", "secret:", "parameter",
      "log-group:",
    ]
    where resource.hasPrefix(prefix) {
      let name = resource.dropFirst(prefix.count)
      var end = name.endIndex
      while true {
        if let id = idsByServiceAndName["\(service):\(name[..<end])"] { return (id, String(name[end...])) }
        guard let cut = name[..<end].lastIndex(where: { "/:*-".contains($0) }), cut > name.startIndex else {
          break
        }
        end = cut
      }
    }
    return nil
  }

  private static func resourcePart(of pattern: String) -> Substring? {
    var colons = 0
    var depth = 0
    for index in pattern.indices {
      switch pattern[index] {
      case "{": depth += 1
      case "}": depth -= 1
      case ":" where depth == 0:
        colons += 1
        if colons == 5 { return pattern[pattern.index(after: index)...] }
      default: break
      }
    }
    return nil
  }
}

extension Resolved {
  /// The value with every ARN of a resource of the application replaced by a reference.
  func resolving(_ names: PhysicalNames) -> Resolved {
    switch content {
    case .text(let text):
      Resolved(.text(names.resolving(text)), at: location, isImplied: isImplied)
    case .list(let elements):
      Resolved(.list(elements.map { $0.resolving(names) }), at: location, isImplied: isImplied)
    case .map(let entries):
      Resolved(
        .map(entries.map { ResolvedEntry($0.key, at: $0.keyLocation, $0.value.resolving(names)) }),
        at: location,
        isImplied: isImplied)
    case .null, .unresolved: self
    }
  }
}
