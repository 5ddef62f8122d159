/// The part of CycloneDX 1.6 that is written; names are those of the specification.
struct CycloneDXDocument: Encodable {
  let schema = "http://cyclonedx.org/schema/bom-1.6.schema.json"
  let bomFormat = "CycloneDX"
  let specVersion = "1.6"
  let serialNumber = ContentIdentifier.placeholder
  let version = 1
  let metadata: Metadata
  let components: [Component]
  let dependencies: [Dependency]
  let compositions: [Composition]
  let vulnerabilities: [Vulnerability]

  enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case bomFormat, specVersion, serialNumber, version, metadata, components, dependencies, compositions
    case vulnerabilities
  }

  struct Metadata: Encodable {
    let timestamp: String
    let lifecycles: [Lifecycle]
    let tools: Tools
    let component: Component

    struct Lifecycle: Encodable { let phase: String }
    struct Tools: Encodable { let components: [Tool] }
    struct Tool: Encodable {
      let type = "application"
      let name: String
      let version: String
    }
  }

  struct Component: Encodable {
    let type: String
    let reference: String
    var group: String?
    let name: String
    var version: String?
    var description: String?
    var scope: String?
    var hashes: [Hash]?
    var licenses: [LicenceChoice]?
    var purl: String?
    var externalReferences: [ExternalReference]?
    var properties: [Property]?
    var evidence: Evidence?

    enum CodingKeys: String, CodingKey {
      case type
      case reference = "bom-ref"
      case group, name, version, description, scope, hashes, licenses, purl, externalReferences, properties
      case evidence
    }
  }

  struct Hash: Encodable {
    let alg: String
    let content: String
  }

  /// Either a licence or, alone in its list, an expression.
  struct LicenceChoice: Encodable {
    var license: Licence?
    var expression: String?
    /// Of an expression, as for a licence.
    var acknowledgement: String?
  }

  struct Licence: Encodable {
    var id: String?
    var name: String?
    /// Nobody compared it with the licence's text.
    let acknowledgement = "declared"
  }

  struct ExternalReference: Encodable {
    let type: String
    let url: String
    var comment: String?
  }

  struct Property: Encodable {
    let name: String
    let value: String
  }

  struct Evidence: Encodable {
    let occurrences: [Occurrence]
  }

  struct Occurrence: Encodable {
    let location: String
    var line: Int?
  }

  struct Dependency: Encodable {
    let ref: String
    let dependsOn: [String]
  }

  struct Composition: Encodable {
    let aggregate: String
    let assemblies: [String]
  }
}
