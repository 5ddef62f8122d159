internal import PackageModel

extension VersionIntervals {
  /// In semantic versions, the smallest successor of `1.2.3` is `1.2.4-0`, and of `1.2.3-rc` it is `1.2.3-rc.0`.
  static let npm = VersionIntervals(
    isBefore: { isBefore($0, $1, in: .npm) },
    next: { version in
      guard !version.contains("-") else { return version + ".0" }
      let parts = version.split(separator: ".")
      guard parts.count == 3, let patch = Int(parts[2]), patch < Int.max else { return version }
      return "\(parts[0]).\(parts[1]).\(patch + 1)-0"
    })

  /// Versions of gems have no smallest successor, since further parts come between any two: nobody publishes this one.
  static let rubyGems = VersionIntervals(
    isBefore: { isBefore($0, $1, in: .rubyGems) }, next: { $0 + ".0.0.1" })

  private static func isBefore(_ left: String, _ right: String, in ecosystem: Ecosystem) -> Bool? {
    guard let left = Version(left, in: ecosystem), let right = Version(right, in: ecosystem) else {
      return nil
    }
    return left < right
  }
}
