/// A range in the grammar of npm: `>=1.2 <2 || ~3.1`, prereleases included, as audits read it.
///
/// Source: the grammar in the documentation of `node-semver`.
enum NPMRange {
  /// - Returns: The versions of each alternative; `nil` for a text that is no range.
  static func intervals(_ text: String, in order: VersionIntervals) -> [VersionInterval]? {
    var result: [VersionInterval] = []
    for alternative in text.split(separator: "||", omittingEmptySubsequences: false) {
      guard let conditions = conditions(alternative) else { return nil }
      var interval: VersionInterval? = .all
      for condition in conditions { interval = interval.flatMap { order.intersection($0, condition) } }
      if let interval { result.append(interval) }
    }
    return result
  }

  private static func conditions(_ text: Substring) -> [VersionInterval]? {
    let words = words(text)
    if words.count == 3, words[1] == "-" {
      guard let from = Partial(words[0]), let to = Partial(words[2]) else { return nil }
      return [VersionInterval(lower: .before(from.lowest), upper: to.end)]
    }
    var result: [VersionInterval] = []
    for word in words {
      guard let condition = condition(word) else { return nil }
      result.append(condition)
    }
    return result
  }

  /// A sign belongs to the version after it, whatever space is between them.
  private static func words(_ text: Substring) -> [Substring] {
    var words: [Substring] = []
    var start = text.startIndex
    var isInSign = false
    var index = text.startIndex
    func take(upTo end: Substring.Index) {
      if start < end { words.append(text[start..<end]) }
    }
    while index < text.endIndex {
      let character = text[index]
      if "<>=~^".contains(character) {
        if !isInSign {
          take(upTo: index)
          start = index
        }
        isInSign = true
      } else if character == " " || character == "," {
        if !isInSign {
          take(upTo: index)
          start = text.index(after: index)
        }
      } else {
        isInSign = false
      }
      index = text.index(after: index)
    }
    take(upTo: text.endIndex)
    return words
  }

  private static func condition(_ word: Substring) -> VersionInterval? {
    let sign = word.prefix { "<>=~^".contains($0) }
    let text = word.dropFirst(sign.count).drop { $0 == " " }
    guard !text.isEmpty, let version = Partial(text) else { return nil }
    let lower = version.isAny ? VersionCut.start : .before(version.lowest)
    switch sign {
    case "", "=": return VersionInterval(lower: lower, upper: version.end)
    case ">=": return VersionInterval(lower: lower, upper: .end)
    case "<": return VersionInterval(lower: .start, upper: .before(version.lowest))
    case "<=": return VersionInterval(lower: .start, upper: version.end)
    case ">":
      // Greater than all of 1.2 starts at 1.3.
      return VersionInterval(lower: version.end, upper: .end)
    case "~", "~>":
      return VersionInterval(lower: lower, upper: version.end(raising: version.minor == nil ? 0 : 1))
    case "^": return VersionInterval(lower: lower, upper: version.caretEnd)
    default: return nil
    }
  }
}

/// A version of which parts may be missing or `x`.
private struct Partial {
  let major: Int?
  let minor: Int?
  let patch: Int?
  /// With its hyphen.
  let prerelease: Substring

  init?(_ text: Substring) {
    var text = text.drop { $0 == " " }
    if text.hasPrefix("v") || text.hasPrefix("=") { text = text.dropFirst() }
    let core = text.prefix { $0 != "-" && $0 != "+" }
    let parts = core.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 3 else { return nil }
    var numbers: [Int?] = []
    for part in parts where !["x", "X", "*", ""].contains(part) || parts.count > 1 {
      if ["x", "X", "*"].contains(part) {
        numbers.append(nil)
      } else {
        guard let number = Int(part), number >= 0, number < Int.max else { return nil }
        numbers.append(number)
      }
    }
    // After a free part all others are free.
    if let free = numbers.firstIndex(of: nil) { numbers.removeSubrange(free...) }
    major = numbers.first ?? nil
    minor = numbers.count > 1 ? numbers[1] : nil
    patch = numbers.count > 2 ? numbers[2] : nil
    prerelease = text.dropFirst(core.count).prefix { $0 != "+" }
  }

  var isAny: Bool { major == nil }

  var lowest: String { "\(major ?? 0).\(minor ?? 0).\(patch ?? 0)\(patch == nil ? "" : prerelease)" }

  /// After all versions it stands for.
  var end: VersionCut {
    if major == nil { return .end }
    if minor == nil { return end(raising: 0) }
    return patch == nil ? end(raising: 1) : .after(lowest)
  }

  /// Before the prereleases of the version in which one part is raised.
  func end(raising part: Int) -> VersionCut {
    guard let major else { return .end }
    return switch part {
    case 0: .before("\(major + 1).0.0-0")
    case 1: .before("\(major).\((minor ?? 0) + 1).0-0")
    default: .before("\(major).\(minor ?? 0).\((patch ?? 0) + 1)-0")
    }
  }

  /// The leftmost part that is not zero stays.
  var caretEnd: VersionCut {
    if major != 0 || minor == nil { return end(raising: 0) }
    if minor != 0 || patch == nil { return end(raising: 1) }
    return end(raising: 2)
  }
}
