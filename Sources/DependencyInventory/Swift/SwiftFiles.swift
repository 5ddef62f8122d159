internal import PackageModel

/// Files of Swift's tools.
enum SwiftFiles: RegistryFiles {
  static let formats: Set<PackageListFormat> = []

  static func format(ofFile name: Substring, in path: String) -> PackageListFormat? { nil }

  static func read(_ source: ListSource, into list: inout PackageList) {}
}
