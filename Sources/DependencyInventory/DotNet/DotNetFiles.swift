internal import PackageModel

/// Files of NuGet and the .NET SDK.
enum DotNetFiles: RegistryFiles {
  static let formats: Set<PackageListFormat> = [.nugetLock, .dotnetDependencies, .dotnetProject]

  static func format(ofFile name: Substring, in path: String) -> PackageListFormat? {
    let lower = name.lowercased()
    // `packages.<project>.lock.json` where a folder holds several projects.
    if lower.hasPrefix("packages."), lower.hasSuffix(".lock.json") || lower == "packages.lock.json" {
      return .nugetLock
    }
    if lower.hasSuffix(".deps.json") { return .dotnetDependencies }
    let projects = [".csproj", ".fsproj", ".vbproj"]
    return lower == "packages.config" || projects.contains(where: lower.hasSuffix) ? .dotnetProject : nil
  }

  static func read(_ source: ListSource, into list: inout PackageList) {
    switch list.format {
    case .nugetLock: NuGetLockReader.read(source, into: &list)
    case .dotnetDependencies: DependenciesReader.read(source, into: &list)
    case .dotnetProject:
      if source.path.lowercased().hasSuffix("packages.config") {
        PackagesConfigReader.read(source, into: &list)
      } else {
        ProjectReader.read(source, into: &list)
      }
    default: break
    }
  }
}
