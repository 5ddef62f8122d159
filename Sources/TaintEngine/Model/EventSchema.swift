/// How far a value is under somebody else's control.
package enum Trust: Int, Hashable, Sendable, Comparable, CaseIterable {
  /// Set by the platform.
  case trusted
  /// Read from a store: as bad as whoever wrote it.
  case secondOrder
  /// Under somebody's control only in some deployments: claims of a signed token, events of the own account.
  case conditional
  case attacker

  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// A field of an event: member names, `[]` for an element of a list, `*` for any name.
package struct FieldPath: Hashable, Sendable, CustomStringConvertible {
  package var components: [String]

  package init(_ components: [String] = []) { self.components = components }

  /// From `Records[].s3.object.key`.
  package init(text: String) {
    var components: [String] = []
    for part in text.split(separator: ".") {
      var name = part[...]
      var lists = 0
      while name.hasSuffix("[]") {
        name = name.dropLast(2)
        lists += 1
      }
      if !name.isEmpty { components.append(String(name)) }
      components += Array(repeating: "[]", count: lists)
    }
    self.components = components
  }

  /// Whether a component is no field that anybody sent, but a part that the program makes of one: `hostname()`.
  static func isMade(_ component: String) -> Bool { component.hasSuffix("()") }

  /// As a person names it: `event.body.name`, the host of `event.body.location`.
  package func phrase(of root: String) -> String {
    guard let index = components.firstIndex(where: Self.isMade) else {
      return "`\(below(root))`"
    }
    let outer = FieldPath(Array(components[..<index])).phrase(of: root)
    let part = String(components[index].dropLast(2))
    let rest = FieldPath(Array(components[(index + 1)...]))
    return (rest.components.isEmpty ? "" : "`\(rest)` in ")
      + "the \(Self.partNames[part] ?? part) of \(outer)"
  }

  /// Members of a parsed address, and what they are called.
  static let addressParts: [String: String] = [
    "hostname": "host", "host": "host", "netloc": "host", "origin": "server", "pathname": "path",
    "path": "path", "search": "query", "query": "query", "searchParams": "query", "protocol": "scheme",
    "scheme": "scheme", "port": "port", "hash": "fragment", "fragment": "fragment", "href": "whole",
  ]

  private static let partNames = addressParts.merging(["claims": "claims"]) { first, _ in first }

  package func appending(_ component: String) -> FieldPath { FieldPath(components + [component]) }

  /// As it is written below a name: `event.body`, `event[].arguments`.
  package func below(_ root: String) -> String {
    guard let first = components.first else { return root }
    return root + (first == "[]" ? "" : ".") + description
  }

  package var description: String {
    components.enumerated().map { index, part in
      part == "[]" || index == 0 ? part : "." + part
    }.joined()
  }
}

/// The fields of one kind of event, and who controls each.
package struct EventSchema: Hashable, Sendable {
  /// In a sentence: `an S3 notification`.
  package let title: String
  /// Fields named by the platform's documentation; anything below a listed field shares its trust.
  private let fields: [Field]
  /// Of fields that are not listed.
  package let other: Trust

  package struct Field: Hashable, Sendable {
    package let path: FieldPath
    package let trust: Trust
    /// Who may choose it, where it differs from the trigger's callers: `whoever uploads the object`.
    package let writer: String?
    /// Whether it is always a text, which has no fields until the program parses it.
    package let isText: Bool

    package init(_ path: String, _ trust: Trust, writer: String? = nil, isText: Bool = false) {
      self.path = FieldPath(text: path)
      self.trust = trust
      self.writer = writer
      self.isText = isText
    }
  }

  package init(title: String, other: Trust, fields: [Field]) {
    self.title = title
    self.other = other
    self.fields = fields
  }

  /// Whether a path is one that this kind of event has: a listed field, a part of one, or above one.
  package func knows(_ path: FieldPath) -> Bool {
    fields.contains { Self.matches($0.path.components, path.components) != .apart }
  }

  /// Whether fields that begin with these names are listed.
  package func lists(_ names: String...) -> Bool {
    fields.contains { $0.path.components.starts(with: names) }
  }

  /// Whether a field is a text of which no part has a name.
  package func isText(_ path: FieldPath) -> Bool { fields.contains { $0.isText && $0.path == path } }

  /// The trust of a field; of a record, the worst of its parts.
  package func trust(of path: FieldPath) -> (trust: Trust, writer: String?) {
    var inside: (length: Int, trust: Trust, writer: String?)?
    var above: (trust: Trust, writer: String?)?
    for field in fields {
      switch Self.matches(field.path.components, path.components) {
      case .apart: continue
      case .inside:
        // The longest listed field that holds the path decides: exceptions are listed below their parents.
        if inside.map({ field.path.components.count > $0.length }) ?? true {
          inside = (field.path.components.count, field.trust, field.writer)
        }
      case .above:
        if above.map({ field.trust > $0.trust }) ?? true { above = (field.trust, field.writer) }
      }
    }
    if let above {
      return inside.map { $0.trust > above.trust ? ($0.trust, $0.writer) : above } ?? above
    }
    return inside.map { ($0.trust, $0.writer) } ?? (other, nil)
  }

  private enum Match {
    /// The path is the field or a part of it.
    case inside
    /// The field is a part of the path.
    case above
    case apart
  }

  private static func matches(_ field: [String], _ path: [String]) -> Match {
    for index in 0..<min(field.count, path.count) {
      let (left, right) = (field[index], path[index])
      if left != right, left != "*", right != "*", !(right == "[]" && left == "*") { return .apart }
    }
    return path.count >= field.count ? .inside : .above
  }
}
