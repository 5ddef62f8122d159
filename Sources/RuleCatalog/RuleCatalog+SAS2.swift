internal import CodeRules
internal import ConfigurationRules
internal import RuleModel

extension RuleCatalog {
  static let sas2: [any Rule] = [
    APIGWMethodNone(),
    APIKeyOnly(),
    AuthorizerAllowsOnError(),
    WeakAuthorizer(),
    CognitoNoMFA(),
    CognitoPlainPasswordFlow(),
    CognitoUnauthenticated(),
    CognitoWeakPassword(),
    ConfusedDeputy(),
    CORSAny(),
    CrossAccountInvoke(),
    DefaultEndpointOpen(),
    HomeGrownAuthentication(),
    CallerNamesHimself(),
    IoTOpen(),
    JWTAudienceMissing(),
    UnverifiedToken(),
    LambdaPermissionPublic(),
    MissingOwnershipCheck(),
    PresignedLifetimeChosen(),
    RogueEntryBucket(),
    RogueEntryBus(),
    RogueEntryQueue(),
    RogueEntryStream(),
    RogueEntryTopic(),
    TLSOld(),
    URLAuthNone(),
    UserExistenceRevealed(),
    UnsignedWebhook(),
  ]
}
