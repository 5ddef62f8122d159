internal import ApplicationModel
internal import PolicyEngine

/// How much of a kind of resource a statement reaches.
enum ResourceBreadth: Int, Comparable, Sendable {
  /// Named resources, or a part of them: a prefix, one table, one bucket's objects.
  case named
  /// All resources of a kind, `arn:aws:dynamodb:*:*:table/*`.
  case allOfKind
  /// `*`.
  case everything

  static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension Statement {
  /// The widest of its resources; `nil` where all of them are open and nobody can tell.
  var breadth: ResourceBreadth? {
    switch resources {
    case .absent: nil
    case .allExcept: .everything
    case .only(let texts):
      texts.compactMap(\.value.breadth).max()
    }
  }

  /// The widest resource as written, for messages.
  var widestResource: String {
    let texts = resources.texts.map(\.value)
    let widest = texts.max { ($0.breadth ?? .named) < ($1.breadth ?? .named) }
    return widest?.pattern ?? "*"
  }
}

extension Text {
  /// - Returns: `nil` for a text that is nothing but an expression only the deployment can evaluate.
  var breadth: ResourceBreadth? {
    if isWildcard { return .everything }
    if parts.count == 1, case .open(let expression) = parts[0], !expression.isFixedAtDeployment { return nil }
    return coversItsKind ? .allOfKind : .named
  }

  private var coversItsKind: Bool {
    guard let rest = arnSegment(5)?.literal, let service = arnSegment(2)?.literal else { return false }
    var components = rest.split(whereSeparator: { $0 == "/" || $0 == ":" })
    // These services have no word for the kind: the first component is a name.
    let namesFirst = ["s3", "sqs", "sns", "execute-api"].contains(service)
    if !namesFirst, components.count > 1, !components[0].isAnything { components.removeFirst() }
    guard let name = components.first, name.isAnything else { return false }
    return components.dropFirst().allSatisfy { $0.isAnything || Self.wordsForParts.contains(String($0)) }
  }

  /// Words that name a part of a resource in its ARN, `table/*/index/*`.
  private static let wordsForParts: Set<String> = ["index", "stream", "log-stream"]
}

extension Substring {
  /// `*`, and `**` as it comes about where a policy template has a star behind its parameter.
  fileprivate var isAnything: Bool { !isEmpty && utf8.allSatisfy { $0 == UInt8(ascii: "*") } }
}
