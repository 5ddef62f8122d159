package import ApplicationModel

/// A request as the platform decides on it.
package struct AccessRequest: Hashable, Sendable {
  package enum Target: Hashable, Sendable {
    /// The ARN; `*` in it stands for what is not known of it.
    case resource(Text)
    /// The action takes no resource, so only a statement about every resource covers it.
    case everything
  }

  package let principal: RequestPrincipal
  /// `s3:PutObject`, in any case.
  package let action: String
  package let target: Target
  /// Account number of the resource; `nil` for the account of the principal.
  package let resourceAccount: String?
  package let context: RequestContext

  package init(
    principal: RequestPrincipal, action: String, target: Target, resourceAccount: String? = nil,
    context: RequestContext = RequestContext()
  ) {
    self.principal = principal
    self.action = action
    self.target = target
    self.resourceAccount = resourceAccount
    self.context =
      context
      .adding("aws:PrincipalArn", principal.arn).adding(
        "aws:PrincipalAccount", principal.account.map { Text($0) }
      )
      .adding("aws:PrincipalIsAWSService", principal.kind == .service ? "true" : "false")
  }

  /// Whether principal and resource belong to different accounts; where a number is not known, they do not.
  package var isCrossAccount: Bool {
    guard let account = principal.account, let resourceAccount else { return false }
    return account != resourceAccount
  }
}

/// Who makes a request.
package struct RequestPrincipal: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case anonymous
    case role
    case user
    /// The account itself, with its root credentials.
    case account
    case service
    case federated
  }

  package let kind: Kind
  /// ARN of the role or user; the name of a service or identity provider.
  package let name: Text?
  /// ARN of the session of a role, `arn:aws:sts::1:assumed-role/Role/session`.
  package let session: Text?
  /// Account number; `nil` where it is not known, which means the account of the resource.
  package let account: String?

  package init(_ kind: Kind, name: Text? = nil, session: Text? = nil, account: String? = nil) {
    self.kind = kind
    self.name = name
    self.session = session
    let written = name?.arnAccount?.literal
    self.account = account ?? (written.flatMap { $0.isEmpty ? nil : $0 })
  }

  package static let anonymous = RequestPrincipal(.anonymous)

  /// `nil` for services, identity providers and nobody.
  package var arn: Text? {
    switch kind {
    case .role, .user, .account: name
    case .anonymous, .service, .federated: nil
    }
  }
}
