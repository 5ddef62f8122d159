internal import TaintEngine

/// Whether a call is made with the function's own role: clients may be given the credentials of another.
enum CallerCredentials {
  /// Whether the client of a call was made with credentials of its own.
  static func areGiven(to fact: CallFact) -> Bool {
    if let receiver = fact.receiver, areGiven(to: receiver, depth: 0) { return true }
    // `getSignedUrl(client, command)`, `paginateScan({client}, input)`.
    guard fact.callee.hasPrefix("@aws-sdk/"), let first = fact.argument(0) else { return false }
    return [first, first.fields["client"]].compactMap(\.self).contains { areGiven(to: $0, depth: 0) }
  }

  /// Calls whose SDK was told other credentials for all of its clients.
  static func areReplaced(in analysis: Analysis) -> (CallFact) -> Bool {
    let replaced = analysis.calls.compactMap { fact -> String? in
      switch fact.callee {
      case "boto3.setup_default_session":
        areForeign(fact.argument(named: "aws_access_key_id")) ? "boto3." : nil
      case "aws-sdk.config.update": areForeign(in: fact.argument(0)) ? "aws-sdk" : nil
      default: nil
      }
    }
    return { fact in replaced.contains { fact.callee.hasPrefix($0) } }
  }

  /// A client is found a few steps behind what it is used through.
  private static let depthLimit = 4

  private static func areGiven(to client: ValueFact, depth: Int) -> Bool {
    guard depth < depthLimit else { return false }
    if areForeign(client.fields["aws_access_key_id"]) { return true }
    let input = client.construction.first
    if areForeign(in: input) { return true }
    // A session's client, a document client around another, the client of an upload.
    let behind = client.maker + [input, input?.fields["client"], input?.fields["service"]].compactMap(\.self)
    return behind.contains { areGiven(to: $0, depth: depth + 1) }
  }

  private static func areForeign(in settings: ValueFact?) -> Bool {
    guard let settings else { return false }
    return areForeign(settings.fields["credentials"]) || areForeign(settings.fields["accessKeyId"])
  }

  /// Anything but what the platform gives the function, however it is fetched.
  private static func areForeign(_ credentials: ValueFact?) -> Bool {
    guard let credentials else { return false }
    if let key = credentials.fields["accessKeyId"] { return areForeign(key) }
    if let type = credentials.type, own.contains(where: type.contains) { return false }
    return !credentials.texts.contains { $0.parts == [.environmentVariable("AWS_ACCESS_KEY_ID")] }
  }

  private static let own = [
    "fromNodeProviderChain", "defaultProvider", "fromEnv", "EnvironmentCredentials", "config.credentials",
    "fromContainerMetadata",
  ]
}
