/// AWS's services with their actions, resource types and condition keys, as of the data's date.
///
/// A service or an action that it does not know is an answer, not an error: there are private ones, and new ones.
package struct ServiceCatalogue: Sendable {
  private let data: EncodedServiceData
  private let table: Int
  private let count: Int

  /// Over the data that the program carries; costs nothing.
  package init() { self.init(.embedded) }

  init(_ data: EncodedServiceData) {
    self.data = data
    table = data.isReadable ? data.uint32(at: 8) : 0
    count = data.isReadable ? data.uint32(at: 12) : 0
  }

  /// Prefixes of all services, sorted.
  package var prefixes: [String] { (0..<count).map { data.referredText(at: table + 8 * $0) } }

  /// - Parameter prefix: `dynamodb`; case does not matter.
  package func service(_ prefix: String) -> Service? {
    let wanted = Array(prefix.lowercased().utf8)
    let position = data.position(of: wanted, count: count) { data.uint32(at: table + 8 * $0) }
    return position.map { Service(data: data, entry: table + 8 * $0) }
  }

  /// - Parameter name: `s3:GetObject`; case does not matter.
  package func action(_ name: some StringProtocol) -> ServiceAction? {
    let parts = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    return service(String(parts[0]))?.action(named: String(parts[1]))
  }

  /// All actions that a pattern of a policy covers, `dynamodb:*`, `s3:Get*`, `*`; sorted by service and name.
  ///
  /// Lazily, and empty for what it does not know.
  package func actions(matching pattern: String) -> some Sequence<ServiceAction> {
    let (services, glob) = selection(of: pattern)
    return services.lazy.flatMap { service in
      service.actionPositions(matching: glob).lazy.map { service.action(at: $0) }
    }
  }

  /// Full names and access levels of all actions that a pattern covers; cheaper than the actions themselves.
  package func actionLevels(matching pattern: String) -> some Sequence<(name: String, level: AccessLevel)> {
    let (services, glob) = selection(of: pattern)
    return services.lazy.flatMap { service in
      service.actionPositions(matching: glob).lazy.map {
        (name: service.fullName(at: $0), level: service.accessLevel(at: $0))
      }
    }
  }

  private func selection(of pattern: String) -> (services: [Service], names: Glob) {
    let parts = pattern.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    // A lone `*` is everything; other text without a colon names no action.
    if parts.count == 1 {
      return (pattern.allSatisfy { $0 == "*" } && !pattern.isEmpty ? all : [], Glob("*"))
    }
    let names = Glob(parts[1], ignoringCase: true)
    guard parts[0].utf8.contains(where: { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") }) else {
      return (service(parts[0]).map { [$0] } ?? [], names)
    }
    let prefixes = Glob(parts[0], ignoringCase: true)
    return (all.filter { prefixes.matches($0.prefix) }, names)
  }

  private var all: [Service] { (0..<count).map { Service(data: data, entry: table + 8 * $0) } }
}

extension ServiceCatalogue {
  /// One service; everything is read when it is asked for.
  package struct Service: Sendable {
    private let data: EncodedServiceData
    /// `s3`.
    package let prefix: String
    private let block: Int
    private let keyCount: Int
    private let resourceCount: Int
    /// How many actions it has.
    package let actionCount: Int

    init(data: EncodedServiceData, entry: Int) {
      self.data = data
      prefix = data.referredText(at: entry)
      block = data.uint32(at: entry + 4)
      keyCount = data.uint32(at: block + 4)
      resourceCount = data.uint32(at: block + 8)
      actionCount = data.uint32(at: block + 12)
    }

    private var resources: Int { block + 16 + 8 * keyCount }
    private var actionTable: Int { resources + 4 * resourceCount }

    /// `Amazon S3`.
    package var title: String { data.referredText(at: block) }

    package var conditionKeys: [ConditionKey] { (0..<keyCount).map(conditionKey) }

    package var resourceTypes: [ServiceResourceType] { (0..<resourceCount).map(resourceType) }

    /// Sorted by name, whatever the case.
    package var actions: some Sequence<ServiceAction> { (0..<actionCount).lazy.map { action(at: $0) } }

    /// - Parameter name: `GetObject`; case does not matter.
    package func action(named name: String) -> ServiceAction? {
      let wanted = Array(name.lowercased().utf8)
      return data.position(of: wanted, count: actionCount, ignoringCase: true, name: nameOffset).map(action)
    }

    func actionPositions(matching glob: Glob) -> [Int] {
      (0..<actionCount).filter { glob.matches(data.textBytes(at: nameOffset($0)).map(\.lowercased)) }
    }

    func fullName(at position: Int) -> String { "\(prefix):\(data.text(at: nameOffset(position)))" }

    func accessLevel(at position: Int) -> AccessLevel {
      let level = data.uint8(at: data.uint32(at: actionTable + 4 * position) + 4)
      let levels = AccessLevel.allCases
      return levels.indices.contains(level) ? levels[level] : .write
    }

    private func nameOffset(_ position: Int) -> Int {
      data.uint32(at: data.uint32(at: actionTable + 4 * position))
    }

    func action(at position: Int) -> ServiceAction {
      var offset = data.uint32(at: actionTable + 4 * position)
      let name = data.referredText(at: offset)
      let count = data.uint8(at: offset + 5)
      offset += 6
      let targets = (0..<count).map { _ in target(at: &offset) }
      return ServiceAction(
        service: prefix, name: name, accessLevel: accessLevel(at: position),
        targets: targets)
    }

    private func target(at offset: inout Int) -> ActionTarget {
      let number = data.uint16(at: offset)
      let isRequired = data.uint8(at: offset + 2) != 0
      let dependents = data.uint8(at: offset + 3)
      let keys = data.uint16(at: offset + 4)
      let keyNumbers = offset + 6
      let names = keyNumbers + 2 * keys
      offset = names + 4 * dependents
      return ActionTarget(
        resourceType: number < resourceCount ? resourceType(number) : nil, isRequired: isRequired,
        conditionKeys: keyNames(count: keys, at: keyNumbers),
        dependentActions: (0..<dependents).map { data.referredText(at: names + 4 * $0) })
    }

    private func resourceType(_ number: Int) -> ServiceResourceType {
      let offset = data.uint32(at: resources + 4 * number)
      return ServiceResourceType(
        name: data.referredText(at: offset), arn: data.referredText(at: offset + 4),
        conditionKeys: keyNames(count: data.uint16(at: offset + 8), at: offset + 10))
    }

    private func keyNames(count: Int, at offset: Int) -> [String] {
      (0..<count).map { conditionKey(data.uint16(at: offset + 2 * $0)).name }
    }

    private func conditionKey(_ number: Int) -> ConditionKey {
      let offset = block + 16 + 8 * number
      return ConditionKey(
        name: data.referredText(at: offset),
        type: ConditionKey.ValueType(rawValue: data.uint32(at: offset + 4)) ?? .string)
    }
  }
}
