package import PackageModel

/// Names that are easily taken for those of well-known packages.
package enum Typosquat {
  /// What makes two names alike.
  package enum Reason: String, Hashable, Sendable {
    case swapped = "two neighbouring characters are swapped"
    case omitted = "a character is left out"
    case doubled = "a character is doubled"
    case added = "a character is added"
    case replaced = "one character is another"
    case separators = "only the separators differ"
    case homoglyphs = "characters that look the same are exchanged"
    case scope = "the scope is written as part of the name, or another scope"
    case order = "the same words stand in another order"
  }

  package struct Likeness: Hashable, Sendable {
    package let popular: String
    package let reason: Reason

    package init(popular: String, reason: Reason) {
      self.popular = popular
      self.reason = reason
    }
  }

  /// Shorter names are like each other by chance.
  private static let shortestName = 5
  /// Any other character in the place of one needs a longer name than a slip of the finger.
  private static let shortestReplaced = 7
  /// npm allows 214 characters; what is longer is like nothing.
  private static let longestName = 214

  /// The popular package that a name is like; `nil` for well-known names themselves, and for all others.
  ///
  /// Cost is a look at the popular names of about the same length.
  package static func likeness(of name: String, in ecosystem: Ecosystem) -> Likeness? {
    guard let names = PopularPackages.names(in: ecosystem) else { return nil }
    let name = PackageIdentity(ecosystem, name).name.lowercased()
    guard (shortestName...longestName).contains(name.utf8.count), !names.isKnown(name) else { return nil }
    if let popular = names.bySkeleton[skeleton(name)], let reason = skeletonReason(name, popular) {
      return Likeness(popular: popular, reason: reason)
    }
    if let popular = names.byWords[words(name)], !isSameScope(name, popular) {
      return Likeness(popular: popular, reason: .order)
    }
    let bytes = Array(name.utf8)
    for length in (bytes.count - 1)...(bytes.count + 1) {
      for popular in names.byLength[length] ?? [] {
        guard let reason = slip(bytes, popular.bytes), !isSameScope(name, popular.name) else { continue }
        return Likeness(popular: popular.name, reason: reason)
      }
    }
    return nil
  }

  /// Nobody but its owner publishes in a scope.
  private static func isSameScope(_ name: String, _ popular: String) -> Bool {
    guard name.hasPrefix("@"), popular.hasPrefix("@") else { return false }
    return name.prefix { $0 != "/" } == popular.prefix { $0 != "/" }
  }

  // MARK: Names that look the same

  /// One spelling for all names that look the same: no separators, one of each kind of like characters.
  static func skeleton(_ name: String) -> String {
    var result = ""
    for scalar in name.unicodeScalars {
      switch scalar {
      case "-", "_", ".", "/", "@": continue
      case "0", "о", "ο": result += "o"
      case "1", "i", "і", "ı": result += "l"
      case "а", "α": result += "a"
      case "е": result += "e"
      case "с": result += "c"
      case "р": result += "p"
      case "у": result += "y"
      case "х": result += "x"
      case "5", "ѕ": result += "s"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result.replacing("rn", with: "m").replacing("vv", with: "w")
  }

  private static func skeletonReason(_ name: String, _ popular: String) -> Reason? {
    if isSameScope(name, popular) { return nil }
    let isSeparator: (Character) -> Bool = { "-_./@".contains($0) }
    guard name.filter({ !isSeparator($0) }) == popular.filter({ !isSeparator($0) }) else {
      return .homoglyphs
    }
    return popular.hasPrefix("@") || name.hasPrefix("@") ? .scope : .separators
  }

  /// The words of a name in the order of the alphabet; empty for a single word.
  static func words(_ name: String) -> [Substring] {
    let words = name.split { "-_.".contains($0) }
    return words.count > 1 && !name.hasPrefix("@") ? words.sorted() : []
  }

  // MARK: Slips of the finger

  /// What one slip makes the second of the first; `nil` if it takes more, or if it is a different number.
  static func slip(_ name: [UInt8], _ popular: [UInt8]) -> Reason? {
    var start = 0
    let shorter = min(name.count, popular.count)
    while start < shorter, name[start] == popular[start] { start += 1 }
    var end = 0
    while end < shorter - start, name[name.count - 1 - end] == popular[popular.count - 1 - end] { end += 1 }
    // What is left between what both have in common.
    let own = name[start..<(name.count - end)]
    let other = popular[start..<(popular.count - end)]
    // `name2` is the next generation of `name`, not its copy.
    if own.contains(where: isDigit) || other.contains(where: isDigit) { return nil }
    switch (own.count, other.count) {
    case (0, 1): return .omitted
    case (1, 0): return added(own[start], at: start, in: name)
    case (1, 1): return popular.count >= shortestReplaced ? .replaced : nil
    case (2, 2): return own.first == other.last && own.last == other.first ? .swapped : nil
    default: return nil
    }
  }

  private static func added(_ byte: UInt8, at index: Int, in name: [UInt8]) -> Reason? {
    let isDoubled =
      index > 0 && name[index - 1] == byte || index + 1 < name.count && name[index + 1] == byte
    if isDoubled { return .doubled }
    return name.count > shortestReplaced ? .added : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
