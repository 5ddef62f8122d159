internal import BillsOfMaterials
internal import DependencyAnalysis
internal import FindingModel
internal import PackageModel

/// Puts what functions carry into one bill: each package of each list once, with the functions that carry it.
struct BillAssembler {
  private struct Key: Hashable {
    let identity: PackageIdentity
    let version: String?
    let path: String
  }

  private var bill: BillOfMaterials
  private var positions: [Key: Int] = [:]
  private var byOrigin: [ListedPackage: Int] = [:]
  private var binaries: [String: Int] = [:]
  /// By the component's position and the advisory's id.
  private var flaws: [Int: [String: (match: MatchedAdvisory, reaches: [Reach])]] = [:]
  private var carried: [Int: PackagedDependency] = [:]

  init(_ subject: BillSubject, _ options: ScanOptions) {
    bill = BillOfMaterials(subject, day: options.asOf, toolVersion: options.toolVersion)
  }

  mutating func add(_ carrier: PackageCarrier) {
    if carrier.function != nil, bill.subject != carrier.subject { bill.functions.append(carrier.subject) }
    for package in carrier.dependencies.packages { add(package, of: carrier) }
    for binary in carrier.dependencies.binaries {
      let index = binaries[binary.path] ?? bill.binaries.count
      if index == bill.binaries.count { bill.binaries.append(BillBinary(binary)) }
      binaries[binary.path] = index
      if carrier.function != nil { bill.binaries[index].functions.append(carrier.subject) }
    }
  }

  private mutating func add(_ package: PackagedDependency, of carrier: PackageCarrier) {
    var entry = package.entry
    entry.location = entry.location.prefixed(carrier.prefix)
    let path = package.origin?.path.prefixed(carrier.prefix) ?? entry.location.path
    let key = Key(identity: entry.identity, version: entry.version, path: path)
    let index = positions[key] ?? bill.components.count
    if index == bill.components.count {
      var component = BillComponent(entry, listPath: path, format: package.list)
      component.path = package.path
      bill.components.append(component)
      carried[index] = package
    }
    positions[key] = index
    if let origin = package.origin { byOrigin[ListedPackage(path: path, index: origin.index)] = index }
    if carrier.function != nil, !bill.components[index].functions.contains(carrier.subject) {
      bill.components[index].functions.append(carrier.subject)
    }
    bill.components[index].reachability = bill.components[index].reachability.joined(with: package.reach)
    for match in package.matches {
      flaws[index, default: [:]][match.advisory.id, default: (match, [])].reaches.append(package.reach)
    }
  }

  /// - Parameter isComplete: Whether every list was read to its end.
  func bill(isComplete: Bool) -> BillOfMaterials {
    var bill = bill
    for (origin, index) in byOrigin {
      let edges = bill.components[index].entry.dependencies.compactMap {
        byOrigin[ListedPackage(path: origin.path, index: $0)]
      }
      bill.components[index].dependencies = Set(edges).sorted()
    }
    for index in bill.components.indices {
      for (_, flaw) in (flaws[index] ?? [:]).sorted(by: { $0.key < $1.key }) {
        bill.vulnerabilities.append(statement(on: flaw.match, flaw.reaches, component: index))
      }
    }
    bill.completeness = isComplete ? .complete : .incomplete
    return bill
  }

  private func statement(
    on match: MatchedAdvisory, _ reaches: [Reach], component index: Int
  ) -> VulnerabilityStatement {
    let status: VEXStatus
    var detail: String?
    if let exemption = match.exemption {
      status = .notAffected(nil)
      detail = exemption
    } else if reaches.allSatisfy({ $0 == .notImported }) {
      status = .notAffected(.codeNotReached)
      detail = "All code that the handlers reach was read, and nothing imports the package or what needs it."
    } else if reaches.contains(where: \.isReached) {
      status = .affected
    } else {
      status = .underInvestigation
    }
    var statement = VulnerabilityStatement(match.advisory, component: index, status: status)
    statement.detail = detail
    let ecosystem = match.affected.identity.ecosystem
    let current = carried[index]?.entry.version.flatMap { Version($0, in: ecosystem) }
    statement.fixedVersion = current.flatMap { Upgrade.smallest(from: $0, clearing: [match.affected])?.text }
    let score = match.advisory.vectors.compactMap { vector in
      CVSSScore(vector: vector).map { (vector, $0) }
    }.max { ($0.1.version, $0.1.base) < ($1.1.version, $1.1.base) }
    statement.rating = VulnerabilityRating(
      vector: score?.0, score: score?.1.base,
      severity: score?.1.severity?.name ?? match.advisory.severityWord?.lowercased())
    return statement
  }
}

extension BillComponent.Reachability {
  /// What holds for the function that gets to it furthest.
  fileprivate func joined(with reach: Reach) -> Self {
    switch (self, reach) {
    case (.reached, _), (_, .imported), (_, .needed): .reached
    case (_, .unknown): .unknown
    case (.notReached, .notImported), (.unknown, .notImported): .notReached
    }
  }
}
