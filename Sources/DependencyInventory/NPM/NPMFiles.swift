internal import FindingModel
internal import PackageModel

/// Files of npm, yarn, pnpm and Bun.
enum NPMFiles: RegistryFiles {
  static let formats: Set<PackageListFormat> = [
    .npmManifest, .npmLock, .yarnLock, .pnpmLock, .bunLock, .npmBundle,
  ]

  static func format(ofFile name: Substring, in path: String) -> PackageListFormat? {
    let isInstalled = path.hasPrefix("node_modules/") || path.contains("/node_modules/")
    if isInstalled {
      // Only what is installed counts there: packages bring the lockfiles of their own development along.
      let isPackage = name == "package.json" && NPMLock.name(ofLocation: FilePath.folder(of: path)) != nil
      return isPackage ? .npmBundle : nil
    }
    return switch name {
    case "package.json": .npmManifest
    case "package-lock.json", "npm-shrinkwrap.json": .npmLock
    case "yarn.lock": .yarnLock
    case "pnpm-lock.yaml": .pnpmLock
    case "bun.lock": .bunLock
    default: nil
    }
  }

  static func read(_ source: ListSource, into list: inout PackageList) {
    switch list.format {
    case .npmManifest: NPMManifest.read(source, into: &list)
    case .npmBundle: NPMManifest.readBundled(source, into: &list)
    case .npmLock: NPMLock.read(source, into: &list)
    case .yarnLock: YarnLock.read(source, into: &list)
    case .pnpmLock: PNPMLock.read(source, into: &list)
    case .bunLock: BunLock.read(source, into: &list)
    default: break
    }
  }
}
