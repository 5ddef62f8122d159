/// Who can make a function run, widest first.
package enum Exposure: Int, CaseIterable, Hashable, Sendable {
  /// No caller: only the platform's clock makes it run, or nothing at all.
  case nobody
  /// Only identities and services of the account that owns it.
  case account
  /// At least one other account.
  case otherAccount
  /// Anyone who can obtain credentials the application accepts.
  case authenticated
  /// Anyone at all.
  case internet

  package var name: String {
    switch self {
    case .nobody: "nobody"
    case .account: "account"
    case .otherAccount: "otherAccount"
    case .authenticated: "authenticated"
    case .internet: "internet"
    }
  }
}

extension Exposure: Comparable {
  package static func < (left: Exposure, right: Exposure) -> Bool { left.rawValue < right.rawValue }
}
