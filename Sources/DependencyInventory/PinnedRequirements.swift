internal import PackageModel

/// What a manifest asks for in one exact version is installed in that version, also without a lockfile.
enum PinnedRequirements {
  static func add(to list: inout PackageList) {
  }
}
