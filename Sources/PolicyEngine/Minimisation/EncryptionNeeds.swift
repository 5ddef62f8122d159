package import ApplicationModel

/// Actions on keys that follow from using something that is encrypted with a customer's key.
package enum EncryptionNeeds {
  /// - Parameter need: What is done, on a resource of the template or another.
  /// - Returns: Empty where the platform's own keys are used.
  package static func needs(for need: ActionNeed, in application: Application) -> [ActionNeed] {
    guard let use = uses[need.action.lowercased()] else { return [] }
    let actions = use == .read ? ["kms:Decrypt"] : ["kms:GenerateDataKey", "kms:Decrypt"]
    guard let id = need.resource.references.first?.id else {
      // Nobody can tell how what code uses elsewhere is encrypted; destinations are the template's own business.
      guard case .call = need.reason else { return [] }
      return actions.map { self.need($0, "arn:aws:kms:*:*:key/*", need, isConditional: true) }
    }
    if let key = key(of: id, in: application) {
      guard let text = key.value, !text.isPlatformKey else { return [] }
      let isAlias = text.leadingLiteral.contains("alias/")
      return actions.map { self.need($0, text.keyARN, need, isConditional: need.isConditional || isAlias) }
    }
    // The model says that a key is used, and not which.
    guard usesUnnamedKey(id, in: application) else { return [] }
    return actions.map { self.need($0, "arn:aws:kms:*:*:key/*", need, isConditional: true) }
  }

  private enum Use {
    case read
    case write
  }

  private static func need(
    _ action: String, _ key: Text, _ cause: ActionNeed, isConditional: Bool
  ) -> ActionNeed {
    ActionNeed(
      action: action, resource: key,
      reason: .platform("use what is encrypted: \(cause.action) on \(cause.resource)"),
      locations: cause.locations, isConditional: isConditional)
  }

  private static func key(of id: String, in application: Application) -> Value<Text>? {
    let key =
      application.queues.first { $0.id == id }?.key ?? application.topics.first { $0.id == id }?.key
      ?? application.secrets.first { $0.id == id }?.key
    return key.flatMap { $0.isAbsent ? nil : $0 }
  }

  private static func usesUnnamedKey(_ id: String, in application: Application) -> Bool {
    if let bucket = application.buckets.first(where: { $0.id == id }) {
      return bucket.encryption.value?.hasPrefix("aws:kms") ?? false
    }
    if let stream = application.streams.first(where: { $0.id == id }) {
      return stream.encryption.value == "KMS"
    }
    return false
  }

  private static let uses: [String: Use] = [
    "s3:getobject": .read, "s3:getobjectversion": .read, "s3:putobject": .write,
    "sqs:receivemessage": .read, "sqs:sendmessage": .write, "sns:publish": .write,
    "kinesis:getrecords": .read, "kinesis:subscribetoshard": .read, "kinesis:putrecord": .write,
    "kinesis:putrecords": .write,
    "secretsmanager:getsecretvalue": .read, "secretsmanager:putsecretvalue": .write,
    "secretsmanager:updatesecret": .write,
    "ssm:getparameter": .read, "ssm:getparameters": .read, "ssm:getparametersbypath": .read,
    "ssm:getparameterhistory": .read, "ssm:putparameter": .write,
  ]
}
