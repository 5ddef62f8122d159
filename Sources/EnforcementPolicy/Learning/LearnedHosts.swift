/// The least that lets contacts through that were seen.
struct LearnedHosts {
  private(set) var services: [Annotated<String>] = []
  private(set) var regions: [Annotated<String>] = []
  private(set) var hosts: [Annotated<HostPattern>] = []
  private(set) var networks: [Annotated<NetworkRange>] = []

  /// More hosts below one domain than these become one glob; more addresses of one /24 one range.
  static let crowd = 8

  /// - Parameter known: What its lists already allow is left out.
  init(_ events: [LearnedEvent], known policy: EnforcementPolicy) {
    let allowed = SectionEntries.hostPatterns(of: policy)
    var names = Counts<HostPattern>()
    var addresses = Counts<NetworkRange>()
    for event in events {
      if let text = event.host {
        // A port is known where a connection was seen, not where a name was looked up.
        guard let host = try? HostPattern(text + (event.port.map { ":\($0)" } ?? "")),
          !PathPattern.hasWildcard(host.glob),
          !allowed.contains(where: { $0.matches(host.glob, port: host.port) })
        else { continue }
        names.add(host)
      } else if let text = event.address, let range = Self.range(text, event.port),
        !policy.egress.networks.contains(where: { $0.value.contains(range.address) })
      {
        addresses.add(range)
      }
    }
    addHosts(names.sorted { $0.description < $1.description }, policy)
    addNetworks(addresses.sorted { $0.description < $1.description })
  }

  private static func range(_ address: String, _ port: UInt16?) -> NetworkRange? {
    guard let plain = try? NetworkRange(address) else { return nil }
    return NetworkRange(address: plain.address, prefixLength: 128, port: port)
  }

  // MARK: Hosts

  /// Services whose hosts belong to anybody are learned host by host.
  private static let shared: Set<String> = [
    "s3", "execute-api", "lambda-url", "appsync", "es", "aoss", "rds-db", "redshift-db", "elasticache-db",
    "ecr-images", "kafka", "mq", "iot", "elasticfilesystem", "neptune-db", "vpc-lattice-svcs",
  ]

  private mutating func addHosts(_ names: [(HostPattern, Int)], _ policy: EnforcementPolicy) {
    var services: [String: Int] = [:]
    var regions: [String: Int] = [:]
    var rest: [(HostPattern, Int)] = []
    for (host, count) in names {
      guard let region = Self.region(in: host.glob), let service = Self.service(of: host.glob, in: region)
      else {
        rest.append((host, count))
        continue
      }
      services[service, default: 0] += count
      regions[region, default: 0] += count
    }
    for (service, count) in services.sorted(by: { $0.key < $1.key })
    where !policy.egress.services.contains(where: { $0.value == service }) {
      self.services.append(Annotated(service, note: LearnedPolicy.seen(count)))
    }
    // Without any, a policy means every region.
    let isOpen = !policy.egress.services.isEmpty && policy.egress.regions.isEmpty
    for (region, count) in regions.sorted(by: { $0.key < $1.key })
    where !isOpen && !policy.egress.regions.contains(where: { $0.value == region }) {
      self.regions.append(Annotated(region, note: LearnedPolicy.seen(count)))
    }
    addGrouped(rest)
  }

  /// The part of a host's name that has the form of a region.
  private static func region(in host: String) -> String? {
    host.split(separator: ".").map(String.init).first { CloudRegions.isRegion($0) }
  }

  private static func service(of host: String, in region: String) -> String? {
    let partition = CloudRegions.partition(of: region)
    guard host.hasSuffix("." + partition.suffix) || host.hasSuffix("." + partition.dualStackSuffix) else {
      return nil
    }
    return CloudEndpoints.names.first { name in
      CloudEndpoints.isOwnName(name) && !shared.contains(name)
        && (CloudEndpoints.hosts(of: name, regions: [region]) ?? []).contains { $0.matches(host, port: nil) }
    }
  }

  private mutating func addGrouped(_ names: [(HostPattern, Int)]) {
    var byDomain: [String: [(HostPattern, Int)]] = [:]
    for (host, count) in names {
      let labels = host.glob.split(separator: ".")
      // `example.com` and `co.uk` are nobody's to allow whole.
      let domain = labels.count > 3 ? labels.dropFirst().joined(separator: ".") : host.glob
      byDomain[domain, default: []].append((host, count))
    }
    for (domain, members) in byDomain.sorted(by: { $0.key < $1.key }) {
      guard Set(members.map(\.0.glob)).count > Self.crowd else {
        hosts += members.map { Annotated($0.0, note: LearnedPolicy.seen($0.1)) }
        continue
      }
      let ports = Set(members.map(\.0.port))
      let count = members.reduce(0) { $0 + $1.1 }
      hosts.append(
        Annotated(
          HostPattern(glob: "*." + domain, port: ports.count == 1 ? ports.first ?? nil : nil),
          note: "\(members.count) hosts, \(LearnedPolicy.seen(count))"))
    }
    hosts.sort { $0.value.description < $1.value.description }
  }

  // MARK: Addresses

  private mutating func addNetworks(_ addresses: [(NetworkRange, Int)]) {
    var byNetwork: [NetworkRange: [(NetworkRange, Int)]] = [:]
    for (address, count) in addresses {
      let isFour = address.address.starts(with: [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF])
      let network =
        isFour
        ? NetworkRange(address: address.address.dropLast() + [0], prefixLength: 120, port: address.port)
        : address
      byNetwork[network ?? address, default: []].append((address, count))
    }
    for (network, members) in byNetwork.sorted(by: { $0.key.description < $1.key.description }) {
      guard members.count > Self.crowd else {
        networks += members.map { Annotated($0.0, note: LearnedPolicy.seen($0.1)) }
        continue
      }
      let count = members.reduce(0) { $0 + $1.1 }
      networks.append(Annotated(network, note: "\(members.count) addresses, \(LearnedPolicy.seen(count))"))
    }
  }
}
