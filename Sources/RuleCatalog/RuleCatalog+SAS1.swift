internal import CodeRules
internal import RuleModel

extension RuleCatalog {
  static let sas1: [any Rule] = [
    ArchiveExtraction(),
    ArgumentInjection(),
    CloudResourceInjection(),
    CodeInjection(),
    UnsafeDeserialization(),
    EmailInjection(),
    HeaderInjection(),
    LDAPInjection(),
    PromptInjection(),
    LogInjection(),
    MassAssignment(),
    NoSQLInjection(),
    OpenRedirect(),
    OSCommandInjection(),
    PathTraversal(),
    PrototypePollution(),
    UnvalidatedForwarding(),
    SQLInjection(),
    ServerSideRequest(),
    TemplateInjection(),
    XPathInjection(),
    ResponseScripting(),
    XMLExternalEntities(),
  ]
}
