/// SARIF 2.1.0, as far as it is written here; names are the specification's, absent fields are left out.
///
/// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
struct SARIFLog: Encodable {
  let schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
  let version = "2.1.0"
  let runs: [Run]

  private enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case version
    case runs
  }

  struct Run: Encodable {
    let tool: Tool
    let invocations: [Invocation]
    let originalUriBaseIds: BaseLocations
    let columnKind = "unicodeCodePoints"
    let results: [Result]
    let taxonomies: [ToolComponent]
    let properties: RunProperties
  }

  struct Tool: Encodable {
    let driver: ToolComponent
  }

  struct ToolComponent: Encodable {
    let name: String
    var organization: String?
    var version: String?
    var semanticVersion: String?
    var informationUri: String?
    var shortDescription: Message?
    var language: String?
    var isComprehensive: Bool?
    var supportedTaxonomies: [ToolComponentReference]?
    var rules: [ReportingDescriptor]?
    var taxa: [ReportingDescriptor]?
  }

  struct ToolComponentReference: Encodable {
    let name: String
    let index: Int
  }

  struct ReportingDescriptor: Encodable {
    let id: String
    var name: String?
    var shortDescription: Message?
    var fullDescription: Message?
    var help: Message?
    var helpUri: String?
    var defaultConfiguration: ReportingConfiguration?
    var relationships: [Relationship]?
    var properties: RuleProperties?
  }

  struct ReportingConfiguration: Encodable {
    let level: String
  }

  struct Relationship: Encodable {
    let target: ReportingDescriptorReference
    let kinds: [String]
  }

  struct ReportingDescriptorReference: Encodable {
    let id: String
    let index: Int
    let toolComponent: ToolComponentReference
  }

  /// What GitHub's code scanning reads of a rule.
  struct RuleProperties: Encodable {
    let tags: [String]
    let precision: String
    let problemSeverity: String
    let securitySeverity: String

    private enum CodingKeys: String, CodingKey {
      case tags
      case precision
      case problemSeverity = "problem.severity"
      case securitySeverity = "security-severity"
    }
  }

  struct Message: Encodable {
    let text: String
    var markdown: String?
  }

  struct Invocation: Encodable {
    let executionSuccessful: Bool
    let toolExecutionNotifications: [Notification]
  }

  struct Notification: Encodable {
    let level: String
    let message: Message
    var locations: [Location]?
  }

  struct BaseLocations: Encodable {
    let root: ArtifactLocation

    private enum CodingKeys: String, CodingKey {
      case root = "%SRCROOT%"
    }
  }

  struct RunProperties: Encodable {
    let asOf: String
  }

  struct Result: Encodable {
    let ruleId: String
    let ruleIndex: Int?
    let level: String
    let message: Message
    let locations: [Location]
    let partialFingerprints: Fingerprints
    let codeFlows: [CodeFlow]?
    let relatedLocations: [Location]?
    let suppressions: [Suppression]?
    let baselineState: String
    let rank: Double
    let properties: ResultProperties
  }

  struct Fingerprints: Encodable {
    let parapet: String

    private enum CodingKeys: String, CodingKey {
      // Not `primaryLocationLineHash`, which code scanning would read: its upload action computes that one
      // itself from the file's lines and warns about every result that brings another value.
      case parapet = "parapetFingerprint/v1"
    }
  }

  struct ResultProperties: Encodable {
    let risk: String
    let severity: String
    let confidence: String
    let application: String
    let subject: String
    let functions: [String]
    var package: JSONReport.Package?
  }

  struct Location: Encodable {
    var id: Int?
    var physicalLocation: PhysicalLocation?
    var message: Message?
  }

  struct PhysicalLocation: Encodable {
    let artifactLocation: ArtifactLocation
    var region: Region?
  }

  struct ArtifactLocation: Encodable {
    var uri: String?
    var uriBaseId: String?
    var description: Message?
  }

  struct Region: Encodable {
    let startLine: Int32
    let startColumn: Int32
    var endLine: Int32?
    var endColumn: Int32?
  }

  struct CodeFlow: Encodable {
    let threadFlows: [ThreadFlow]
  }

  struct ThreadFlow: Encodable {
    let locations: [ThreadFlowLocation]
  }

  struct ThreadFlowLocation: Encodable {
    let location: Location
    /// From 0, as the steps happen.
    let executionOrder: Int
    /// `essential` for where it begins and where it ends, `important` between: no step is told for its own sake.
    let importance: String
  }

  struct Suppression: Encodable {
    let kind: String
    let justification: String
    let location: Location
    var properties: SuppressionProperties?
  }

  struct SuppressionProperties: Encodable {
    let until: String
  }
}
