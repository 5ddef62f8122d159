package import ApplicationGraph
internal import ApplicationModel
package import CodeAnalysis
internal import FindingModel
package import PackageModel
internal import SourceModel
internal import TaintEngine

/// Joins what is packaged with what the code does: packages of each function, how the handler gets to them, and the
/// advisories that they fall under.
package struct DependencyAnalyser: Sendable {
  /// Says why a flaw does no harm, by any of its names; `nil` if nobody states it.
  package typealias Exemptions = @Sendable (Exemption) -> String?

  /// What is asked: a flaw in a package as something carries it.
  package struct Exemption: Sendable {
    package let identity: PackageIdentity
    package let version: String
    package let names: [String]
    package let application: String
    /// Of its template, or of the first list where there is no function.
    package let path: String
    /// `nil` for a list of no function.
    package let function: String?
  }

  let packages: ProjectPackages
  private let matcher: VulnerabilityMatcher
  private let exemptions: Exemptions
  private let lists: PackagingLists

  package init(
    packages: ProjectPackages, advisories: (any AdvisoryProvider)?,
    exemptions: @escaping Exemptions = { _ in nil }
  ) {
    self.packages = packages
    self.exemptions = exemptions
    matcher = VulnerabilityMatcher(source: advisories)
    lists = PackagingLists(packages: packages)
  }

  package func analyse(_ graph: ApplicationGraph, _ code: ApplicationCode) -> ApplicationDependencies {
    var result = ApplicationDependencies()
    guard !packages.isEmpty else { return result }
    for function in graph.application.functions {
      result.functions[function.id] = dependencies(of: function, in: graph, code[function])
    }
    return result
  }

  private func dependencies(
    of function: Function, in graph: ApplicationGraph, _ code: FunctionCode?
  ) -> FunctionDependencies {
    var builder = builder(
      code, application: graph.application.name, path: graph.application.path, function: function.name)
    let root = function.codeRoot
    if let folder = code?.entry.map({ FilePath.folder(of: $0.module) }) ?? root?.asFolder {
      let sources = lists.sources(nearest: folder, function.ecosystems)
      let isLocked = sources.contains { $0.resolved?.format.isLock ?? false }
      let isArchive = root?.isArchive ?? false
      // What an archive holds is the truth; in a folder a lockfile says what a build will install.
      let installed =
        isArchive ? packages.bundles(at: root ?? "") : isLocked ? [] : installed(nearest: folder)
      for bundle in installed { builder.add(bundle, of: function.ecosystems) }
      for source in sources {
        if let manifest = source.manifest, builder.isInstalled(manifest.ecosystem) {
          builder.add(requirementsOf: manifest)
        } else if !builder.isInstalled(source.resolved?.ecosystem) {
          builder.add(source)
        }
      }
    }
    if let root {
      builder.add(packages.binaries(in: root))
      let roots = Set(graph.application.functions.compactMap(\.codeRoot))
      builder.add(packages.builds(in: root, apartFrom: roots))
    }
    for layer in graph.application.layers where function.uses(layer) {
      guard let root = layer.codeRoot else { continue }
      for list in packages.lists(below: root.asFolder) where !PackagingLists.isForDevelopment(list.path) {
        builder.add(PackagingLists.Source(manifest: list.format.isLock ? nil : list, resolved: list))
      }
      for bundle in packages.bundles where bundle.path == root || bundle.path.hasPrefix(root + "/") {
        builder.add(bundle, of: Set(Ecosystem.allCases))
      }
      builder.add(packages.binaries(in: root))
    }
    return builder.dependencies
  }

  private func builder(
    _ code: FunctionCode?, application: String, path: String, function: String?
  ) -> FunctionDependencyBuilder {
    FunctionDependencyBuilder(matcher: matcher, code: code) { [exemptions] identity, version, names in
      exemptions(
        Exemption(
          identity: identity, version: version, names: names, application: application, path: path,
          function: function))
    }
  }

  private func installed(nearest folder: String) -> [ProjectPackages.Bundle] {
    let folders = [folder] + (folder.isEmpty ? [] : FilePath.ancestors(of: folder))
    return folders.lazy.map { packages.bundles(at: $0) }.first { !$0.isEmpty } ?? []
  }

  /// What lists say that belong to no function, one for each folder.
  package func dependencies(of lists: [PackageList]) -> [FunctionDependencies] {
    let folders = Dictionary(grouping: lists) { FilePath.folder(of: $0.path) }
    return folders.keys.sorted().map { folder in
      let paths = Set((folders[folder] ?? []).map(\.path))
      let first = paths.min() ?? folder
      var builder = builder(
        nil, application: String(FilePath.name(of: first)), path: first, function: nil)
      for source in self.lists.sources(in: folder)
      where [source.manifest?.path, source.resolved?.path].contains(where: { $0.map(paths.contains) ?? false }
      ) {
        builder.add(source)
      }
      return builder.dependencies
    }.filter { !$0.lists.isEmpty }
  }

  /// Lists that no function of the applications carries, sorted by path.
  package func unused(by applications: [ApplicationDependencies]) -> [PackageList] {
    var used: Set<String> = []
    for application in applications {
      for function in application.functions.values { used.formUnion(function.lists.map(\.path)) }
    }
    return packages.lists.filter { !used.contains($0.path) && !PackagingLists.isForDevelopment($0.path) }
  }
}

extension String {
  fileprivate var isArchive: Bool { [".zip", ".jar", ".war"].contains(where: lowercased().hasSuffix) }

  /// What lies in an archive has a path behind its name and `!`.
  fileprivate var asFolder: String { isArchive ? self + "!" : self }
}
