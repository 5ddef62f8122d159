internal import ApplicationModel

/// Matching of a policy's text with a request's, with three answers.
enum PatternMatching {
  /// Longest text that is compared: no ARN, and no condition value of use, is longer.
  static let lengthLimit = 4096

  /// ARNs: a wildcard at the end of a segment reaches over the colon, one within a segment does not.
  ///
  /// The platform documents this on its page about the element `Resource`.
  ///
  /// - Parameter isNameExact: Whether `*` in the name is a character and not what is unknown of it.
  static func matchesARN(
    _ pattern: Text, _ name: Text, context: RequestContext, isNameExact: Bool = false
  ) -> Truth {
    if pattern.isWildcard { return .yes }
    let pattern = pattern.inUsualPartition
    if differAtStart(pattern, name) { return .no }
    var table = PatternSymbols.Table()
    if let left = pattern.references.first, let right = name.references.first {
      // Two different resources are never one; the same may be written by its ARN or by its name within one.
      guard left.id == right.id else { return .no }
      let left = PatternSymbols(
        policy: pattern.behindReference, hasWildcards: true, context: context, table: &table)
      let right = PatternSymbols(request: name.behindReference, hasUnknowns: !isNameExact, table: &table)
      return left.lacksValue ? .no : SymbolMatching.matches(left.symbols, right.symbols)
    }
    let left = PatternSymbols(policy: pattern, hasWildcards: true, context: context, table: &table)
    let right = PatternSymbols(request: name, hasUnknowns: !isNameExact, table: &table)
    return left.lacksValue ? .no : SymbolMatching.matches(left.asARN, right.asARN)
  }

  static func matchesText(
    _ pattern: Text, _ name: Text, context: RequestContext, hasWildcards: Bool, ignoringCase: Bool = false
  ) -> Truth {
    var table = PatternSymbols.Table()
    let pattern = ignoringCase ? pattern.lowercased : pattern
    let name = ignoringCase ? name.lowercased : name
    let left = PatternSymbols(policy: pattern, hasWildcards: hasWildcards, context: context, table: &table)
    let right = PatternSymbols(request: name, hasUnknowns: false, table: &table)
    return left.lacksValue ? .no : SymbolMatching.matches(left.symbols, right.symbols)
  }

  /// Whether two texts cannot be the same for what they start with; most pairs end here, at little cost.
  private static func differAtStart(_ pattern: Text, _ name: Text) -> Bool {
    for (left, right) in zip(pattern.leadingLiteral.utf8, name.leadingLiteral.utf8) {
      if "*?$".utf8.contains(left) || right == UInt8(ascii: "*") { return false }
      if left != right { return true }
    }
    return false
  }
}

/// Matching of symbols.
enum SymbolMatching {
  typealias Symbol = PatternSymbols.Symbol

  /// Most colons of a name; each is a place where a wildcard that reaches over colons may end.
  static let colonLimit = 64

  /// Certain if the pattern covers the name whatever the unknown parts are; possible if it may.
  static func matches(_ pattern: [Symbol], _ name: [Symbol]) -> Truth {
    let limit = PatternMatching.lengthLimit
    guard pattern.count <= limit, name.count <= limit,
      name.count(where: { $0 == PatternSymbols.colon }) <= colonLimit
    else { return .maybe }
    if covers(pattern, name) { return .yes }
    guard pattern.contains(where: isUnknown) || name.contains(where: isUnknown) else { return .no }
    return Truth(mayMeet(pattern, name)) && .maybe
  }

  private static func isUnknown(_ symbol: Symbol) -> Bool {
    symbol == PatternSymbols.unknown || symbol == PatternSymbols.unknownSegment
      || symbol >= PatternSymbols.firstFixed
  }

  private typealias Star = (pattern: Int, name: Int)

  /// Whether all that the name may be is covered; what is unknown in it only `*` covers.
  private static func covers(_ pattern: [Symbol], _ name: [Symbol]) -> Bool {
    var (next, position) = (0, 0)
    var run: Star?
    var segmentRun: Star?
    while position < name.count {
      let symbol = next < pattern.count ? pattern[next] : nil
      if symbol == PatternSymbols.anyRun {
        (run, segmentRun) = ((next, position), nil)
        next += 1
      } else if symbol == PatternSymbols.segmentRun {
        segmentRun = (next, position)
        next += 1
      } else if let symbol, isCovered(name[position], by: symbol) {
        next += 1
        position += 1
      } else if let star = segmentRun, absorbs(PatternSymbols.segmentRun, name[star.name]) {
        // Only the latest star needs to grow; one within a segment as far as the colon.
        segmentRun = (star.pattern, star.name + 1)
        (next, position) = (star.pattern + 1, star.name + 1)
      } else if let star = run {
        (run, segmentRun) = ((star.pattern, star.name + 1), nil)
        (next, position) = (star.pattern + 1, star.name + 1)
      } else {
        return false
      }
    }
    return pattern[next...].allSatisfy { $0 == PatternSymbols.anyRun || $0 == PatternSymbols.segmentRun }
  }

  private static func isCovered(_ name: Symbol, by pattern: Symbol) -> Bool {
    // Never two unknown texts, though they look the same: they may differ.
    if pattern == PatternSymbols.anyOne { return (0..<PatternSymbols.firstFixed).contains(name) }
    return pattern >= 0 && pattern == name
  }

  private static func isRun(_ symbol: Symbol) -> Bool {
    symbol <= PatternSymbols.anyRun || symbol >= PatternSymbols.firstFixed
  }

  /// Whether a run may stand for text with a symbol in it.
  private static func absorbs(_ run: Symbol, _ symbol: Symbol) -> Bool {
    guard run == PatternSymbols.segmentRun || run == PatternSymbols.unknownSegment else { return true }
    return symbol != PatternSymbols.colon && symbol != PatternSymbols.anyRun
      && symbol != PatternSymbols.unknown
  }

  /// Whether the pattern covers the name for some value of the unknown parts.
  ///
  /// Cost is the product of their lengths.
  private static func mayMeet(_ pattern: [Symbol], _ name: [Symbol]) -> Bool {
    // row[j]: all of the pattern up to here and name[..<j] may be the same text.
    var row = [Bool](repeating: false, count: name.count + 1)
    row[0] = true
    for i in 0...pattern.count {
      var next = [Bool](repeating: false, count: name.count + 1)
      let left = i < pattern.count ? pattern[i] : nil
      for j in 0...name.count where row[j] {
        let right = j < name.count ? name[j] : nil
        if let left, isRun(left) { next[j] = true }
        if let right, isRun(right) { row[j + 1] = true }
        guard let left, let right else { continue }
        if isRun(left), absorbs(left, right) { row[j + 1] = true }
        if isRun(right), absorbs(right, left) { next[j] = true }
        if isCovered(right, by: left) { next[j + 1] = true }
      }
      if i < pattern.count { row = next }
    }
    return row[name.count]
  }
}

extension Text {
  /// Nobody has resources in two partitions, and what code needs is written for the usual one.
  fileprivate var inUsualPartition: Text {
    let start = leadingLiteral
    guard start.hasPrefix("arn:aws-"), let end = start.dropFirst(4).firstIndex(of: ":") else { return self }
    return Text([.literal("arn:aws" + start[end...])] + parts.dropFirst())
  }

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
