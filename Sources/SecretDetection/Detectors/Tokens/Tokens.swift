/// Tokens that are known by a form of their own, from their issuers' descriptions; one file per family.
enum Tokens {
  /// In the order in which the forms are tried; `nil` where the notation of a form is wrong.
  static let tables: [[TokenDetector?]] = [
    cloud, code, operations, intelligence, payments, messages, work, general,
  ]

  static let all: [TokenDetector] = tables.flatMap { $0.compactMap { $0 } }
}
