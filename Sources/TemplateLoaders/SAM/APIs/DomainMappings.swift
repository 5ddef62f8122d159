internal import Documents
internal import FindingModel

enum DomainMappingKind {
  case rest
  case privateREST
  case http
}

extension Assembly {
  /// One mapping for each base path, or one for the whole domain.
  mutating func mapPaths(
    of api: SAMResource, _ domain: Node, kind: DomainMappingKind, domainID: String, stageID: String
  ) {
    let end = kind == .http ? "ApiMapping" : "BasePathMapping"
    let normalises = domain.present("NormalizeBasePath")?.boolean ?? true
    guard let paths = domain.present("BasePath"), !paths.isIntrinsic else {
      let path = domain.present("BasePath")
      mapPath(path, id: api.id + end, of: api, kind, domainID, stageID, at: domain.location)
      return
    }
    for path in paths.asList {
      guard let text = path.text else {
        mapPath(path, id: api.id + end, of: api, kind, domainID, stageID, at: path.location)
        continue
      }
      let name = LogicalID.alphanumeric(text)
      if text == "/" || name.isEmpty {
        let root = Node.string("", at: path.location)
        mapPath(root, id: api.id + end, of: api, kind, domainID, stageID, at: path.location)
      } else {
        let shown = normalises ? Self.normalised(text, kind) : text
        mapPath(
          .string(shown, at: path.location, isImplied: false), id: api.id + name + end, of: api, kind,
          domainID,
          stageID, at: path.location)
      }
    }
  }

  /// REST base paths lose everything but letters and digits; HTTP APIs keep what a path may hold.
  private static func normalised(_ path: String, _ kind: DomainMappingKind) -> String {
    if kind != .http { return LogicalID.alphanumeric(path) }
    var text = path[...]
    while text.hasPrefix("/") { text = text.dropFirst() }
    while text.hasSuffix("/") { text = text.dropLast() }
    return String(text)
  }

  private mutating func mapPath(
    _ path: Node?, id: String, of api: SAMResource, _ kind: DomainMappingKind, _ domainID: String,
    _ stageID: String, at place: SourceLocation
  ) {
    let make = Implied(at: place)
    let domain = make.ref(domainID)
    let (type, properties): (String, Node)
    switch kind {
    case .rest:
      type = "AWS::ApiGateway::BasePathMapping"
      properties = make.map([
        "BasePath": path, "DomainName": domain, "RestApiId": make.ref(api.id), "Stage": make.ref(stageID),
      ])
    case .privateREST:
      type = "AWS::ApiGateway::BasePathMappingV2"
      properties = make.map([
        "BasePath": path, "DomainNameArn": domain, "RestApiId": make.ref(api.id), "Stage": make.ref(stageID),
      ])
    case .http:
      type = "AWS::ApiGatewayV2::ApiMapping"
      properties = make.map([
        "ApiMappingKey": path, "ApiId": make.ref(api.id), "DomainName": domain, "Stage": make.ref(stageID),
      ])
    }
    imply(id, type, properties, inheriting: api.inheritedAttributes, at: place)
  }

  /// Adds the records of a domain to the group of its hosted zone.
  ///
  /// - Parameter replacesGroup: WebSocket APIs each write the group anew; of several only the last one stays.
  mutating func record(
    _ domain: Node, name: Node, domainID: String, endpoint: String, of api: SAMResource,
    replacesGroup: Bool = false
  ) {
    guard let route = domain.present("Route53") else { return }
    let make = Implied(at: route.location)
    let zoneKey = route.present("HostedZoneId") != nil ? "HostedZoneId" : "HostedZoneName"
    guard route.isPlainMapping, let zone = route.present(zoneKey) else {
      problem(at: route.location, "Route53 of '\(api.id)' needs a HostedZoneId or a HostedZoneName.")
      return
    }
    let target = aliasTarget(route, domainID: domainID, endpoint: endpoint, make)
    let types = ["A"] + (route.present("IpV6")?.boolean == true ? ["AAAA"] : [])
    let records = types.map { type in
      make.map([
        "Name": name, "Type": make.text(type), "AliasTarget": target, "Region": route.present("Region"),
        "SetIdentifier": route.present("Region") == nil && route.present("SetIdentifier") == nil
          ? nil : route.present("SetIdentifier") ?? make.ref("AWS::Region"),
      ])
    }
    let id =
      separate(route)
      ? "RecordSetGroup" + LogicalID.digest(of: NodeJSON.write(zone) + NodeJSON.write(name))
      : "RecordSetGroup" + LogicalID.digest(of: zone)
    if let index = recordSets.groups.firstIndex(where: { $0.id == id }) {
      recordSets.groups[index].records = (replacesGroup ? [] : recordSets.groups[index].records) + records
      return
    }
    recordSets.groups.append(
      RecordSets.Group(
        id: id, zone: Entry(zoneKey, at: zone.location, zone), place: route.location,
        attributes: api.inheritedAttributes, records: records))
  }

  private func separate(_ route: Node) -> Bool {
    route.present("SeparateRecordSetGroup")?.boolean ?? false
  }

  private func aliasTarget(_ route: Node, domainID: String, endpoint: String, _ make: Implied) -> Node {
    let evaluation = route.present("EvaluateTargetHealth")
    switch endpoint {
    case "REGIONAL":
      return make.map([
        "HostedZoneId": make.attribute("RegionalHostedZoneId", of: domainID),
        "DNSName": make.attribute("RegionalDomainName", of: domainID), "EvaluateTargetHealth": evaluation,
      ])
    case "PRIVATE":
      return make.map([
        "HostedZoneId": route.present("VpcEndpointHostedZoneId"),
        "DNSName": route.present("VpcEndpointDomainName"), "EvaluateTargetHealth": evaluation,
      ])
    default:
      return make.map([
        // CloudFront's hosted zone, the same for every distribution.
        "HostedZoneId": make.text("Z2FDTNDATAQYW2"),
        "DNSName": route.present("DistributionDomainName")
          ?? make.attribute("DistributionDomainName", of: domainID),
        "EvaluateTargetHealth": evaluation,
      ])
    }
  }

  mutating func finishRecordSets() {
    for group in recordSets.groups {
      let make = Implied(at: group.place)
      let properties = make.map([group.zone, Entry("RecordSets", at: group.place, make.list(group.records))])
      imply(
        group.id, "AWS::Route53::RecordSetGroup", properties, inheriting: group.attributes, at: group.place)
    }
  }
}
