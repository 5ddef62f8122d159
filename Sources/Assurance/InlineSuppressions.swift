package import FindingModel

/// A comment such as `# parapet:ignore sas4-admin reason="break glass" until=2027-01-31`.
///
/// It covers the line it stands on and the block below that line; alone on a line it covers the next line
/// that is no comment, with its block. A block is what is indented deeper.
package struct InlineSuppression: Hashable, Sendable {
  package let rule: String
  package let reason: String
  package let until: CalendarDate?
  package let location: SourceLocation
  /// First and last line covered.
  package let lines: ClosedRange<Int>

  package init(
    rule: String, reason: String, until: CalendarDate?, location: SourceLocation, lines: ClosedRange<Int>
  ) {
    self.rule = rule
    self.reason = reason
    self.until = until
    self.location = location
    self.lines = lines
  }
}

/// A comment that looks like a suppression and is none.
package struct MalformedSuppression: Hashable, Sendable {
  package let location: SourceLocation
  /// What is wrong, as the end of a sentence: `it gives no reason`.
  package let problem: String
}

/// Finds suppressions in the comments of a file, whatever its language.
package enum InlineSuppressions {
  static let marker = "parapet:ignore"

  /// - Parameter text: A whole file; one without the marker costs one search.
  package static func read(
    _ text: String, path: String
  ) -> (valid: [InlineSuppression], malformed: [MalformedSuppression]) {
    guard text.utf8.count >= marker.utf8.count, text.contains(marker) else { return ([], []) }
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    var valid: [InlineSuppression] = []
    var malformed: [MalformedSuppression] = []
    for (index, line) in lines.enumerated() {
      guard let comment = Comment(line) else { continue }
      let location = SourceLocation(path: path, line: index + 1, column: comment.column)
      switch Directive.parse(comment.directive) {
      case .failure(let problem):
        malformed.append(MalformedSuppression(location: location, problem: problem.text))
      case .success(let directive):
        let covered = coverage(of: index, isAlone: comment.isAlone, in: lines)
        valid.append(
          InlineSuppression(
            rule: directive.rule, reason: directive.reason, until: directive.until, location: location,
            lines: covered))
      }
    }
    return (valid, malformed)
  }

  private static func coverage(of index: Int, isAlone: Bool, in lines: [Substring]) -> ClosedRange<Int> {
    var start = index
    if isAlone {
      start = lines.indices.dropFirst(index + 1).first { !isBlankOrComment(lines[$0]) } ?? index
    }
    let indentation = indentation(of: lines[start])
    var end = start
    for next in lines.indices.dropFirst(start + 1) {
      if isBlankOrComment(lines[next]) { continue }
      let depth = Self.indentation(of: lines[next])
      // YAML lets the items of a key's list stand as deep as the key itself.
      let isFlushItem = depth == indentation && isItem(lines[next]) && !isItem(lines[start])
      guard depth > indentation || isFlushItem else { break }
      end = next
    }
    return (start + 1)...(end + 1)
  }

  private static func indentation(of line: Substring) -> Int {
    // The dash of a list item is part of its indentation: its keys stand deeper.
    line.prefix { $0 == " " || $0 == "\t" }.count
  }

  private static func isItem(_ line: Substring) -> Bool {
    let text = line.drop { $0 == " " || $0 == "\t" }
    return text == "-" || text.hasPrefix("- ")
  }

  private static func isBlankOrComment(_ line: Substring) -> Bool {
    guard let first = line.first(where: { $0 != " " && $0 != "\t" }) else { return true }
    return first == "#" || line.drop { $0 == " " || $0 == "\t" }.hasPrefix("//")
  }
}

/// The part of a line that is a comment with the marker.
private struct Comment {
  let column: Int
  let isAlone: Bool
  /// What follows the marker.
  let directive: Substring

  init?(_ line: Substring) {
    guard let range = line.ranges(of: InlineSuppressions.marker).first else { return nil }
    let before = line[..<range.lowerBound]
    // Only behind a comment sign with nothing but space between; text about the marker is no directive.
    let trimmed = before.reversed().drop { $0 == " " || $0 == "\t" }
    let isComment =
      trimmed.first == "#" || (trimmed.first == "/" && trimmed.dropFirst().first == "/")
      || (trimmed.first == "*" && trimmed.dropFirst().first == "/")
    guard isComment else { return nil }
    let sign = trimmed.drop { $0 == "#" || $0 == "/" || $0 == "*" }
    isAlone = sign.allSatisfy { $0 == " " || $0 == "\t" }
    column = line.distance(from: line.startIndex, to: range.lowerBound) + 1
    directive = line[range.upperBound...]
  }
}

/// `RULE reason="…" until=DATE`.
private struct Directive {
  struct Problem: Error {
    let text: String
  }

  let rule: String
  let reason: String
  let until: CalendarDate?

  static func parse(_ text: Substring) -> Result<Directive, Problem> {
    var rest = text.drop { $0 == " " || $0 == "\t" }
    let rule = rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" }
    guard rule.contains("-") else { return .failure(Problem(text: "it names no rule")) }
    rest = rest.dropFirst(rule.count)
    var reason: String?
    var until: CalendarDate?
    while true {
      rest = rest.drop { $0 == " " || $0 == "\t" }
      let key = rest.prefix { $0.isLetter }
      guard !key.isEmpty, rest.dropFirst(key.count).first == "=" else { break }
      rest = rest.dropFirst(key.count + 1)
      let value: Substring
      if rest.first == "\"" {
        rest = rest.dropFirst()
        guard let end = rest.firstIndex(of: "\"") else {
          return .failure(Problem(text: "the quotation mark after \(key)= is not closed"))
        }
        value = rest[..<end]
        rest = rest[rest.index(after: end)...]
      } else {
        value = rest.prefix { $0 != " " && $0 != "\t" }
        rest = rest.dropFirst(value.count)
      }
      switch key {
      case "reason": reason = String(value)
      case "until":
        guard let date = CalendarDate(String(value)) else {
          return .failure(Problem(text: "'\(value.prefix(20))' is no date of the form YYYY-MM-DD"))
        }
        until = date
      default: return .failure(Problem(text: "'\(key.prefix(20))' is neither reason nor until"))
      }
    }
    let left = rest.drop { $0 == " " || $0 == "\t" }
    guard left.isEmpty || left.hasPrefix("*/") || left.hasPrefix("-->") else {
      return .failure(Problem(text: "it cannot be read from '\(left.prefix(20))'"))
    }
    guard let reason, reason.contains(where: { !$0.isWhitespace }) else {
      return .failure(Problem(text: "it gives no reason=\"…\""))
    }
    return .success(Directive(rule: String(rule), reason: reason, until: until))
  }
}
