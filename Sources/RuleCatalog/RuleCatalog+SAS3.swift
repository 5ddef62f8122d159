internal import CodeRules
internal import ConfigurationRules
internal import RuleModel

extension RuleCatalog {
  static let sas3: [any Rule] = [
    APIGWCacheUnencrypted(),
    BucketNoTLS(),
    BucketPublicRead(),
    BucketVersioning(),
    CodeSigningWarn(),
    EgressOpen(),
    GraphQLIntrospection(),
    ImageMutableTag(),
    LayerExternal(),
    LayerSharedPublic(),
    LogGroupNoKey(),
    MessagesReadable(),
    PublicObject(),
    QueueUnencrypted(),
    RuntimeDeprecated(),
    RuntimeHookEnvironment(),
    SharedUniqueState(),
    StageMix(),
    StorePolicyOpen(),
    StreamUnencrypted(),
    TableCustomerKey(),
    TableNoRecovery(),
    CertificatesUnchecked(),
    TopicUnencrypted(),
    VPCSingleZone(),
    WeightedAlias(),
  ]
}
