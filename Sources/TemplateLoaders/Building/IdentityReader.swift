internal import ApplicationModel
internal import Documents
internal import FindingModel

/// Reads roles, users, policies and Cognito's pools.
enum IdentityReader {
  static func role(_ resource: EvaluatedResource) -> Role {
    let properties = resource.properties
    return Role(
      identity: resource.identity, roleName: properties.text("RoleName"),
      trust: properties["AssumeRolePolicyDocument"].map(PolicyReader.document),
      policies: attached(properties), managedPolicies: properties.texts("ManagedPolicyArns"),
      impliedPolicies: Set(
        (properties["ManagedPolicyArns"]?.elements ?? []).filter(\.isImplied).map(\.location)),
      permissionsBoundary: properties.text("PermissionsBoundary"))
  }

  static func user(_ resource: EvaluatedResource) -> User {
    User(
      identity: resource.identity, policies: attached(resource.properties),
      managedPolicies: resource.properties.texts("ManagedPolicyArns"))
  }

  private static func attached(_ properties: Resolved) -> [AttachedPolicy] {
    (properties["Policies"]?.elements ?? []).compactMap { item in
      item["PolicyDocument"].map { document in
        AttachedPolicy(
          name: item.text("PolicyName").value?.pattern ?? "", document: PolicyReader.document(document))
      }
    }
  }

  static func policy(_ resource: EvaluatedResource) -> Policy? {
    guard let document = resource.properties["PolicyDocument"] else { return nil }
    return Policy(
      identity: resource.identity, document: PolicyReader.document(document),
      roles: resource.properties.texts("Roles").map(\.value)
        + resource.properties.texts("RoleName").map(\.value))
  }

  static func userPool(_ resource: EvaluatedResource) -> UserPool {
    let properties = resource.properties
    let password = properties["Policies", "PasswordPolicy"]
    let classes = ["RequireLowercase", "RequireUppercase", "RequireNumbers", "RequireSymbols"]
    return UserPool(
      identity: resource.identity, passwordMinimumLength: password?.integer("MinimumLength") ?? .absent,
      waivedCharacterClasses: classes.compactMap { name in
        guard let value = password?[name], value.asBoolean.value == false else { return nil }
        return Located(name, at: value.location)
      },
      hasPasswordPolicy: password != nil, multiFactor: properties.string("MfaConfiguration"),
      threatProtection: properties["UserPoolAddOns"]?.string("AdvancedSecurityMode") ?? .absent,
      allowsOnlyAdministratorsToCreateUsers: properties["AdminCreateUserConfig"]?
        .boolean("AllowAdminCreateUserOnly") ?? .absent)
  }

  static func client(_ resource: EvaluatedResource) -> UserPoolClient {
    let properties = resource.properties
    return UserPoolClient(
      identity: resource.identity, pool: properties.text("UserPoolId"),
      flows: properties.texts("ExplicitAuthFlows"),
      preventsUserExistenceErrors: properties.string("PreventUserExistenceErrors"),
      callbackURLs: properties.texts("CallbackURLs"), oauthFlows: properties.texts("AllowedOAuthFlows"))
  }

  static func identityPool(_ resource: EvaluatedResource, attachments: [EvaluatedResource]) -> IdentityPool {
    let properties = resource.properties
    let attachment = attachments.first {
      $0.properties.text("IdentityPoolId").value?.references.first?.id == resource.identity.id
    }
    let roles = attachment?.properties["Roles"]
    return IdentityPool(
      identity: resource.identity,
      allowsUnauthenticated: properties.boolean("AllowUnauthenticatedIdentities"),
      allowsClassicFlow: properties.boolean("AllowClassicFlow"),
      userPools: (properties["CognitoIdentityProviders"]?.elements ?? []).compactMap { provider in
        provider.text("ProviderName").value.map { Located($0, at: provider.location) }
      },
      takesPublicUsers: !(properties["SupportedLoginProviders"]?.entries.isEmpty ?? true),
      unauthenticatedRole: roles?.text("unauthenticated") ?? .absent,
      authenticatedRole: roles?.text("authenticated") ?? .absent)
  }

  static func iotPolicy(_ resource: EvaluatedResource) -> IoTPolicy? {
    resource.properties["PolicyDocument"].map {
      IoTPolicy(identity: resource.identity, document: PolicyReader.document($0))
    }
  }
}
