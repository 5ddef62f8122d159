internal import ApplicationModel

/// Matching of a policy's text with a request's, with three answers.
enum PatternMatching {
  /// Longest text that is compared: no ARN, and no condition value of use, is longer.
  static let lengthLimit = 4096

  /// ARNs, segment by segment: a wildcard does not reach over a colon, but in the last of six segments.
  static func matchesARN(_ pattern: Text, _ name: Text, context: RequestContext) -> Truth {
    if pattern.isWildcard { return .yes }
    if let pattern = pattern.literal, let name = name.literal, isPlain(pattern), !name.utf8.contains(star) {
      return Truth(matchesPlainARN(pattern, name))
    }
    return matches(pattern, name, context: context, isARN: true, hasWildcards: true)
  }

  static func matchesText(
    _ pattern: Text, _ name: Text, context: RequestContext, hasWildcards: Bool, ignoringCase: Bool = false
  ) -> Truth {
    if ignoringCase {
      return matchesText(
        pattern.lowercased, name.lowercased, context: context, hasWildcards: hasWildcards)
    }
    return matches(pattern, name, context: context, isARN: false, hasWildcards: hasWildcards)
  }

  private static let star = UInt8(ascii: "*")

  /// Without variables, and of a length that may be an ARN's.
  private static func isPlain(_ pattern: String) -> Bool {
    pattern.utf8.count <= lengthLimit && !pattern.utf8.contains(UInt8(ascii: "$"))
  }

  private static func matchesPlainARN(_ pattern: String, _ name: String) -> Bool {
    guard name.utf8.count <= lengthLimit else { return false }
    let patterns = pattern.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
    let names = name.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
    guard patterns.count == 6 || patterns.last?.hasSuffix("*") ?? false else { return pattern == name }
    guard names.count >= patterns.count else { return false }
    return zip(patterns, names).allSatisfy { $0 == $1 || $0 == "*" || Glob(String($0)).matches(String($1)) }
  }

  private static func matches(
    _ pattern: Text, _ name: Text, context: RequestContext, isARN: Bool, hasWildcards: Bool
  ) -> Truth {
    var (pattern, name) = (pattern, name)
    if let left = pattern.references.first, let right = name.references.first {
      // Two different resources are never one; the same may be written by its ARN or by its name within one.
      guard left.id == right.id else { return .no }
      (pattern, name) = (pattern.behindReference, name.behindReference)
    }
    let left = PatternSymbols(policy: pattern, hasWildcards: hasWildcards, context: context)
    let right = PatternSymbols(request: name, hasUnknowns: isARN)
    if left.lacksValue { return .no }
    guard left.symbols.count <= lengthLimit, right.symbols.count <= lengthLimit else { return .maybe }
    guard isARN else { return matches(left.symbols[...], right.symbols[...]) }
    return matchesSegments(left.symbols, right.symbols)
  }

  private static func matchesSegments(
    _ pattern: [PatternSymbols.Symbol], _ name: [PatternSymbols.Symbol]
  ) -> Truth {
    let patterns = segments(pattern)
    let names = segments(name)
    // A text of fewer segments may be a whole ARN in one unknown part.
    guard patterns.count == names.count else {
      let isOpen = [patterns.last, names.last].contains { last in
        switch last?.last {
        case .anyRun?, .unknown?, .fixed?: true
        default: false
        }
      }
      return isOpen ? min(matches(pattern[...], name[...]), .maybe) : .no
    }
    return zip(patterns, names).all { matches($0, $1) }
  }

  private static func segments(_ symbols: [PatternSymbols.Symbol]) -> [ArraySlice<PatternSymbols.Symbol>] {
    symbols.split(separator: .byte(UInt8(ascii: ":")), maxSplits: 5, omittingEmptySubsequences: false)
  }

  /// Certain if the pattern covers the name whatever the unknown parts are; possible if it may.
  private static func matches(
    _ pattern: ArraySlice<PatternSymbols.Symbol>, _ name: ArraySlice<PatternSymbols.Symbol>
  ) -> Truth {
    if covers(Array(pattern), Array(name)) { return .yes }
    let isKnown = { (symbol: PatternSymbols.Symbol) in
      switch symbol {
      case .byte, .anyOne, .anyRun: true
      case .fixed, .unknown: false
      }
    }
    if pattern.allSatisfy(isKnown), name.allSatisfy(isKnown) { return .no }
    return Truth(mayMeet(Array(pattern), Array(name))) && .maybe
  }

  /// As ``Glob/matches(_:)``, over symbols; what is unknown in the name only `*` covers.
  private static func covers(_ pattern: [PatternSymbols.Symbol], _ name: [PatternSymbols.Symbol]) -> Bool {
    var position = 0
    var next = 0
    var star: (pattern: Int, name: Int)?
    while position < name.count {
      if next < pattern.count, pattern[next] == .anyRun {
        star = (next, position)
        next += 1
      } else if next < pattern.count, isCovered(name[position], by: pattern[next]) {
        next += 1
        position += 1
      } else if let last = star {
        star = (last.pattern, last.name + 1)
        next = last.pattern + 1
        position = last.name + 1
      } else {
        return false
      }
    }
    return pattern[next...].allSatisfy { $0 == .anyRun }
  }

  private static func isCovered(_ name: PatternSymbols.Symbol, by pattern: PatternSymbols.Symbol) -> Bool {
    switch (pattern, name) {
    case (.anyOne, .byte): true
    case (.byte(let left), .byte(let right)): left == right
    case (.fixed(let left), .fixed(let right)): left == right
    default: false
    }
  }

  private static func isRun(_ symbol: PatternSymbols.Symbol) -> Bool {
    switch symbol {
    case .anyRun, .fixed, .unknown: true
    case .byte, .anyOne: false
    }
  }

  /// Whether the pattern covers the name for some value of the unknown parts.
  ///
  /// Cost is the product of their lengths.
  private static func mayMeet(_ pattern: [PatternSymbols.Symbol], _ name: [PatternSymbols.Symbol]) -> Bool {
    // row[j]: all of the pattern up to here and name[..<j] may be the same text.
    var row = [Bool](repeating: false, count: name.count + 1)
    row[0] = true
    for i in 0...pattern.count {
      var next = [Bool](repeating: false, count: name.count + 1)
      for j in 0...name.count where row[j] {
        let isRunHere = i < pattern.count && isRun(pattern[i])
        let isRunThere = j < name.count && isRun(name[j])
        if i < pattern.count, isRunHere || isRunThere { next[j] = true }
        if j < name.count, isRunHere || isRunThere { row[j + 1] = true }
        if i < pattern.count, j < name.count, isCovered(name[j], by: pattern[i]) { next[j + 1] = true }
      }
      if i < pattern.count { row = next }
    }
    return row[name.count]
  }
}

extension Text {
  fileprivate var behindReference: Text {
    guard let index = parts.firstIndex(where: { if case .reference = $0 { true } else { false } }) else {
      return self
    }
    return Text(Array(parts[(index + 1)...]))
  }

  fileprivate var lowercased: Text {
    Text(
      parts.map { part in
        if case .literal(let text) = part { .literal(text.lowercased()) } else { part }
      })
  }
}
