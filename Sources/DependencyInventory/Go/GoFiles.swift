internal import PackageModel

/// Files of Go's tools, and programs that they built.
enum GoFiles: RegistryFiles {
  static let formats: Set<PackageListFormat> = [.goModule, .goSum, .goBinary]

  static func format(ofFile name: Substring, in path: String) -> PackageListFormat? {
    switch name {
    case "go.mod": .goModule
    case "go.sum": .goSum
    default: nil
    }
  }

  static func read(_ source: ListSource, into list: inout PackageList) {
    switch list.format {
    case .goModule: GoModuleReader.read(source, into: &list)
    case .goSum: GoSumReader.read(source, into: &list)
    case .goBinary: GoBinaryReader.read(source, into: &list)
    default: break
    }
  }
}
