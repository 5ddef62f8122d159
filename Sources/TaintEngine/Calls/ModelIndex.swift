internal import SourceModel
internal import Synchronization

/// Models by the paths they speak of.
final class ModelIndex: Sendable {
  private let exact: [String: [Int]]
  private let suffixes: [String: [(suffix: String, model: Int)]]
  private let calls: [CallModel]
  private let members: [String: ResultModel]
  private let memberSuffixes: [String: [(suffix: String, result: ResultModel)]]
  /// Names of the libraries that exact paths begin with.
  let libraries: Set<String>
  private let known: Mutex<[String: [CallModel]]> = Mutex([:])

  /// Alternatives that one pattern may stand for.
  static let expansionLimit = 8192
  /// Answers remembered; a program of many names must not fill the memory.
  static let knownLimit = 50_000

  init(_ models: [LibraryModel]) {
    calls = models.flatMap(\.calls)
    var exact: [String: [Int]] = [:]
    var suffixes: [String: [(suffix: String, model: Int)]] = [:]
    for (number, model) in calls.enumerated() {
      for path in model.paths.flatMap(Self.expanded) {
        if path.hasPrefix("*.") {
          suffixes[Self.last(path), default: []].append((String(path.dropFirst()), number))
        } else {
          exact[path, default: []].append(number)
        }
      }
    }
    var members: [String: ResultModel] = [:]
    var memberSuffixes: [String: [(suffix: String, result: ResultModel)]] = [:]
    for model in models.flatMap(\.members) {
      for path in model.paths.flatMap(Self.expanded) {
        if path.hasPrefix("*.") {
          memberSuffixes[Self.last(path), default: []].append((String(path.dropFirst()), model.result))
        } else if members[path] == nil {
          members[path] = model.result
        }
      }
    }
    self.exact = exact
    self.suffixes = suffixes
    self.members = members
    self.memberSuffixes = memberSuffixes
    libraries = Set(exact.keys.map(Self.libraryName)).union(members.keys.map(Self.libraryName))
  }

  /// The first name of a path; that of a scoped package has two parts.
  static func libraryName(of path: String) -> String {
    let bytes = path.utf8
    let scope =
      bytes.first == UInt8(ascii: "@")
      ? bytes.firstIndex(of: UInt8(ascii: "/")).map(bytes.index(after:)) : nil
    let end = bytes[(scope ?? bytes.startIndex)...].firstIndex { byte in
      byte == UInt8(ascii: ".") || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "/")
    }
    return String(path[..<(end ?? bytes.endIndex)])
  }

  /// Models of a path, the most exact first.
  func models(of path: String) -> [CallModel] {
    if let known = known.withLock({ $0[path] }) { return known }
    var found = (exact[path] ?? []).map { (length: Int.max, number: $0) }
    for (suffix, number) in suffixes[Self.last(path)] ?? []
    where path.hasSuffix(suffix) && !found.contains(where: { $0.number == number }) {
      found.append((suffix.utf8.count, number))
    }
    found.sort { ($1.length, $0.number) < ($0.length, $1.number) }
    let models = found.map { calls[$0.number] }
    known.withLock { if $0.count < Self.knownLimit { $0[path] = models } }
    return models
  }

  func member(_ path: String) -> ResultModel? {
    if let result = members[path] { return result }
    return memberSuffixes[Self.last(path)]?.first { path.hasSuffix($0.suffix) }?.result
  }

  /// The last name of a path.
  static func last(_ path: String) -> String {
    path.lastIndex(of: ".").map { String(path[path.index(after: $0)...]) } ?? path
  }

  /// Every path that a pattern with `{a,b}` stands for.
  static func expanded(_ pattern: String) -> [String] {
    var paths = [""]
    var rest = pattern[...]
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")), let close = closing(of: open, in: rest) {
      let head = rest[..<open]
      let choices = split(rest[rest.index(after: open)..<close])
      guard paths.count * choices.count <= expansionLimit else { break }
      paths = paths.flatMap { path in choices.map { path + head + $0 } }
      rest = rest[rest.index(after: close)...]
    }
    return paths.map { $0 + rest }
  }

  private static func closing(of open: Substring.Index, in text: Substring) -> Substring.Index? {
    var depth = 0
    for index in text.utf8[open...].indices {
      switch text.utf8[index] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return index }
      default: continue
      }
    }
    return nil
  }

  private static func split(_ text: Substring) -> [String] {
    var parts: [Substring] = []
    var depth = 0
    var start = text.startIndex
    for index in text.utf8.indices {
      switch text.utf8[index] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: ",") where depth == 0:
        parts.append(text[start..<index])
        start = text.utf8.index(after: index)
      default: continue
      }
    }
    parts.append(text[start...])
    return parts.flatMap { $0.utf8.contains(UInt8(ascii: "{")) ? expanded(String($0)) : [String($0)] }
  }
}
