/// The part of SPDX 2.3 that is written; names are those of the specification's JSON form.
struct SPDXDocument: Encodable {
  let spdxVersion = "SPDX-2.3"
  let dataLicense = "CC0-1.0"
  let identifier = "SPDXRef-DOCUMENT"
  let documentNamespace = ContentIdentifier.placeholder
  let name: String
  let creationInfo: CreationInfo
  let packages: [Package]
  let extractedLicences: [ExtractedLicence]?
  let relationships: [Relationship]

  enum CodingKeys: String, CodingKey {
    case spdxVersion, dataLicense
    case identifier = "SPDXID"
    case documentNamespace, name, creationInfo, packages
    case extractedLicences = "hasExtractedLicensingInfos"
    case relationships
  }

  struct CreationInfo: Encodable {
    let created: String
    let creators: [String]
    let licenseListVersion: String
  }

  struct Package: Encodable {
    let identifier: String
    let name: String
    var versionInfo: String?
    var packageFileName: String?
    var downloadLocation = "NOASSERTION"
    let filesAnalyzed = false
    var checksums: [Checksum]?
    var sourceInfo: String?
    let licenseConcluded = "NOASSERTION"
    var licenseDeclared = "NOASSERTION"
    let copyrightText = "NOASSERTION"
    var externalRefs: [ExternalReference]?
    let primaryPackagePurpose: String

    enum CodingKeys: String, CodingKey {
      case identifier = "SPDXID"
      case name, versionInfo, packageFileName, downloadLocation, filesAnalyzed, checksums, sourceInfo
      case licenseConcluded, licenseDeclared, copyrightText, externalRefs, primaryPackagePurpose
    }
  }

  struct Checksum: Encodable {
    let algorithm: String
    let checksumValue: String
  }

  struct ExternalReference: Encodable {
    let referenceCategory: String
    let referenceType: String
    let referenceLocator: String
    var comment: String?
  }

  struct ExtractedLicence: Encodable {
    let licenseId: String
    let extractedText: String
    let name: String
  }

  struct Relationship: Encodable {
    let spdxElementId: String
    let relationshipType: String
    let relatedSpdxElement: String
  }
}
