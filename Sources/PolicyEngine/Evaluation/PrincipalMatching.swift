internal import ApplicationModel

/// How a statement of a resource policy names the principal of a request; the most direct way counts.
enum PrincipalMatch: Int, Comparable {
  case none
  /// By the account: its policies decide.
  case account
  /// By everyone, or the ARN of a user or role.
  case direct
  /// By the session itself, which a boundary does not limit.
  case session

  static func < (left: PrincipalMatch, right: PrincipalMatch) -> Bool { left.rawValue < right.rawValue }
}

extension Principals {
  /// The match and how certain it is.
  func match(_ principal: RequestPrincipal) -> (kind: PrincipalMatch, truth: Truth) {
    switch self {
    case .absent: return (.none, .no)
    case .only(let list):
      let matches = list.map { $0.match(principal) }.filter { $0.truth != .no }
      return matches.max { ($0.truth, $0.kind) < ($1.truth, $1.kind) } ?? (.none, .no)
    case .allExcept(let list):
      let named = list.any { $0.match(principal).truth }
      return (.direct, !named)
    }
  }
}

extension Principal {
  fileprivate func match(_ principal: RequestPrincipal) -> (kind: PrincipalMatch, truth: Truth) {
    switch kind {
    case .anyone: (.direct, .yes)
    case .service: (.direct, named(principal, .service))
    case .federated: (.direct, named(principal, .federated))
    // A canonical user is an account under another name, which nothing here translates.
    case .canonicalUser: (.account, principal.kind == .service ? .no : .maybe)
    case .aws: aws(principal)
    }
  }

  private func named(_ principal: RequestPrincipal, _ kind: RequestPrincipal.Kind) -> Truth {
    guard principal.kind == kind, let name = principal.name else { return .no }
    return same(value, name)
  }

  /// No wildcards: a principal is one, or everyone.
  private func same(_ left: Text, _ right: Text) -> Truth {
    if left.isWildcard { return .yes }
    return PatternMatching.matchesText(
      left, right, context: RequestContext(isComplete: true), hasWildcards: false)
  }

  private func aws(_ principal: RequestPrincipal) -> (kind: PrincipalMatch, truth: Truth) {
    guard let arn = principal.arn else { return (.none, .no) }
    if let session = principal.session, same(value, session) == .yes { return (.session, .yes) }
    let exact = same(value, arn)
    if exact == .yes { return (.direct, .yes) }
    let byAccount = account(principal)
    return byAccount >= exact ? (.account, byAccount) : (.direct, exact)
  }

  /// `123456789012`, `arn:aws:iam::123456789012:root`, or the own account by a reference of the template.
  private func account(_ principal: RequestPrincipal) -> Truth {
    if value.isOwnAccountNumber { return principal.account == nil ? .yes : .maybe }
    guard let literal = value.literal else {
      let isRoot = value.arnSegment(5)?.literal == "root"
      return isRoot && value.belongsToOwnAccount ? (principal.account == nil ? .yes : .maybe) : .no
    }
    let number: String
    if literal.utf8.count == 12, literal.allSatisfy(\.isNumber) {
      number = literal
    } else if literal.hasPrefix("arn:"), literal.hasSuffix(":root"), let account = value.arnAccount?.literal {
      number = account
    } else {
      return .no
    }
    // An account whose number is not known may be this one.
    guard let own = principal.account else { return .maybe }
    return Truth(own == number)
  }
}
