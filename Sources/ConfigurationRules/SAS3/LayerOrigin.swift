internal import ApplicationModel
internal import PolicyEngine

/// Who answers for a layer's code.
enum LayerOrigin: Hashable {
  case own
  case publisher(String)
  case stranger(account: String, layer: String)
  /// What the ARN or its account is written as.
  case unresolved(String)

  /// - Parameter trusted: Twelve-digit account numbers.
  init(_ layer: Value<Text>, trusted: Set<String>) {
    switch layer {
    case .absent:
      self = .own
    case .unresolved(let expression, _):
      // An export can only be imported within its own account.
      if case .otherStack = expression.origin {
        self = .own
      } else {
        self = .unresolved(expression.text)
      }
    case .known(let text, _):
      self.init(arn: text, trusted: trusted)
    }
  }

  private init(arn: Text, trusted: Set<String>) {
    if case .reference? = arn.parts.first {
      self = .own
      return
    }
    guard let account = arn.arnAccount else {
      let isExport =
        arn.expressions.first.map { if case .otherStack = $0.origin { true } else { false } } ?? false
      self = isExport ? .own : .unresolved(arn.pattern)
      return
    }
    guard let number = account.literal else {
      self = account.isOwnAccountNumber ? .own : .unresolved(arn.pattern)
      return
    }
    if trusted.contains(number) {
      self = .own
    } else if let publisher = Self.publishers[number] {
      self = .publisher(publisher)
    } else {
      let rest = arn.arnSegment(5)?.pattern.split(separator: ":").dropFirst().first.map(String.init)
      self = .stranger(account: number, layer: rest ?? arn.pattern)
    }
  }

  /// Accounts that the platform and makers of widely used tools publish layers from, by their own documentation.
  static let publishers: [String: String] = [
    "017000801446": "Powertools for AWS Lambda",
    "094274105915": "Powertools for AWS Lambda (TypeScript)",
    "580247275435": "AWS Lambda Insights",
    "901920570463": "AWS Distro for OpenTelemetry",
    "615299751070": "AWS Distro for OpenTelemetry",
    "336392948345": "AWS SDK for pandas",
    "753240598075": "AWS Lambda Web Adapter",
    // Parameters and Secrets extension, one account a region.
    "177933569100": "AWS Parameters and Secrets",
    "590474943231": "AWS Parameters and Secrets",
    "997803712105": "AWS Parameters and Secrets",
    "345057560386": "AWS Parameters and Secrets",
    "015030872274": "AWS Parameters and Secrets",
    "187925254637": "AWS Parameters and Secrets",
    "133490724326": "AWS Parameters and Secrets",
    "133256977650": "AWS Parameters and Secrets",
    // AppConfig extension, one account a region.
    "027255383542": "AWS AppConfig",
    "728743619870": "AWS AppConfig",
    "958113053741": "AWS AppConfig",
    "359756378197": "AWS AppConfig",
    "039592058896": "AWS AppConfig",
    "066940009817": "AWS AppConfig",
    "434848589818": "AWS AppConfig",
    "282860088358": "AWS AppConfig",
    "493207061005": "AWS AppConfig",
    "464622532012": "Datadog",
    "451483290750": "New Relic",
    "114300393969": "Lumigo",
    "943013980633": "Sentry",
    "725887861453": "Dynatrace",
    "269863060030": "Thundra",
    "267093732750": "Elastic",
    "184161586896": "OpenTelemetry",
    "634166935893": "HashiCorp Vault",
    "702835727665": "Honeycomb",
    "410797082306": "Instana",
    "254067382080": "Splunk",
    "534081306603": "Bref",
    "209497400698": "Bref",
  ]
}
