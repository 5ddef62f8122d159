internal import ConfigurationRules
internal import RuleModel

extension RuleCatalog {
  static let sas2: [any Rule] = [
    APIGWMethodNone(),
    APIKeyOnly(),
    CognitoNoMFA(),
    CognitoPlainPasswordFlow(),
    CognitoUnauthenticated(),
    CognitoWeakPassword(),
    ConfusedDeputy(),
    CORSAny(),
    CrossAccountInvoke(),
    DefaultEndpointOpen(),
    IoTOpen(),
    JWTAudienceMissing(),
    LambdaPermissionPublic(),
    RogueEntryBucket(),
    RogueEntryBus(),
    RogueEntryQueue(),
    RogueEntryStream(),
    RogueEntryTopic(),
    TLSOld(),
    URLAuthNone(),
    UserExistenceRevealed(),
  ]
}
