@testable import SecretDetection

extension SecretVector {
  static let general: [SecretVector] = [
    SecretVector(.ageKey, "token") {
      "AGE-SECRET-KEY-1" + $0.characters(58, of: "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L")
    },
    SecretVector(.webToken, "HS256") {
      $0.webToken("HS256", #"{"sub":"\#($0.uuid())","iat":1700000000}"#, signature: 32)
    },
    SecretVector(.webToken, "RS256") {
      $0.webToken("RS256", #"{"iss":"https://login.shop.dev","exp":1900000000}"#, signature: 256)
    },
    SecretVector(.webToken, "ES256") {
      $0.webToken("ES256", #"{"sub":"\#($0.lower(20))","scope":"all"}"#, signature: 64)
    },
    SecretVector(.supabaseServiceKey, "token") {
      $0.webToken(
        "HS256", #"{"iss":"supabase","ref":"\#($0.lower(20))","role":"service_role","iat":1700000000}"#,
        signature: 32)
    },
    SecretVector(.wireGuardKey, named: "WIREGUARD_PRIVATE_KEY") { $0.base64(43) + "=" },
    SecretVector(.namedSecret, named: "SESSION_SECRET") { $0.alnum(32) },
    SecretVector(.namedSecret, named: "SHOP_API_TOKEN") { $0.hex(48) },
    SecretVector(.password, named: "dbPassword") { $0.alnum(9) + "!" + $0.digits(3) },
    SecretVector(.namedSecret, named: "clientSecret") { $0.word(36) },
  ]
}
