package import ApplicationModel
package import FindingModel

/// Whom a resource policy lets in.
package enum Audience: Hashable, Sendable {
  case anyone
  /// An account that is not, or need not be, the owner's; the text is what names it.
  case otherAccount(Text)
  case ownAccount
  /// An AWS service; `restriction` is `nil` if it may act for any customer.
  case service(String, restriction: Restriction?)
  case federated(Text)
  /// Anyone within a network or with a token.
  case restricted(Restriction)
}

/// A way in that a resource policy opens.
package struct Opening: Hashable, Sendable {
  package let statement: Statement
  package let audience: Audience
  package let location: SourceLocation

  package init(statement: Statement, audience: Audience, location: SourceLocation) {
    self.statement = statement
    self.audience = audience
    self.location = location
  }
}

extension PolicyDocument {
  /// Ways in for an action; what its `Deny` statements close is left out.
  ///
  /// - Parameter action: One action of the resource's service; `nil` for any.
  package func openings(for action: String? = nil) -> [Opening] {
    statements.filter { statement in
      statement.allows && (action.map(statement.covers(action:)) ?? true)
    }.flatMap { statement in
      statement.audiences.compactMap { audience, location in
        let remaining = audience.narrowed(by: denials(covering: statement, action: action))
        return remaining.map { Opening(statement: statement, audience: $0, location: location) }
      }
    }
  }

  /// `Deny` statements for everyone that cover all a statement allows, or the action asked for.
  private func denials(covering allowed: Statement, action: String?) -> [Statement] {
    statements.filter { statement in
      guard statement.denies, statement.isForEveryone, statement.coversResources(of: allowed) else {
        return false
      }
      if statement.coversEveryAction { return true }
      if let action { return statement.covers(action: action) }
      guard case .only(let patterns) = allowed.actions else { return false }
      return patterns.allSatisfy { $0.value.literal.map(statement.covers(action:)) ?? false }
    }
  }
}

extension Statement {
  package var isForEveryone: Bool {
    switch principals {
    case .absent: false
    case .only(let list): list.contains { $0.kind == .anyone }
    // Everybody but a few; for an Allow this lets strangers in.
    case .allExcept: true
    }
  }

  /// The audience of each principal, conditions taken into account, without regard to other statements.
  package var audiences: [(audience: Audience, location: SourceLocation)] {
    switch principals {
    case .absent: []
    case .allExcept: [(restricted(.anyone), location)]
    case .only(let list): list.map { (restricted($0.audience), $0.location) }
    }
  }

  private func restricted(_ audience: Audience) -> Audience {
    // Conditions are joined by "and": each narrows further; the narrowest known one names the audience.
    conditions.compactMap(\.restriction).reduce(audience) { $0.narrowed(by: $1) }
  }
}

extension Principal {
  fileprivate var audience: Audience {
    switch kind {
    case .anyone: .anyone
    case .service: .service(value.pattern, restriction: nil)
    case .federated: .federated(value)
    case .canonicalUser: value.reference == nil ? .otherAccount(value) : .ownAccount
    case .aws: value.isOwnAccountNumber || value.belongsToOwnAccount ? .ownAccount : .otherAccount(value)
    }
  }
}

extension Audience {
  func narrowed(by restriction: Restriction) -> Audience {
    switch (self, restriction) {
    case (.anyone, .ownAccount), (.restricted, .ownAccount): .ownAccount
    // An account that is named by a bucket's ARN or an organisation may be the own one.
    case (.otherAccount, .ownAccount): .ownAccount
    case (.anyone, .others(let texts)), (.restricted(.network), .others(let texts)),
      (.restricted(.services), .others(let texts)):
      texts.first.map { .otherAccount($0) } ?? self
    case (.anyone, _): .restricted(restriction)
    case (.service(let name, _), .ownAccount): .service(name, restriction: .ownAccount)
    case (.service(let name, let before), _): .service(name, restriction: before ?? restriction)
    default: self
    }
  }

  /// What is left of an audience after denials; `nil` for nobody.
  fileprivate func narrowed(by denials: [Statement]) -> Audience? {
    var audience = self
    for denial in denials {
      if denial.conditions.isEmpty {
        if case .allExcept = denial.principals { continue }
        return nil
      }
      // Several conditions deny only where all hold, so each alone leaves more people in.
      guard denial.conditions.count == 1, let left = denial.conditions[0].restrictionOfDenial else {
        continue
      }
      audience = audience.narrowed(by: left)
    }
    return audience
  }

  /// Whether people outside the owner's account, whoever they are, get in.
  package var isPublic: Bool { self == .anyone }
}
