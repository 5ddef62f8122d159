/// What the platform documents of services: their actions, resource types and condition keys.
///
/// A service or action that it does not hold is an answer, not an error: the data is as old as the packages
/// that it was made from.
package struct ServiceCatalogue: Sendable {
  package init() {}

  /// Names and versions of the packages that the data comes from.
  package var version: String { PackedData().version }

  /// Prefixes of all services, sorted.
  package var services: [String] {
    let data = PackedData()
    return data.rows(data.services, width: PackedData.Width.service).map { $0.text(0) }
  }

  /// - Parameter prefix: `s3`, in any case.
  package func service(_ prefix: String) -> Service? {
    let data = PackedData()
    return data.row(named: prefix, in: data.services, width: PackedData.Width.service).map(Service.init)
  }

  /// - Parameter action: `s3:GetObject`, in any case.
  package func action(_ action: String) -> CatalogueAction? {
    guard let colon = action.firstIndex(of: ":") else { return nil }
    return service(String(action[..<colon]))?.action(String(action[action.index(after: colon)...]))
  }

  /// The actions that a pattern of a policy covers, sorted by name; `*` and `*:*` cover all there are.
  package func actions(matching pattern: String) -> [CatalogueAction] {
    let parts = pattern.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      return pattern == "*" ? services.flatMap { service($0)?.actions ?? [] } : []
    }
    let prefix = String(parts[0]).lowercased()
    let glob = Glob(String(parts[1]), ignoringCase: true)
    let prefixes = prefix.contains(where: { "*?".contains($0) }) ? matchingServices(prefix) : [prefix]
    return prefixes.flatMap { name in service(name)?.actions(matching: glob) ?? [] }
  }

  /// The service of an action must be spelled out to the platform, but for `*:*`.
  private func matchingServices(_ pattern: String) -> [String] {
    let glob = Glob(pattern)
    return services.filter(glob.matches)
  }
}

extension ServiceCatalogue {
  package struct Service: Sendable {
    /// `states`.
    package let prefix: String
    /// `AWS Step Functions`.
    package let name: String
    private let actionTable: PackedData.Table
    private let resourceTable: PackedData.Table
    private let conditionTable: PackedData.Table

    init(_ row: PackedData.Row) {
      prefix = row.text(0)
      name = row.text(2)
      actionTable = row.table(4)
      resourceTable = row.table(6)
      conditionTable = row.table(8)
    }

    /// Sorted by name.
    package var actions: [CatalogueAction] {
      PackedData().rows(actionTable, width: PackedData.Width.action).map {
        CatalogueAction($0, service: prefix)
      }
    }

    package func action(_ name: String) -> CatalogueAction? {
      PackedData().row(named: name, in: actionTable, width: PackedData.Width.action)
        .map { CatalogueAction($0, service: prefix) }
    }

    func actions(matching glob: Glob) -> [CatalogueAction] {
      PackedData().rows(actionTable, width: PackedData.Width.action)
        .filter { glob.matches($0.text(0).lowercased()) }.map { CatalogueAction($0, service: prefix) }
    }

    package var resourceTypes: [ResourceType] {
      PackedData().rows(resourceTable, width: PackedData.Width.resource).map(ResourceType.init)
    }

    package func resourceType(_ name: String) -> ResourceType? {
      PackedData().row(named: name, in: resourceTable, width: PackedData.Width.resource).map(
        ResourceType.init)
    }

    /// Condition keys of the service with the types of their values: `String`, `ARN`, `ArrayOfString`.
    package var conditionKeys: [(name: String, type: String)] {
      PackedData().rows(conditionTable, width: PackedData.Width.condition).map { ($0.text(0), $0.text(2)) }
    }
  }

  package struct ResourceType: Hashable, Sendable {
    /// `bucket`.
    package let name: String
    /// `arn:${Partition}:s3:::${BucketName}`.
    package let arn: String
    package let conditionKeys: [String]

    init(_ row: PackedData.Row) {
      name = row.text(0)
      arn = row.text(2)
      conditionKeys = row.text(4).split(separator: ",").map(String.init)
    }

    /// The ARN with `*` for each of its variables.
    package var pattern: String {
      var result = ""
      var rest = arn[...]
      while let start = rest.range(of: "${"), let end = rest[start.upperBound...].firstIndex(of: "}") {
        result += rest[..<start.lowerBound] + "*"
        rest = rest[rest.index(after: end)...]
      }
      return result + rest
    }
  }
}

extension Substring {
  fileprivate func range(of text: String) -> Range<Index>? { firstRange(of: text) }
}
