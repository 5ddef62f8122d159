/// The hosts behind the names of AWS's services.
package enum CloudEndpoints {
  /// Sorted; `nil` for a service nobody knows here.
  ///
  /// - Parameter regions: Empty for every commercial region.
  package static func hosts(of service: String, regions: [String]) -> [HostPattern]? {
    guard let endpoint = endpoint(of: service) else { return nil }
    var hosts: Set<String> = []
    for (region, partition) in places(regions) { hosts.formUnion(endpoint.hosts(region, partition)) }
    return hosts.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map {
      HostPattern(glob: $0, port: endpoint.port)
    }
  }

  private static func places(_ regions: [String]) -> [(String, CloudRegions.Partition)] {
    regions.isEmpty
      ? CloudRegions.patterns.map { ($0, CloudRegions.commercial) }
      : regions.map { ($0, CloudRegions.partition(of: $0)) }
  }

  /// Names that policies may use, sorted.
  package static let names: [String] =
    Set(Array(plain.keys) + Array(special.keys) + Array(aliases.keys))
    .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }

  package static func isKnown(_ service: String) -> Bool { endpoint(of: service) != nil }

  /// Whether it is the name that IAM has for a service, and no other name of one.
  static func isOwnName(_ service: String) -> Bool { aliases[service] == nil }

  private static func endpoint(of service: String) -> Endpoint? {
    let name = aliases[service] ?? service
    return special[name] ?? plain[name].map { Endpoint($0) }
  }

  /// How the hosts of one service are called.
  struct Endpoint: Sendable {
    /// What stands before the region.
    var prefixes: [String]
    /// Hosts with places for `{region}`, `{suffix}` and `{dual}`.
    var others: [String] = []
    /// The APIs speak TLS on one port; databases and the like have their own, so `nil` for any.
    var port: UInt16? = 443

    init(_ prefixes: [String], others: [String] = [], port: UInt16? = 443) {
      self.prefixes = prefixes
      self.others = others
      self.port = port
    }

    func hosts(_ region: String, _ partition: CloudRegions.Partition) -> [String] {
      let forms = prefixes.flatMap { prefix in
        (Self.secured(prefix) + [prefix]).flatMap { ["\($0).{region}.{suffix}", "\($0).{region}.{dual}"] }
          + ["vpce-*.\(prefix).{region}.vpce.{suffix}"]
      }
      return (forms + others).map { form in
        Self.replacing(
          form, ["{region}": region, "{suffix}": partition.suffix, "{dual}": partition.dualStackSuffix])
      }
    }

    /// With the word for FIPS, which stands at the end of the first part of a name or of the last.
    private static func secured(_ prefix: String) -> [String] {
      guard let dot = prefix.firstIndex(of: ".") else { return [prefix + "-fips"] }
      return [prefix + "-fips", prefix[..<dot] + "-fips" + prefix[dot...]]
    }

    private static func replacing(_ form: String, _ values: [String: String]) -> String {
      var text = ""
      var rest = form[...]
      while let start = rest.firstIndex(of: "{"), let end = rest[start...].firstIndex(of: "}") {
        text += rest[..<start]
        text += values[String(rest[start...end])] ?? ""
        rest = rest[rest.index(after: end)...]
      }
      return text + rest
    }
  }
}
