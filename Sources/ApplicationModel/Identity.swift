/// A Cognito user pool.
package struct UserPool: Resource, Hashable {
  package let identity: ResourceIdentity
  package let passwordMinimumLength: Value<Int>
  /// Character classes that the policy turns off, `RequireSymbols`.
  package let waivedCharacterClasses: [Located<String>]
  package let hasPasswordPolicy: Bool
  /// `OFF`, `OPTIONAL`, `ON`.
  package let multiFactor: Value<String>
  /// `OFF`, `AUDIT`, `ENFORCED`.
  package let threatProtection: Value<String>
  package let allowsOnlyAdministratorsToCreateUsers: Value<Bool>
  package var clients: [UserPoolClient]

  package init(
    identity: ResourceIdentity, passwordMinimumLength: Value<Int>, waivedCharacterClasses: [Located<String>],
    hasPasswordPolicy: Bool, multiFactor: Value<String>, threatProtection: Value<String>,
    allowsOnlyAdministratorsToCreateUsers: Value<Bool>
  ) {
    self.identity = identity
    self.passwordMinimumLength = passwordMinimumLength
    self.waivedCharacterClasses = waivedCharacterClasses
    self.hasPasswordPolicy = hasPasswordPolicy
    self.multiFactor = multiFactor
    self.threatProtection = threatProtection
    self.allowsOnlyAdministratorsToCreateUsers = allowsOnlyAdministratorsToCreateUsers
    self.clients = []
  }
}

package struct UserPoolClient: Resource, Hashable {
  package let identity: ResourceIdentity
  package let pool: Value<Text>
  package let flows: [Located<Text>]
  /// `ENABLED` hides whether a user exists.
  package let preventsUserExistenceErrors: Value<String>
  package let callbackURLs: [Located<Text>]
  package let oauthFlows: [Located<Text>]

  package init(
    identity: ResourceIdentity, pool: Value<Text>, flows: [Located<Text>],
    preventsUserExistenceErrors: Value<String>, callbackURLs: [Located<Text>], oauthFlows: [Located<Text>]
  ) {
    self.identity = identity
    self.pool = pool
    self.flows = flows
    self.preventsUserExistenceErrors = preventsUserExistenceErrors
    self.callbackURLs = callbackURLs
    self.oauthFlows = oauthFlows
  }
}

/// A Cognito identity pool and the roles it hands out.
package struct IdentityPool: Resource, Hashable {
  package let identity: ResourceIdentity
  package let allowsUnauthenticated: Value<Bool>
  package let allowsClassicFlow: Value<Bool>
  /// Names of the user pools whose users it takes, `!GetAtt Users.ProviderName`.
  package let userPools: [Located<Text>]
  /// Whether it takes users of a public provider, whom nobody has to invite: `accounts.google.com`.
  package let takesPublicUsers: Bool
  package var unauthenticatedRole: Value<Text>
  package var authenticatedRole: Value<Text>

  package init(
    identity: ResourceIdentity, allowsUnauthenticated: Value<Bool>, allowsClassicFlow: Value<Bool>,
    userPools: [Located<Text>] = [], takesPublicUsers: Bool = false, unauthenticatedRole: Value<Text>,
    authenticatedRole: Value<Text>
  ) {
    self.identity = identity
    self.allowsUnauthenticated = allowsUnauthenticated
    self.allowsClassicFlow = allowsClassicFlow
    self.userPools = userPools
    self.takesPublicUsers = takesPublicUsers
    self.unauthenticatedRole = unauthenticatedRole
    self.authenticatedRole = authenticatedRole
  }
}

/// An IoT policy, which devices hold with their certificates.
package struct IoTPolicy: Resource, Hashable {
  package let identity: ResourceIdentity
  package let document: PolicyDocument

  package init(identity: ResourceIdentity, document: PolicyDocument) {
    self.identity = identity
    self.document = document
  }
}

/// `AWS::IAM::ManagedPolicy` or `AWS::IAM::Policy`, attached to roles or to nothing.
package struct Policy: Resource, Hashable {
  package let identity: ResourceIdentity
  package let document: PolicyDocument
  /// References to the roles it names itself.
  package let roles: [Text]

  package init(identity: ResourceIdentity, document: PolicyDocument, roles: [Text]) {
    self.identity = identity
    self.document = document
    self.roles = roles
  }
}

/// A user's access key written in a template, or an IAM user with policies.
package struct User: Resource, Hashable {
  package let identity: ResourceIdentity
  package let policies: [AttachedPolicy]
  package let managedPolicies: [Located<Text>]

  package init(identity: ResourceIdentity, policies: [AttachedPolicy], managedPolicies: [Located<Text>]) {
    self.identity = identity
    self.policies = policies
    self.managedPolicies = managedPolicies
  }
}
