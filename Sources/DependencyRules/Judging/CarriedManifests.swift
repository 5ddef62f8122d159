internal import ApplicationModel
internal import DependencyAnalysis
internal import FindingModel
internal import PackageModel
internal import RuleModel

/// A manifest of the project with what fixes its versions, whoever is packaged from it.
struct CarriedManifest: Sendable {
  let list: PackageList
  /// In its folder or above it; `nil` where nothing fixes the versions of what it asks for.
  let lock: PackageList?
  /// In the order of their places; empty for a manifest of no function.
  let functions: [Function]

  /// What it asks a registry for outside development, without what another manifest that it includes tells.
  let requirements: [PackageRequirement]

  /// Of versions that are left open; libraries do so on purpose, and what no function is built from may be one.
  var severity: Severity { functions.isEmpty ? .low : .medium }
}

extension RuleContext {
  /// Each manifest once, sorted by path; what lies in an archive is a copy and no manifest.
  var carriedManifests: [CarriedManifest] { fact(CarriedManifests.self).manifests }
}

struct CarriedManifests: ContextFact {
  let manifests: [CarriedManifest]

  init(_ context: RuleContext) {
    var locks: [String: PackageList] = [:]
    for (_, dependencies) in context.carriers {
      let fixing = dependencies.lists.filter(\.format.isLock)
      for manifest in dependencies.lists where manifest.isManifest && locks[manifest.path] == nil {
        locks[manifest.path] = fixing.first { $0.isNear(manifest) }
      }
    }
    let carried = context.carriedLists.filter(\.list.isManifest)
    let paths = Set(carried.map(\.list.path))
    manifests = carried.map { list, functions in
      let own = list.requirements.filter { requirement in
        guard requirement.isFromRegistry else { return false }
        let place = requirement.location.path
        let isTold = place != list.path && paths.contains(place)
        return !isTold && requirement.isInstalledByDefault
      }
      return CarriedManifest(list: list, lock: locks[list.path], functions: functions, requirements: own)
    }
  }
}

extension PackageList {
  fileprivate var isManifest: Bool { !format.isLock && !format.isBundle && !path.contains("!/") }

  /// Whether it is of the same registry, and in the folder of the manifest or above it.
  fileprivate func isNear(_ manifest: PackageList) -> Bool {
    ecosystem == manifest.ecosystem
      && FilePath.ancestors(of: manifest.path).contains(FilePath.folder(of: path))
  }
}

extension PackageRequirement {
  var isFromRegistry: Bool {
    if case .registry = source { true } else { false }
  }

  /// Extras of Python's projects are only installed by those who ask for them, npm's optional packages by everybody.
  fileprivate var isInstalledByDefault: Bool {
    scope == .production || scope == .optional && identity.ecosystem != .pypi
  }
}

extension [String] {
  /// Each text once, in the order of the first.
  var withoutRepetition: [String] {
    var known: Set<String> = []
    return filter { known.insert($0).inserted }
  }
}
