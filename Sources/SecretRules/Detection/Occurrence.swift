internal import SecretDetection
internal import ApplicationGraph
internal import ApplicationModel
internal import FindingModel
internal import RuleModel
internal import SecretDetection

/// A place of the template where a secret stands.
struct Occurrence {
  let secret: DetectedSecret
  let subject: Subject
  /// Logical id of the resource; `nil` for parameters and outputs.
  let resource: String?
  /// What holds it, `the variable 'STRIPE_KEY' of 'Pay'`.
  let place: String
  let keys: [String]
  let location: SourceLocation
}

extension RuleContext {
  /// Every secret that is recognised by its form or by the platform's schema.
  var hardcodedSecrets: [Occurrence] {
    application.texts.flatMap(occurrences) + application.parameters.flatMap(occurrences)
      + application.outputs.flatMap(occurrences)
  }

  private func occurrences(in text: TemplateText) -> [Occurrence] {
    var secrets = text.text.detectedSecrets(today: asOf)
    if let key = text.keys.last, let literal = text.text.literal,
      AWSSecret.isOne(literal, name: key)
    {
      secrets.append(DetectedSecret(.awsSecretKey, literal))
    }
    if secrets.isEmpty, let password = PasswordProperties.secret(at: text) { secrets = [password] }
    guard !secrets.isEmpty else { return [] }
    let subject =
      graph.resource(text.resource.id)?.subject
      ?? .resource(name: text.resource.name, type: text.resource.type)
    return secrets.map {
      Occurrence(
        secret: $0, subject: subject, resource: text.resource.id, place: text.place, keys: text.keys,
        location: text.location)
    }
  }

  private func occurrences(in parameter: TemplateParameter) -> [Occurrence] {
    guard case .known(let text, let location) = parameter.defaultValue else { return [] }
    return text.detectedSecrets(today: asOf).map {
      Occurrence(
        secret: $0, subject: .parameter(name: parameter.name), resource: nil,
        place: "the default of the parameter '\(parameter.name)'", keys: ["Default"], location: location)
    }
  }

  private func occurrences(in output: TemplateOutput) -> [Occurrence] {
    guard case .known(let text, let location) = output.value else { return [] }
    return text.detectedSecrets(today: asOf).map {
      Occurrence(
        secret: $0, subject: .resource(name: output.name, type: "Output"), resource: nil,
        place: "the output '\(output.name)'", keys: ["Value"], location: location)
    }
  }
}

extension Text {
  /// Secrets in the literal parts; what is open may be anything and is nobody's literal.
  func detectedSecrets(today: CalendarDate) -> [DetectedSecret] {
    parts.flatMap { part -> [DetectedSecret] in
      if case .literal(let text) = part { SecretScanner.secrets(in: text, today: today) } else { [] }
    }
  }
}

extension TemplateText {
  fileprivate var place: String {
    let key = keys.last ?? "a property"
    if keys.contains("Environment"), keys.contains("Variables") {
      return "the variable '\(key)' of '\(resource.name)'"
    }
    return "'\(key)' of '\(resource.name)'"
  }
}
