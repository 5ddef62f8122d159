/// The patterns of one `.gitignore` or `.parapetignore`, as git reads them.
struct IgnoreRules: Sendable {
  private struct Pattern: Sendable {
    /// Path segments; `**` stands for any number of them.
    let segments: [[UInt8]]
    let isNegated: Bool
    let isForFoldersOnly: Bool
  }

  /// Patterns past this number are not read: a file of millions must not slow every path down.
  static let patternLimit = 5_000

  private let patterns: [Pattern]

  init(_ text: String) {
    patterns = text.split(whereSeparator: \.isNewline).prefix(Self.patternLimit).compactMap(Self.pattern)
  }

  var isEmpty: Bool { patterns.isEmpty }

  /// - Parameter path: Relative to the folder of the file the rules come from, without a slash at either end.
  /// - Returns: `nil` where no pattern matches, so that an outer file decides.
  func ignores(_ path: String, isFolder: Bool) -> Bool? {
    let segments = path.utf8.split(separator: UInt8(ascii: "/")).map(Array.init)
    let match = patterns.last { pattern in
      (isFolder || !pattern.isForFoldersOnly) && Self.matches(pattern.segments[...], segments[...])
    }
    return match.map { !$0.isNegated }
  }

  private static func pattern(_ line: Substring) -> Pattern? {
    var line = line
    // A trailing space counts only behind a backslash.
    while line.last == " ", !line.hasSuffix("\\ ") { line = line.dropLast() }
    if line.isEmpty || line.first == "#" { return nil }
    let isNegated = line.first == "!"
    if isNegated { line = line.dropFirst() }
    let isForFoldersOnly = line.last == "/"
    if isForFoldersOnly { line = line.dropLast() }
    if line.isEmpty { return nil }
    let isAnchored = line.contains("/")
    if line.first == "/" { line = line.dropFirst() }
    var segments = line.utf8.split(separator: UInt8(ascii: "/")).map(Array.init)
    if !isAnchored { segments.insert(Array("**".utf8), at: 0) }
    return Pattern(segments: segments, isNegated: isNegated, isForFoldersOnly: isForFoldersOnly)
  }

  private static func matches(_ pattern: ArraySlice<[UInt8]>, _ path: ArraySlice<[UInt8]>) -> Bool {
    // Positions of the pattern that can be reached so far: linear in pattern times path, no backtracking.
    var reachable = Set([pattern.startIndex])
    func closure(_ positions: Set<Int>) -> Set<Int> {
      var all = positions
      for position in positions {
        var next = position
        while next < pattern.endIndex, isDoubleStar(pattern[next]) {
          next += 1
          all.insert(next)
        }
      }
      return all
    }
    reachable = closure(reachable)
    for segment in path {
      var next: Set<Int> = []
      for position in reachable where position < pattern.endIndex {
        if isDoubleStar(pattern[position]) {
          next.insert(position)
        } else if SegmentPattern.matches(pattern[position], segment) {
          next.insert(position + 1)
        }
      }
      reachable = closure(next)
      if reachable.isEmpty { return false }
    }
    // `a/**` means everything inside, not the folder itself.
    guard reachable.contains(pattern.endIndex) else { return false }
    return !(pattern.last.map(isDoubleStar) ?? false) || path.count >= pattern.count
  }

  private static func isDoubleStar(_ segment: [UInt8]) -> Bool { segment == Array("**".utf8) }
}

/// Shell patterns within one path segment: `*`, `?`, `[a-z]` and backslash.
enum SegmentPattern {
  static func matches(_ pattern: [UInt8], _ text: [UInt8]) -> Bool {
    var position = 0
    var next = 0
    var star: (pattern: Int, text: Int)?
    while position < text.count {
      if next < pattern.count, pattern[next] == UInt8(ascii: "*") {
        star = (next, position)
        next += 1
      } else if let end = matchOne(pattern, at: next, text[position]) {
        next = end
        position += 1
      } else if let last = star {
        star = (last.pattern, last.text + 1)
        next = last.pattern + 1
        position = last.text + 1
      } else {
        return false
      }
    }
    return pattern[next...].allSatisfy { $0 == UInt8(ascii: "*") }
  }

  /// - Returns: The position behind the element that matches a byte; `nil` if it does not.
  private static func matchOne(_ pattern: [UInt8], at index: Int, _ byte: UInt8) -> Int? {
    guard index < pattern.count else { return nil }
    switch pattern[index] {
    case UInt8(ascii: "?"):
      return index + 1
    case UInt8(ascii: "\\") where index + 1 < pattern.count:
      return pattern[index + 1] == byte ? index + 2 : nil
    case UInt8(ascii: "["):
      guard let end = pattern[(index + 1)...].dropFirst().firstIndex(of: UInt8(ascii: "]")) else {
        return pattern[index] == byte ? index + 1 : nil
      }
      return isMember(byte, of: pattern[(index + 1)..<end]) ? end + 1 : nil
    default:
      return pattern[index] == byte ? index + 1 : nil
    }
  }

  private static func isMember(_ byte: UInt8, of set: ArraySlice<UInt8>) -> Bool {
    let isNegated = set.first == UInt8(ascii: "!") || set.first == UInt8(ascii: "^")
    let members = Array(isNegated ? set.dropFirst() : set)
    var index = 0
    var isFound = false
    while index < members.count {
      if index + 2 < members.count, members[index + 1] == UInt8(ascii: "-") {
        if members[index] <= byte, byte <= members[index + 2] { isFound = true }
        index += 3
      } else {
        if members[index] == byte { isFound = true }
        index += 1
      }
    }
    return isFound != isNegated
  }
}
