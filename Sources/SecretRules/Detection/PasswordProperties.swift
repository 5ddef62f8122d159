internal import SecretDetection
internal import ApplicationModel
internal import SecretDetection

/// Properties that hold a secret by the platform's schema.
enum PasswordProperties {
  /// The secret that a literal of the template is because of where it stands.
  static func secret(at text: TemplateText) -> DetectedSecret? {
    guard let literal = text.text.literal, let key = text.keys.last, !isElsewhere(text),
      isPassword(key.lowercased(), in: text)
    else { return nil }
    if key == "SecretString" { return SecretString.secret(in: literal) }
    guard !literal.isEmpty, !SecretValue.isPath(asReference: literal) else { return nil }
    return DetectedSecret(.password, literal)
  }

  private static func isPassword(_ key: String, in text: TemplateText) -> Bool {
    if unambiguous.contains(key) { return true }
    switch text.resource.type {
    case "AWS::CloudFormation::Stack", "AWS::Serverless::Application":
      // The parameters of another template, known by name only.
      guard text.keys.first == "Parameters", let name = text.keys.last, let literal = text.text.literal else {
        return false
      }
      return NamedSecret.confidence(name: name, value: literal) != nil
    default:
      return byType[text.resource.type]?.contains(key) ?? false
    }
  }

  /// Places where a key of that name describes a request, an input or a condition and holds no secret.
  private static func isElsewhere(_ text: TemplateText) -> Bool {
    text.keys.contains(where: places.contains)
  }

  private static let places: Set<String> = [
    "Environment", "Body", "DefinitionBody", "Definition", "RequestTemplates", "RequestParameters",
    "ResponseParameters", "Condition", "Metadata", "Tags", "PolicyDocument", "StageVariables", "Variables",
    "EventPattern", "InputTransformer", "Schema",
    // `RefreshToken: hours` of a Cognito client.
    "TokenValidityUnits",
  ]

  /// In lower case.
  private static let unambiguous: Set<String> = [
    "adminuserpassword", "apikeyvalue", "authtoken", "clientsecret", "client_secret", "hectoken",
    "masteruserpassword", "masterpassword", "memberpassword", "oauthtoken", "presharedkey", "refreshtoken",
    "secretstring", "adminpassword",
  ]

  private static let byType: [String: Set<String>] = [
    "AWS::AmazonMQ::Broker": ["password"],
    "AWS::Amplify::App": ["accesstoken", "password"],
    "AWS::Amplify::Branch": ["password"],
    "AWS::CodeBuild::SourceCredential": ["token"],
    "AWS::CodePipeline::Webhook": ["secrettoken"],
    "AWS::DMS::Endpoint": ["password"],
    "AWS::DirectoryService::MicrosoftAD": ["password"],
    "AWS::DirectoryService::SimpleAD": ["password"],
    "AWS::ElastiCache::User": ["passwords"],
    "AWS::Events::Connection": ["password", "clientsecret", "apikeyvalue"],
    "AWS::Glue::Connection": ["password"],
    "AWS::IAM::User": ["password"],
    "AWS::KinesisFirehose::DeliveryStream": ["password", "accesskey"],
    "AWS::MemoryDB::User": ["passwords"],
    "AWS::OpsWorks::App": ["password", "sshkey"],
    "AWS::Pinpoint::GCMChannel": ["apikey"],
    "AWS::Transfer::User": ["password"],
  ]
}

/// The value of a `AWS::SecretsManager::Secret`: a text, or JSON with fields.
private enum SecretString {
  /// - Returns: `nil` where every field is a placeholder or no secret by its name.
  static func secret(in value: String) -> DetectedSecret? {
    guard value.contains("{"), value.contains(":") else {
      return value.isEmpty || SecretValue.isPlaceholder(value) ? nil : DetectedSecret(.password, value)
    }
    let pairs = fields(of: value)
    let secret = pairs.first { name, field in
      !descriptive.contains(name.lowercased()) && !field.isEmpty && !SecretValue.isPlaceholder(field)
        && SecretName.promise(of: name) != nil && !SecretValue.isPath(asReference: field)
    }
    return secret.map { DetectedSecret(.password, $0.value) }
  }

  private static let descriptive: Set<String> = ["username", "user", "host", "port", "engine", "dbname"]

  /// `"name": "value"` pairs of flat JSON; whatever is nested or escaped is left out.
  private static func fields(of json: String) -> [(name: String, value: String)] {
    let quoted = json.prefix(10_000).split(separator: "\"", omittingEmptySubsequences: false)
    // Odd pieces stand inside quotes; a colon alone joins a name and its value.
    return stride(from: 1, to: quoted.count - 2, by: 2).compactMap { index in
      let joint = quoted[index + 1].filter { !$0.isWhitespace }
      return joint == ":" ? (String(quoted[index]), String(quoted[index + 2])) : nil
    }
  }
}

extension SecretValue {
  /// Text that the platform replaces, or an ARN.
  static func isPath(asReference value: String) -> Bool {
    value.hasPrefix("arn:") || value.contains("{{resolve:") || value.contains("${")
  }
}
