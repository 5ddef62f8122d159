internal import PackageModel

/// Files of Bundler.
enum RubyFiles: RegistryFiles {
  static let formats: Set<PackageListFormat> = [.gemfile, .gemfileLock]

  static func format(ofFile name: Substring, in path: String) -> PackageListFormat? {
    switch name {
    case "Gemfile", "gems.rb": .gemfile
    case "Gemfile.lock", "gems.locked": .gemfileLock
    default: nil
    }
  }

  static func read(_ source: ListSource, into list: inout PackageList) {
    switch list.format {
    case .gemfile: RubyManifest.read(source, into: &list)
    case .gemfileLock: GemfileLock.read(source, into: &list)
    default: break
    }
  }
}
