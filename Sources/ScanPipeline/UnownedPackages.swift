internal import ApplicationModel
internal import DependencyAnalysis
internal import FindingModel
internal import PackageModel

/// Manifests and lockfiles that belong to no function of the scanned tree.
enum UnownedPackages {
  /// Where a tree has no functions, its lists are what there is to judge: one application for each folder.
  static func applications(
    of lists: [PackageList], _ analyser: DependencyAnalyser
  ) -> [(Application, ApplicationDependencies)] {
    analyser.dependencies(of: lists).compactMap { carried in
      guard let path = carried.lists.map(\.path).min() else { return nil }
      let application = Application(
        name: String(FilePath.name(of: path)), path: path, dialect: .packageList, scenario: Scenario())
      var dependencies = ApplicationDependencies()
      dependencies.unowned = [carried]
      return (application, dependencies)
    }
  }

  /// Beside functions, such lists are of front ends and tools: it is said that nobody judged them.
  static func notChecked(_ lists: [PackageList]) -> [NotChecked] {
    lists.filter { !$0.packages.isEmpty || !$0.requirements.isEmpty }.map {
      NotChecked(
        path: $0.path,
        reason: "no function of the scanned files is packaged from it, so its packages were not judged",
        isError: false)
    }
  }
}
