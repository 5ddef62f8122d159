internal import Documents
internal import FindingModel

extension Assembly {
  /// Custom domain of an HTTP or WebSocket API.
  mutating func domainV2(of api: SAMResource, stageID: String, tag: String, isWebSocket: Bool = false) {
    guard let (domain, name) = domain(of: api) else { return }
    let make = Implied(at: domain.location)
    let domainID = "ApiGatewayDomainNameV2" + LogicalID.digest(of: name)
    let type = domain.present("EndpointConfiguration") ?? make.text("REGIONAL")
    let configuration = make.map([
      "CertificateArn": domain.present("CertificateArn"), "EndpointType": type,
      "SecurityPolicy": domain.present("SecurityPolicy"), "IpAddressType": domain.present("IpAddressType"),
      "OwnershipVerificationCertificateArn": domain.present("OwnershipVerificationCertificateArn"),
    ])
    let properties = make.map([
      "DomainName": name, "DomainNameConfigurations": make.list([configuration]),
      "MutualTlsAuthentication": domain.present("MutualTlsAuthentication").map(Self.truststore),
      "Tags": tagMap(of: api, mark: tag, make, onlyIfPropagated: isWebSocket),
    ])
    imply(
      domainID, "AWS::ApiGatewayV2::DomainName", properties,
      inheriting: isWebSocket ? [] : api.inheritedAttributes, at: make.place)
    references["\(api.id).DomainName"] = domainID
    mapPaths(of: api, domain, kind: .http, domainID: domainID, stageID: stageID)
    record(domain, name: name, domainID: domainID, endpoint: "REGIONAL", of: api, replacesGroup: isWebSocket)
  }
}
