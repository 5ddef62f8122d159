internal import PackageModel

/// Files of the Swift package manager.
enum SwiftFiles: RegistryFiles {
  static let formats: Set<PackageListFormat> = [.swiftManifest, .swiftResolved]

  static func format(ofFile name: Substring, in path: String) -> PackageListFormat? {
    switch name {
    case "Package.swift": .swiftManifest
    case "Package.resolved": .swiftResolved
    default: nil
    }
  }

  static func read(_ source: ListSource, into list: inout PackageList) {
    switch list.format {
    case .swiftManifest: SwiftManifest.read(source, into: &list)
    case .swiftResolved: SwiftResolved.read(source, into: &list)
    default: break
    }
  }
}
