internal import PackageModel

/// Files of PyPI's tools.
enum PythonFiles: RegistryFiles {
  static let formats: Set<PackageListFormat> = []

  static func format(ofFile name: Substring, in path: String) -> PackageListFormat? { nil }

  static func read(_ source: ListSource, into list: inout PackageList) {}
}
