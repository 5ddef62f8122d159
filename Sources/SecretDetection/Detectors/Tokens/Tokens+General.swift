extension Tokens {
  static let general: [TokenDetector?] = [
    TokenDetector(.ageKey, "AGE-SECRET-KEY-1{bech32:58}")
  ]
}
