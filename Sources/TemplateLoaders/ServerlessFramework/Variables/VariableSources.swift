internal import Documents
internal import FindingModel

extension VariableResolver {
  /// What evaluating a variable gives.
  enum Outcome {
    /// The value, which may itself be a variable that stays unresolved.
    case value(Node)
    /// Known only outside the files.
    case unresolved(kind: String)
    /// Not there: a fallback may take its place. Without a reason it is not worth a remark.
    case missing(kind: String, reason: String?)
    /// No variable of the framework after all, as `${aws:username}` of a policy.
    case foreign
  }

  /// `type(parameters):address`.
  struct Source {
    let type: String
    let parameters: String?
    let address: String
  }

  mutating func outcome(of variable: VariableText.Variable, at place: SourceLocation) -> Outcome {
    var last: Outcome?
    for (position, source) in variable.sources.enumerated() {
      let isLast = position == variable.sources.count - 1
      let outcome = outcome(ofSource: source, at: place)
      switch outcome {
      case .value(let node) where node.isNull && !isLast: last = last ?? outcome
      case .value, .unresolved: return outcome
      case .foreign where position == 0: return outcome
      case .foreign: break
      case .missing: last = last ?? outcome
      }
    }
    return last ?? .missing(kind: "self", reason: "it names no source")
  }

  private mutating func outcome(ofSource parts: [VariableText.Part], at place: SourceLocation) -> Outcome {
    let parts = parts.filter { part in
      guard case .text(let text) = part else { return true }
      return !text.allSatisfy(\.isWhitespace)
    }
    if parts.count == 1, case .variable(let inner) = parts[0] {
      let outcome = outcome(of: inner, at: place)
      guard case .foreign = outcome else { return outcome }
      return .value(.string(inner.text, at: place, isImplied: false))
    }
    var text = ""
    for part in parts {
      switch part {
      case .text(let plain): text += plain
      case .variable(let inner):
        switch outcome(of: inner, at: place) {
        case .value(let node):
          if let kind = UnresolvedVariable.kind(of: node) { return .unresolved(kind: kind) }
          guard let known = node.text else {
            return .missing(kind: "self", reason: "'\(inner.text)' is no text")
          }
          text += known
        case .foreign: text += inner.text
        case .unresolved(let kind): return .unresolved(kind: kind)
        case .missing(let kind, let reason): return .missing(kind: kind, reason: reason)
        }
      }
      guard text.utf8.count <= limits.text else { return .unresolved(kind: "limit") }
    }
    return outcome(ofText: text.trimmed, at: place)
  }

  private mutating func outcome(ofText text: String, at place: SourceLocation) -> Outcome {
    if let literal = Self.literal(text, at: place) { return .value(literal) }
    guard let source = Self.source(text) else {
      return .missing(kind: "self", reason: "'\(text)' is neither a source nor a literal")
    }
    switch source.type {
    case "self": return own(source.address)
    case "opt":
      guard let value = options.options[source.address] else {
        return .missing(kind: "opt", reason: "the option --\(source.address) is not given")
      }
      return .value(.string(value, at: place, isImplied: false))
    case "env":
      guard let value = options.environment[source.address] else { return .missing(kind: "env", reason: nil) }
      return .value(.string(value, at: place, isImplied: false))
    case "file": return file(source, at: place)
    case "param": return parameter(source.address, at: place)
    case "sls": return framework(source.address, at: place)
    case "aws": return account(source.address, at: place)
    case "strToBool": return boolean(source.parameters ?? source.address, at: place)
    case "s3" where !source.address.contains("/"): return .foreign
    case "ssm", "cf", "s3", "git", "terraform", "vault", "doppler", "secrets", "output", "state":
      return .unresolved(kind: source.type)
    default: return unknown(source, at: place)
    }
  }

  /// A quoted text, a number, a boolean or null.
  static func literal(_ text: String, at place: SourceLocation) -> Node? {
    guard let first = text.first else { return nil }
    if first == "'" || first == "\"" {
      guard text.count >= 2, text.last == first else { return nil }
      return .string(String(text.dropFirst().dropLast()), at: place, isImplied: false)
    }
    let scalar = YAMLScalars.resolve(text, isPlain: true, tag: nil)
    switch scalar.kind {
    case .string: return nil
    // `yes` and `on` are no literals of variables, whatever YAML says.
    case .boolean where text != "true" && text != "false": return nil
    case .null where text != "null": return nil
    case .integer, .number, .boolean, .null: return Node(.scalar(scalar), at: place)
    }
  }

  static func source(_ text: String) -> Source? {
    guard let mark = text.firstIndex(where: { $0 == ":" || $0 == "(" }), mark > text.startIndex else {
      return nil
    }
    let type = String(text[..<mark]).trimmed
    guard type.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") }) else {
      return nil
    }
    if text[mark] == ":" {
      return Source(type: type, parameters: nil, address: String(text[text.index(after: mark)...]).trimmed)
    }
    // A path may hold parentheses itself: the last one ends the parameters, unless an address follows.
    guard let close = text.firstRange(of: "):")?.lowerBound ?? text.lastIndex(of: ")"), close > mark else {
      return nil
    }
    let parameters = String(text[text.index(after: mark)..<close]).trimmed
    let rest = text[text.index(after: close)...].drop { $0 == ":" || $0.isWhitespace }
    return Source(type: type, parameters: parameters, address: String(rest).trimmed)
  }
}

// MARK: - Sources

extension VariableResolver {
  private mutating func own(_ address: String) -> Outcome {
    switch address {
    case "": return .value(service)
    case "service", "service.name": return serviceName(address)
    default: break
    }
    switch walk(address.split(separator: ".", omittingEmptySubsequences: false), from: service) {
    case .found(let node): return .value(node)
    case .unresolved(let kind): return .unresolved(kind: kind)
    case .missing:
      // Versions 1 and 2 fill these in before variables are resolved.
      if address == "provider.stage" { return .value(.string("dev", at: service.location)) }
      if address == "provider.region" { return .value(.string("us-east-1", at: service.location)) }
      return .missing(kind: "self", reason: "the service has no '\(address)'")
    }
  }

  /// `service` is a name, or in versions 1 and 2 a map with a name; both addresses lead to it.
  private mutating func serviceName(_ address: String) -> Outcome {
    guard let node = service["service"] else {
      return .missing(kind: "self", reason: "the service has no name")
    }
    let value = value(of: node)
    guard value.isMapping, value.intrinsic == nil else { return .value(value) }
    guard let name = value["name"] else { return .missing(kind: "self", reason: "the service has no name") }
    return .value(self.value(of: name))
  }

  /// The stage: the option, what the provider says, or `dev`; unresolved where the provider's is.
  mutating func stage(at place: SourceLocation) -> Node {
    if let stage = options.options["stage"] { return .string(stage, at: place, isImplied: false) }
    return providerText("stage", default: "dev", at: place)
  }

  mutating func region(at place: SourceLocation) -> Node {
    if let region = options.options["region"] { return .string(region, at: place, isImplied: false) }
    return providerText("region", default: "us-east-1", at: place)
  }

  private mutating func providerText(_ key: String, default fallback: String, at place: SourceLocation)
    -> Node
  {
    switch walk(["provider", Substring(key)], from: service) {
    case .found(let node) where node.text?.isEmpty == false || node.intrinsic != nil: return node
    case .found, .missing: return .string(fallback, at: place)
    case .unresolved(let kind):
      return UnresolvedVariable.node(kind: kind, expression: "${self:provider.\(key)}", at: place)
    }
  }

  private mutating func framework(_ address: String, at place: SourceLocation) -> Outcome {
    switch address {
    case "stage": return .value(stage(at: place))
    case "instanceId": return .unresolved(kind: "sls")
    default: return .missing(kind: "sls", reason: "the framework has no '\(address)'")
    }
  }

  private mutating func account(_ address: String, at place: SourceLocation) -> Outcome {
    switch address {
    case "region": return .value(region(at: place))
    // The account whose credentials deploy is the one the stack stands in.
    case "accountId": return .value(Draft.ref("AWS::AccountId").node(at: place))
    default: return .foreign
    }
  }

  private func boolean(_ text: String, at place: SourceLocation) -> Outcome {
    switch text.lowercased().trimmingQuotes {
    case "true", "1": return .value(.boolean(true, at: place, isImplied: false))
    case "false", "0", "": return .value(.boolean(false, at: place, isImplied: false))
    default: return .missing(kind: "strToBool", reason: "'\(text)' is neither true nor false")
    }
  }

  /// Policies of the platform have variables of the same form, `${iot:Connection.Thing.ThingName}`.
  private static let policyVariables: Set<String> = [
    "accounts", "cognito-identity", "dynamodb", "ec2", "iam", "iot", "jwt", "kms", "redshift", "saml", "sns",
    "sqs",
    "sts", "transfer",
  ]

  private mutating func unknown(_ source: Source, at place: SourceLocation) -> Outcome {
    if Self.policyVariables.contains(source.type) { return .foreign }
    problems.once(
      "source " + source.type, at: place, "'\(source.type)' is no source of variables that is known here",
      isError: false)
    return .unresolved(kind: source.type)
  }
}

extension String {
  var trimmed: String {
    guard let start = firstIndex(where: { !$0.isWhitespace }),
      let end = lastIndex(where: { !$0.isWhitespace })
    else {
      return ""
    }
    return String(self[start...end])
  }

  var trimmingQuotes: String {
    guard count >= 2, let first, first == last, first == "'" || first == "\"" else { return self }
    return String(dropFirst().dropLast())
  }
}
