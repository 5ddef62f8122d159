/// OpenVEX 0.2.0; names are those of the specification.
struct OpenVEXDocument: Encodable {
  let context = "https://openvex.dev/ns/v0.2.0"
  let identifier = ContentIdentifier.placeholder
  let author: String
  let timestamp: String
  let version = 1
  let tooling: String
  let statements: [Statement]

  enum CodingKeys: String, CodingKey {
    case context = "@context"
    case identifier = "@id"
    case author, timestamp, version, tooling, statements
  }

  struct Statement: Encodable {
    let vulnerability: Vulnerability
    let products: [Product]
    let status: String
    var notes: String?
    var justification: String?
    var impact: String?
    var action: String?

    enum CodingKeys: String, CodingKey {
      case vulnerability, products, status
      case notes = "status_notes"
      case justification
      case impact = "impact_statement"
      case action = "action_statement"
    }
  }

  struct Vulnerability: Encodable {
    let identifier: String
    let name: String
    var description: String?
    var aliases: [String]?

    enum CodingKeys: String, CodingKey {
      case identifier = "@id"
      case name, description, aliases
    }
  }

  struct Product: Encodable {
    let identifier: String
    let identifiers: Identifiers
    var subcomponents: [Product]?

    enum CodingKeys: String, CodingKey {
      case identifier = "@id"
      case identifiers, subcomponents
    }

    init(_ packageURL: String, subcomponents: [Product]? = nil) {
      identifier = packageURL
      identifiers = Identifiers(purl: packageURL)
      self.subcomponents = subcomponents
    }
  }

  struct Identifiers: Encodable { let purl: String }
}
