/// Two texts as a unified diff, as `diff -u` writes it and `patch` reads it.
package enum UnifiedDiff {
  private static let context = 3

  /// Texts with more lines are told apart by their common ends alone: a finer difference would take too long.
  static let lineLimit = 20_000

  /// - Returns: Nothing for equal texts.
  package static func text(from old: [UInt8], to new: [UInt8], path: String) -> String {
    guard old != new else { return "" }
    let oldLines = lines(of: old)
    let newLines = lines(of: new)
    let script = Self.script(oldLines, newLines)
    var text = "--- \(path)\n+++ \(path)\n"
    for hunk in hunks(of: script) { text += hunk }
    return text
  }

  private enum Line {
    case same(ArraySlice<UInt8>)
    case removed(ArraySlice<UInt8>)
    case added(ArraySlice<UInt8>)

    var isSame: Bool {
      if case .same = self { true } else { false }
    }
  }

  /// With their breaks, so that a missing one at the end is a difference.
  private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
      lines.append(bytes[start..<end])
      start = end
    }
    return lines
  }

  private static func script(_ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]) -> [Line] {
    var removed: Set<Int> = []
    var added: Set<Int> = []
    if old.count + new.count <= lineLimit {
      for change in new.difference(from: old) {
        switch change {
        case .remove(let offset, _, _): removed.insert(offset)
        case .insert(let offset, _, _): added.insert(offset)
        }
      }
    } else {
      let start = zip(old, new).prefix { $0 == $1 }.count
      let rest = min(old.count, new.count) - start
      let end = zip(old.reversed(), new.reversed()).prefix { $0 == $1 }.prefix(rest).count
      removed = Set(start..<old.count - end)
      added = Set(start..<new.count - end)
    }
    var script: [Line] = []
    var (left, right) = (0, 0)
    while left < old.count || right < new.count {
      if removed.contains(left) {
        script.append(.removed(old[left]))
        left += 1
      } else if added.contains(right) {
        script.append(.added(new[right]))
        right += 1
      } else {
        script.append(.same(old[left]))
        left += 1
        right += 1
      }
    }
    return script
  }

  private static func hunks(of script: [Line]) -> [String] {
    var hunks: [String] = []
    var (left, right, index) = (1, 1, 0)
    while index < script.count {
      guard let change = script[index...].firstIndex(where: { !$0.isSame }) else { break }
      let start = max(index, change - context)
      left += start - index
      right += start - index
      var end = change
      var quiet = 0
      // Changes with at most twice the context between them share a hunk.
      for position in change..<script.count {
        quiet = script[position].isSame ? quiet + 1 : 0
        if quiet == 0 { end = position + 1 }
        if quiet > 2 * context { break }
      }
      end = min(script.count, end + context)
      let lines = script[start..<end]
      let (removed, added) = (lines.count(where: isOld), lines.count(where: isNew))
      hunks.append(
        "@@ -\(range(left, removed)) +\(range(right, added)) @@\n" + lines.map(text).joined())
      left += removed
      right += added
      index = end
    }
    return hunks
  }

  private static func range(_ start: Int, _ count: Int) -> String {
    count == 1 ? "\(start)" : "\(count == 0 ? start - 1 : start),\(count)"
  }

  private static func isOld(_ line: Line) -> Bool {
    if case .added = line { false } else { true }
  }

  private static func isNew(_ line: Line) -> Bool {
    if case .removed = line { false } else { true }
  }

  private static func text(_ line: Line) -> String {
    let (sign, bytes) =
      switch line {
      case .same(let bytes): (" ", bytes)
      case .removed(let bytes): ("-", bytes)
      case .added(let bytes): ("+", bytes)
      }
    let text = sign + String(decoding: bytes, as: UTF8.self)
    return bytes.last == UInt8(ascii: "\n") ? text : text + "\n\\ No newline at end of file\n"
  }
}
