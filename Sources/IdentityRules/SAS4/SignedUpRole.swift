internal import ApplicationGraph
package import ApplicationModel
package import FindingModel
internal import PolicyEngine
package import RuleModel

/// Roles with broad rights for users whom nobody had to invite.
package struct SignedUpRole: SubjectRule {
  package static let metadata = RuleMetadata(
    id: "sas4-signed-up-role", risk: .overPrivilegedRoles, title: "Everyone who signs up gets broad rights",
    severity: .high, weaknesses: [250, 269],
    rationale: """
      An identity pool gives its users temporary credentials of your account, with the rights of the role for \
      signed-in users. Where anyone may sign up, or sign in with an account of a public provider, that role is \
      one form away from the whole internet: its rights can be used directly, without any of your code.
      """,
    blindSpots: """
      Rights count that reach every resource of a kind, or the whole of a service on named ones. Rights on \
      named resources that every user is meant to have pass, and so do those for Cognito itself. A user pool \
      from elsewhere leaves it open who may sign up. Checks by triggers of the user pool, such as one that \
      admits only certain addresses, are not read. Role mappings by rules are not followed.
      """,
    remediation: Remediation(
      "Give signed-in users only what they may do with their own data, or let only administrators create users.",
      snippets: [
        .cloudFormation: """
        - Effect: Allow
          Action: [s3:GetObject, s3:PutObject]
          Resource: !Sub "${Uploads.Arn}/${!cognito-identity.amazonaws.com:sub}/*"
        """
      ]),
    references: [
      "https://docs.aws.amazon.com/cognito/latest/developerguide/role-based-access-control.html",
      "https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html",
    ])

  package init() {}

  package func subjects(in application: Application) -> [IdentityPool] { application.identityPools }

  package func evaluate(_ pool: IdentityPool, in context: RuleContext) -> Verdict {
    guard let role = pool.authenticatedRole.value?.reference.flatMap({ context.graph.role($0.id) }) else {
      return .notApplicable
    }
    guard let excess = role.excessOfUsers else { return .pass }
    switch pool.entry(in: context.application) {
    case .invitation: return .pass
    case .unknown(let reason, let location): return .undetermined(reason: reason, at: location)
    case .open(let who):
      return .fail([
        finding(
          "\(who) and then gets the role '\(role.name)' from the identity pool '\(pool.name)', which may "
            + "\(excess.what).", about: role, at: excess.location, severity: excess.severity,
          discriminator: pool.name, in: context)
      ])
    }
  }
}

/// How somebody becomes a signed-in user of an identity pool.
private enum UserEntry {
  /// `Anyone can sign up in 'Users'`.
  case open(String)
  case invitation
  case unknown(reason: String, at: SourceLocation)
}

extension IdentityPool {
  fileprivate func entry(in application: Application) -> UserEntry {
    if takesPublicUsers { return .open("Anyone with an account of a public provider can sign in") }
    var doubt: UserEntry?
    for name in userPools {
      guard
        let pool = application.userPools.first(where: { pool in
          name.value.references.contains { $0.id == pool.id }
        })
      else {
        doubt = .unknown(
          reason: "who may sign up in '\(name.value.pattern)' is not in the template", at: name.location)
        continue
      }
      switch pool.allowsOnlyAdministratorsToCreateUsers {
      case .absent, .known(false, _): return .open("Anyone can sign up in '\(pool.name)'")
      case .known(true, _): continue
      case .unresolved(let expression, let location):
        doubt = .unknown(reason: "AllowAdminCreateUserOnly of '\(pool.name)' is \(expression)", at: location)
      }
    }
    return doubt ?? .invitation
  }
}

/// What is too much for people nobody knows.
private struct UserExcess {
  /// As it follows "may".
  let what: String
  let severity: Severity?
  let location: SourceLocation?
}

extension Role {
  fileprivate var excessOfUsers: UserExcess? {
    var known: [String: ManagedReach] = [:]
    var wide = statements.wideConcerns
    for reach in ManagedPolicyCatalogue().reaches(of: managedPolicies, known: &known) {
      wide.merge(reach.concerns) { $0 + $1 }
    }
    wide = wide.compactMapValues(Self.told)
    if let worst = wide.min(by: { $0.key < $1.key }) {
      return UserExcess(
        what: wide.phrase, severity: worst.key == .administration ? .critical : nil,
        location: worst.value.first?.location)
    }
    // The whole of a service is too much on named resources too.
    let whole = statements.flatMap { $0.concerns[.wholeService, default: []] }
    guard let told = Self.told(whole), let first = told.first else { return nil }
    return UserExcess(
      what: "use \(told.phrase) on named resources", severity: .medium, location: first.location)
  }

  private static func told(_ patterns: [ActionPattern]) -> [ActionPattern]? {
    let told = patterns.filter { !ofUsers.contains($0.service) && !ActionAccess.isMild($0) }
    return told.isEmpty && !patterns.isEmpty ? nil : told
  }

  /// What the console gives the users of every identity pool.
  private static let ofUsers: Set<String> = ["cognito-identity", "cognito-sync", "mobileanalytics"]
}
