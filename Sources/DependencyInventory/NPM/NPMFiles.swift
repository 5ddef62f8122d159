internal import PackageModel

/// Files of npm's tools.
enum NPMFiles: RegistryFiles {
  static let formats: Set<PackageListFormat> = []

  static func format(ofFile name: Substring, in path: String) -> PackageListFormat? { nil }

  static func read(_ source: ListSource, into list: inout PackageList) {}
}
