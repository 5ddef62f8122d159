internal import ApplicationGraph
internal import ApplicationModel
internal import CodeAnalysis
internal import FindingModel
internal import RuleModel
internal import SecretDetection
internal import TaintEngine

extension Origin {
  /// The field of the event or request it is; `nil` for anything else.
  var inputPath: FieldPath? {
    switch kind {
    case .event(let path), .request(let path): path
    default: nil
    }
  }

  var isSentByCaller: Bool { inputPath != nil }

  /// The event itself, its records, or a part that holds everything a caller sent.
  var isWholeEvent: Bool {
    guard let path = inputPath else { return false }
    let names = path.components.filter { $0 != "[]" }
    switch names.count {
    case 0: return true
    case 1: return Self.wholes.contains(names[0])
    case 2:
      return ["Records", "records"].contains(names[0]) && ["body", "Sns", "kinesis"].contains(names[1])
    default: return false
    }
  }

  private static let wholes: Set<String> = [
    "Records", "body", "headers", "multiValueHeaders", "detail", "requestContext", "records",
  ]

  /// What of a person or a login the field holds, by its name; `nil` for a field of another name.
  var personalData: String? {
    guard let name = inputPath?.components.last(where: { $0 != "[]" })?.lowercased() else { return nil }
    let plain = name.filter { $0.isLetter || $0.isNumber }
    return Self.personalNames.first { plain == $0.name || ($0.isPart && plain.contains($0.name)) }?.what
  }

  /// Names of fields, letters and digits only; a part may stand inside a longer name.
  private static let personalNames: [(name: String, isPart: Bool, what: String)] = [
    ("password", true, "a password"), ("passwd", true, "a password"), ("pwd", false, "a password"),
    ("passphrase", true, "a password"), ("authorization", true, "a credential"),
    ("cookie", false, "a session"),
    ("cookies", false, "a session"), ("accesstoken", true, "a credential"),
    ("refreshtoken", true, "a credential"),
    ("idtoken", true, "a credential"), ("authorizationtoken", true, "a credential"),
    ("xapikey", false, "a credential"),
    ("apikey", false, "a credential"), ("clientsecret", true, "a credential"),
    ("ssn", false, "an identity number"),
    ("socialsecurity", true, "an identity number"), ("passport", true, "an identity number"),
    ("creditcard", true, "a card number"), ("cardnumber", true, "a card number"),
    ("cvv", false, "a card number"),
    ("cvc", false, "a card number"), ("iban", false, "an account number"), ("pin", false, "a password"),
    ("dateofbirth", true, "a date of birth"), ("dob", false, "a date of birth"),
    ("email", false, "a mail address"),
    ("emailaddress", true, "a mail address"), ("phonenumber", true, "a telephone number"),
  ]

  /// Whether the protocol lets no line break into the field: headers, and what the gateway says of the request.
  var hasNoLineBreaks: Bool {
    guard let names = inputPath?.components.filter({ $0 != "[]" }), let first = names.first else {
      return false
    }
    if names.contains(where: { $0.lowercased().hasSuffix("headers") }) { return true }
    if ["httpMethod", "routeKey", "version", "resource"].contains(first) { return true }
    return first == "requestContext" && !names.contains("authorizer")
  }

  /// A secret in the clear: from a secret store, or from a variable that is named for one.
  fileprivate var isNamedSecret: Bool {
    switch kind {
    case .secret: !isSignedAddress && !isTaskToken
    case .environmentVariable(let name): (SecretName.promise(of: name) ?? .key) > .key
    default: false
    }
  }

  /// An address that is signed for whoever gets it.
  var isSignedAddress: Bool { kind == .secret(what: Self.signedAddress) }

  var isRemote: Bool {
    if case .remote = kind { true } else { false }
  }

  var errorPart: ErrorPart? {
    if case .error(let part) = kind { part } else { nil }
  }

  /// `taskToken`, `TaskToken`: what ends a waiting step.
  var isTaskToken: Bool {
    if case .secret(let what) = kind { return what.hasPrefix(Self.taskToken) }
    return inputPath?.components.contains(where: Self.namesTaskToken) ?? false
  }
}

extension Flow {
  /// Whether the answer it goes into says, or looks as if, it is HTML.
  func isHTML(in code: FunctionCode) -> Bool {
    let answers = code.analysis.responses.filter { $0.location == location }
    // What a store or a server gave may be a list or record, which frameworks send as JSON; put into a text it is none.
    guard !answers.isEmpty else { return detail == "html" && (origin.isSentByCaller || !isWhole) }
    return answers.contains { answer in
      if answer.isPage { return true }
      let headers = answer.value.fields.first {
        $0.key.lowercased() == "headers" || $0.key == "multiValueHeaders"
      }?.value
      if let type = headers?.fields.first(where: { $0.key.lowercased() == "content-type" })?.value {
        let texts = type.texts + type.elements.flatMap(\.texts)
        return texts.contains { text in text.parts.contains { $0.mentions("html") } }
      }
      let body = answer.value.fields["body"] ?? answer.value
      return body.texts.contains { text in
        text.parts.contains {
          $0.mentions("<html") || $0.mentions("<body") || $0.mentions("<p>") || $0.mentions("<div")
            || $0.mentions("<h1")
        }
      }
    }
  }
}

extension TextPattern.Part {
  fileprivate func mentions(_ text: String) -> Bool {
    if case .literal(let piece) = self { piece.lowercased().contains(text) } else { false }
  }
}

extension RuleContext {
  /// Whether the function's answers leave the account: a request waits for them.
  func answersStrangers(_ function: Function) -> Bool {
    guard application.dialect.isTemplate else { return true }
    return function.triggers.contains { trigger in
      guard graph.exposurePath(of: trigger, in: function).exposure > .account else { return false }
      switch trigger.kind {
      case .restAPI, .httpAPI, .webSocketAPI, .functionURL, .loadBalancer, .graphQL, .edge, .agent,
        .voiceAssistant:
        return true
      default:
        return false
      }
    }
  }
}

extension Origin {
  /// A header in which callers name themselves.
  var isIdentityHeader: Bool {
    guard let path = inputPath, path.components.contains(where: { $0.lowercased().hasSuffix("headers") }),
      let name = path.components.last(where: { $0 != "[]" })?.lowercased()
    else { return false }
    return [
      "x-user-id", "x-userid", "x-user", "x-username", "x-user-name", "user-id", "userid", "x-account-id",
      "x-customer-id",
      "x-tenant-id", "x-tenant", "x-user-email", "x-email", "x-role", "x-user-role", "x-is-admin", "x-admin",
    ].contains(name)
  }
}

extension CallFact {
  /// Whether something that a caller sent is among what a call is given, or what its receiver was made of.
  var isAskedByCaller: Bool {
    arguments.contains { $0.value.isSentByCaller } || receiver?.isSentByCaller ?? false
  }
}

extension ValueFact {
  fileprivate var isSentByCaller: Bool {
    origins.contains(where: \.isSentByCaller) || fields.values.contains(where: \.isSentByCaller)
      || elements.contains(where: \.isSentByCaller) || construction.contains(where: \.isSentByCaller)
  }
}

extension FunctionUnderTest {
  /// Whether a value is a secret in the clear, by what it is named or by how the template fills the variable.
  func isSecret(_ origin: Origin, in context: RuleContext) -> Bool {
    if origin.isNamedSecret { return true }
    guard case .environmentVariable(let name) = origin.kind else { return false }
    return function.environment.contains { variable in
      variable.name == name && context.application.deployedSecret(in: variable.value) != nil
    }
  }

  /// Whether an authorizer tells the function who its callers are.
  func knowsCallers(in context: RuleContext) -> Bool {
    function.triggers.contains { trigger in
      switch trigger.authorizer {
      case .function, .userPool, .jwt: true
      default: false
      }
    }
  }
}
