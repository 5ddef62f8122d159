/// What to write into a trust policy that lets too many in.
struct TrustCure: Hashable, Sendable {
  let advice: String
  let example: String
}

extension TrustCure {
  static let principal = TrustCure(
    advice: "Name the account, role or service that must assume the role.",
    example: """
      Principal:
        AWS: !Sub "arn:${AWS::Partition}:iam::${AWS::AccountId}:role/deploy"
      """)

  static let externalID = TrustCure(
    advice:
      "Demand an external id that the other account gives for you only, or tie it to your organisation.",
    example: condition("StringEquals", "sts:ExternalId", "!Ref ExternalId"))

  static let service = TrustCure(
    advice: "Let only the service assume the role that runs the function.",
    example: """
      Principal:
        Service: lambda.amazonaws.com
      """)

  static let identityPool = TrustCure(
    advice: "Compare the audience of the token with your identity pool.",
    example: condition("StringEquals", "cognito-identity.amazonaws.com:aud", "!Ref IdentityPool"))

  static func audience(of provider: String) -> TrustCure {
    TrustCure(
      advice: "Compare the token's audience with your application.",
      example: condition("StringEquals", "\(provider):aud", "!Ref ClientId"))
  }

  static func tokenSubject(of provider: String) -> TrustCure {
    TrustCure(
      advice: "Compare the subject of the token with those who must assume the role.",
      example: condition("StringEquals", "\(provider):sub", "!Ref Subject"))
  }

  private static func condition(_ operation: String, _ key: String, _ value: String) -> String {
    "Condition:\n  \(operation):\n    \(key): \(value)"
  }
}
