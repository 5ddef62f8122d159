package import ApplicationModel
package import DependencyAnalysis
package import FindingModel
package import PackageModel

/// A rule about what functions carry; it needs no template, because manifests speak for themselves.
package protocol PackageRule: Rule {}

extension PackageRule {
  package static var basis: RuleBasis { .packages }
}

/// One package in one version, with all functions that carry it from the same list.
package struct CarriedPackage: Sendable {
  /// Where the handler gets to it first, of all functions that carry it.
  package let package: PackagedDependency
  /// Sorted by place; empty for a manifest of no function.
  package let functions: [Function]
  /// Those whose handler gets to it.
  package let reaching: [Function]
}

extension RuleContext {
  /// The packages of all functions, each version of each list once, in the order of their places.
  package var carriedPackages: [CarriedPackage] { fact(CarriedPackages.self).packages }

  /// Malicious packages that functions are built with and do not carry.
  package var developmentThreats: [CarriedPackage] {
    CarriedPackages.grouped(carriers.map { ($0.functions, $0.dependencies.developmentThreats) })
  }

  /// What functions carry, with the functions; of a manifest of no function with none.
  package var carriers: [(functions: [Function], dependencies: FunctionDependencies)] {
    application.writtenFunctions.compactMap { function in
      dependencies[function].map { ([function], $0) }
    } + dependencies.unowned.map { ([], $0) }
  }

  /// Each manifest, lockfile and bundle once, sorted by path, with the functions that are packaged from it.
  package var carriedLists: [(list: PackageList, functions: [Function])] {
    var byPath: [String: (list: PackageList, functions: [Function])] = [:]
    for (functions, dependencies) in carriers {
      for list in dependencies.lists { byPath[list.path, default: (list, [])].functions += functions }
    }
    return byPath.values.sorted { $0.list.path < $1.list.path }
  }

  /// Each requirement of the manifests once, in the order of their places, with the functions it is for.
  package var declaredDependencies: [(declared: DeclaredDependency, functions: [Function])] {
    struct Key: Hashable {
      let identity: PackageIdentity
      let location: SourceLocation
    }
    var byKey: [Key: (declared: DeclaredDependency, functions: [Function])] = [:]
    for (functions, dependencies) in carriers {
      for declared in dependencies.requirements {
        let key = Key(
          identity: declared.requirement.identity, location: declared.requirement.location)
        byKey[key, default: (declared, [])].functions += functions
      }
    }
    return byKey.values.sorted { $0.declared.requirement.location < $1.declared.requirement.location }
  }
}

/// Packages by where they are written, whoever carries them.
struct CarriedPackages: ContextFact {
  let packages: [CarriedPackage]

  private struct Key: Hashable {
    let identity: PackageIdentity
    let version: String?
    let path: String
  }

  init(_ context: RuleContext) {
    packages = Self.grouped(context.carriers.map { ($0.functions, $0.dependencies.packages) })
  }

  static func grouped(_ carriers: [([Function], [PackagedDependency])]) -> [CarriedPackage] {
    var groups: [Key: [(Function?, PackagedDependency)]] = [:]
    for (functions, packages) in carriers {
      for package in packages {
        let entry = package.entry
        let key = Key(
          identity: entry.identity, version: entry.version, path: entry.location.path)
        groups[key, default: []].append((functions.first, package))
      }
    }
    return groups.values.compactMap { carriers in
      // A place that is reached says more than one that is not.
      guard let best = carriers.max(by: { $0.1.reach.weight < $1.1.reach.weight }) else { return nil }
      return CarriedPackage(
        package: best.1, functions: carriers.compactMap(\.0),
        reaching: carriers.filter { $0.1.reach.isReached }.compactMap(\.0))
    }.sorted {
      ($0.package.entry.location, $0.package.entry.identity, $0.package.entry.version ?? "")
        < ($1.package.entry.location, $1.package.entry.identity, $1.package.entry.version ?? "")
    }
  }
}

extension Reach {
  fileprivate var weight: Int {
    switch self {
    case .imported: 3
    case .needed: 2
    case .unknown: 1
    case .notImported: 0
    }
  }
}

extension Rule {
  /// A finding about a package; the advice is made for the case.
  package func finding(
    _ message: String, about carried: CarriedPackage, advice: String, example: String? = nil,
    title: String? = nil, severity: Severity? = nil, confidence: Confidence = .high, trace: [TraceStep] = [],
    references: [String]? = nil, discriminator: String, in context: RuleContext
  ) -> Finding {
    let metadata = Self.metadata
    let entry = carried.package.entry
    var finding = Finding(
      rule: metadata.id, risk: metadata.risk, weaknesses: metadata.weaknesses,
      severity: severity ?? metadata.severity, confidence: confidence, title: title ?? metadata.title,
      message: message, remediation: "",
      subject: .package(name: entry.name, version: entry.version ?? carried.package.constraint ?? "*"),
      application: context.application.path, functions: Set(carried.functions.map(\.name)).sorted(),
      location: entry.location, trace: trace, references: references ?? metadata.references,
      discriminator: discriminator)
    finding.advise(advice, example: example)
    return finding
  }
}
