internal import Documents
internal import FindingModel

/// Route 53 records of custom domains, one group for each hosted zone.
struct RecordSets {
  struct Group {
    let id: String
    let zone: Entry
    let place: SourceLocation
    var attributes: [Entry]
    var records: [Node]
  }

  var groups: [Group] = []
}

extension Assembly {
  private static let domainProperties: Set<String> = [
    "DomainName", "CertificateArn", "EndpointConfiguration", "MutualTlsAuthentication", "SecurityPolicy",
    "BasePath", "NormalizeBasePath", "Route53", "OwnershipVerificationCertificateArn", "AccessAssociation",
    "Policy", "IpAddressType", "EndpointAccessMode",
  ]

  /// The domain's map and name, if it can be read.
  mutating func domain(of api: SAMResource) -> (Node, Node)? {
    guard let domain = api["Domain"] else { return nil }
    guard domain.isPlainMapping, let name = domain.present("DomainName") else {
      // Globals may hold defaults for domains that the API does not have.
      let isPartial = domain.isPlainMapping && domain.present("CertificateArn") == nil
      problem(at: domain.location, "The Domain of '\(api.id)' has no DomainName.", isError: !isPartial)
      return nil
    }
    for entry in domain.entries where !Self.domainProperties.contains(entry.key) {
      problem(at: entry.keyLocation, "A Domain has no property '\(entry.key)'.")
    }
    if domain.present("CertificateArn") == nil {
      problem(at: domain.location, "The Domain of '\(api.id)' has no CertificateArn.")
    }
    return (domain, name)
  }

  /// Custom domain of a REST API.
  mutating func restDomain(of api: SAMResource, stageID: String) {
    guard let (domain, name) = domain(of: api) else { return }
    let make = Implied(at: domain.location)
    let type = domain.present("EndpointConfiguration") ?? make.text("REGIONAL")
    let kind = resolved(type).text ?? "REGIONAL"
    let isPrivate = kind == "PRIVATE"
    let domainID =
      (isPrivate ? "ApiGatewayDomainNameV2" : "ApiGatewayDomainName") + LogicalID.digest(of: name)
    let certificate = domain.present("CertificateArn")
    let truststore = domain.present("MutualTlsAuthentication")
    let tags = api.propagatesTags ? Tags.list(api["Tags"]) : []
    let properties = make.map([
      "DomainName": name,
      "EndpointConfiguration": make.map([
        "Types": make.list([type]), "IpAddressType": domain.present("IpAddressType"),
      ]),
      "CertificateArn": kind == "REGIONAL" ? nil : certificate,
      "RegionalCertificateArn": kind == "REGIONAL" ? certificate : nil,
      "SecurityPolicy": domain.present("SecurityPolicy"),
      "MutualTlsAuthentication": truststore.map(Self.truststore),
      "OwnershipVerificationCertificateArn": domain.present("OwnershipVerificationCertificateArn"),
      "Policy": isPrivate ? domain.present("Policy") : nil,
      "EndpointAccessMode": domain.present("EndpointAccessMode"),
      "Tags": tags.isEmpty ? nil : make.list(tags),
    ])
    let typeName = isPrivate ? "AWS::ApiGateway::DomainNameV2" : "AWS::ApiGateway::DomainName"
    imply(domainID, typeName, properties, inheriting: api.inheritedAttributes, at: make.place)
    references["\(api.id).\(isPrivate ? "DomainNameV2" : "DomainName")"] = domainID
    mapPaths(of: api, domain, kind: isPrivate ? .privateREST : .rest, domainID: domainID, stageID: stageID)
    associate(domain, name: name, domainID: domainID, of: api)
    record(domain, name: name, domainID: domainID, endpoint: kind, of: api)
  }

  /// TruststoreVersion 0 and null are what people write for none.
  static func truststore(_ node: Node) -> Node {
    guard node.isPlainMapping else { return node }
    var copy = node
    if node.present("TruststoreVersion").map({ $0.integer == 0 }) ?? true { copy.remove("TruststoreVersion") }
    return copy
  }

  private mutating func associate(_ domain: Node, name: Node, domainID: String, of api: SAMResource) {
    guard let association = domain.present("AccessAssociation") else { return }
    let make = Implied(at: association.location)
    guard let endpoint = association.present("VpcEndpointId") else {
      problem(at: association.location, "The AccessAssociation of '\(api.id)' has no VpcEndpointId.")
      return
    }
    let properties = make.map([
      "AccessAssociationSource": endpoint, "AccessAssociationSourceType": make.text("VPCE"),
      "DomainNameArn": make.ref(domainID),
    ])
    let id =
      "DomainNameAccessAssociation" + LogicalID.digest(of: NodeJSON.write(endpoint) + NodeJSON.write(name))
    imply(
      id, "AWS::ApiGateway::DomainNameAccessAssociation", properties, inheriting: api.inheritedAttributes,
      at: make.place)
  }
}
