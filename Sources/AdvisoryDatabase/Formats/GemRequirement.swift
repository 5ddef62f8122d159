/// A requirement of RubyGems: `>= 1.2`, `~> 4.2.5, >= 4.2.5.1`.
enum GemRequirement {
  /// In bytes; real ones have two conditions.
  private static let lengthLimit = 512

  /// - Returns: The versions that meet all its conditions; `nil` for a text that is no requirement.
  static func intervals(_ text: String, in order: VersionIntervals) -> [VersionInterval]? {
    guard text.utf8.count <= lengthLimit else { return nil }
    var result = [VersionInterval.all]
    for condition in text.split(separator: ",") {
      guard let allowed = conditionIntervals(condition) else { return nil }
      result = result.flatMap { one in allowed.compactMap { order.intersection(one, $0) } }
    }
    return result
  }

  private static func conditionIntervals(_ text: Substring) -> [VersionInterval]? {
    let trimmed = text.drop { $0 == " " }
    let sign = trimmed.prefix { "<>=!~".contains($0) }
    let words = trimmed.dropFirst(sign.count).split(separator: " ")
    // `- "~> 1.2"` has one word; prose in the wrong field has several.
    guard words.count == 1, let word = words.first, word.first?.isNumber == true else { return nil }
    let version = String(word)
    switch sign {
    case "", "=": return [VersionInterval(lower: .before(version), upper: .after(version))]
    case "!=":
      return [
        VersionInterval(lower: .start, upper: .before(version)),
        VersionInterval(lower: .after(version), upper: .end),
      ]
    case ">=": return [VersionInterval(lower: .before(version), upper: .end)]
    case ">": return [VersionInterval(lower: .after(version), upper: .end)]
    case "<": return [VersionInterval(lower: .start, upper: .before(version))]
    case "<=": return [VersionInterval(lower: .start, upper: .after(version))]
    case "~>":
      return bumped(version).map { [VersionInterval(lower: .before(version), upper: .before($0))] }
    default: return nil
    }
  }

  /// The first version that `~>` leaves out: without prerelease parts, the part before the last is raised.
  ///
  /// `.a` because `~> 2.2` has no prereleases of 3.
  private static func bumped(_ version: String) -> String? {
    var parts = version.replacing("-", with: ".pre.").split(separator: ".")
      .prefix { $0.allSatisfy(\.isNumber) }.map { Int($0) }
    if parts.count > 1 { parts.removeLast() }
    guard let last = parts.last, let number = last, number < Int.max, parts.allSatisfy({ $0 != nil }) else {
      return nil
    }
    parts[parts.count - 1] = number + 1
    return parts.compactMap { $0.map(String.init) }.joined(separator: ".") + ".a"
  }
}
