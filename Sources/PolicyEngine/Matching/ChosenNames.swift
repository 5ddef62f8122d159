package import ApplicationModel

/// The names that a template gives to resources, to find the resource that an ARN or an address means.
package struct ChosenNames: Sendable {
  private struct Key: Hashable {
    let service: String
    /// What stands between account and name in an ARN.
    let before: String
    let name: Text
  }

  private var ids: [Key: String] = [:]
  /// By service, what may stand before a name.
  private var starts: [String: [String]] = [:]

  init() {}

  init(_ application: Application, types: [String: String]) {
    var shared: Set<Key> = []
    for (id, name) in application.chosenNames {
      guard let shape = types[id].flatMap(ARNShape.init), name.isSameEverywhere, !name.parts.isEmpty else {
        continue
      }
      let key = Key(service: shape.service, before: shape.before, name: name)
      if ids.updateValue(id, forKey: key) != nil { shared.insert(key) }
      if !starts[shape.service, default: []].contains(shape.before) {
        starts[shape.service, default: []].append(shape.before)
      }
    }
    // Of two resources with one name nobody can tell which is meant.
    for key in shared { ids[key] = nil }
  }

  /// The ARN with a reference in the place of a chosen name; the text itself where it has none.
  func identified(_ text: Text) -> Text {
    guard !ids.isEmpty, text.leadingLiteral.hasPrefix("arn:"), let arn = SplitARN(text),
      let service = Text(arn.segments[2]).literal, let starts = starts[service], arn.isOfOwnAccount
    else { return text }
    let resource = Text(arn.segments[5])
    for start in starts where resource.leadingLiteral.hasPrefix(start) {
      let rest = Text(resource.parts.droppingFirst(start.utf8.count))
      // Names of parameters and secrets may have slashes of their own.
      let isWhole = service == "ssm" || service == "secretsmanager"
      let (name, behind) = isWhole ? (rest, []) : rest.cut(atFirstOf: "/:")
      guard let id = ids[Key(service: service, before: start, name: name)] else { continue }
      return Text(
        arn.partsBeforeResource + [.literal(start), .reference(ResourceReference(id))] + behind)
    }
    return text
  }
}

/// An ARN's six segments; the last is the rest.
private struct SplitARN {
  private(set) var segments: [[Text.Part]] = [[]]

  init?(_ text: Text) {
    for part in text.parts {
      guard case .literal(let literal) = part else {
        segments[segments.count - 1].append(part)
        continue
      }
      let pieces = literal.split(
        separator: ":", maxSplits: 6 - segments.count, omittingEmptySubsequences: false)
      for (index, piece) in pieces.enumerated() {
        if index > 0 { segments.append([]) }
        if !piece.isEmpty { segments[segments.count - 1].append(.literal(String(piece))) }
      }
    }
    guard segments.count == 6 else { return nil }
  }

  /// Whether no account is named by its number, which may be another one.
  var isOfOwnAccount: Bool { !(Text(segments[4]).literal?.contains(where: \.isNumber) ?? false) }

  var partsBeforeResource: [Text.Part] { segments[..<5].flatMap { $0 + [.literal(":")] } }
}

extension Application {
  /// Names by logical id, of the kinds of resources that code and policies name.
  fileprivate var chosenNames: [(String, Text)] {
    let all: [[(String, Value<Text>)]] = [
      buckets.map { ($0.id, $0.bucketName) }, tables.map { ($0.id, $0.tableName) },
      queues.map { ($0.id, $0.queueName) }, topics.map { ($0.id, $0.topicName) },
      streams.map { ($0.id, $0.streamName) }, buses.map { ($0.id, $0.busName) },
      stateMachines.map { ($0.id, $0.stateMachineName) }, functions.map { ($0.id, $0.functionName) },
      secrets.map { ($0.id, $0.secretName) },
    ]
    return all.joined().compactMap { id, name in name.value.map { (id, $0) } }
  }
}

extension Text {
  /// Whether it is the same text wherever it is written.
  fileprivate var isSameEverywhere: Bool {
    parts.allSatisfy { if case .open(let expression) = $0 { expression.isFixedAtDeployment } else { true } }
  }

  /// The part before the first of some characters that stands in a literal, and the rest with it.
  package func cut(atFirstOf signs: String) -> (Text, [Part]) {
    for (index, part) in parts.enumerated() {
      guard case .literal(let literal) = part, let end = literal.firstIndex(where: signs.contains) else {
        continue
      }
      return (
        Text(parts[..<index] + [.literal(String(literal[..<end]))]),
        [.literal(String(literal[end...]))] + parts[(index + 1)...]
      )
    }
    return (self, [])
  }

  /// What follows the last of some characters that stands in a literal; the text itself without one.
  package func piece(behindLastOf signs: String) -> Text {
    for index in parts.indices.reversed() {
      guard case .literal(let literal) = parts[index], let end = literal.lastIndex(where: signs.contains)
      else { continue }
      return Text([.literal(String(literal[literal.index(after: end)...]))] + parts[(index + 1)...])
    }
    return self
  }
}

extension [Text.Part] {
  /// Without bytes of the literal that it starts with.
  fileprivate func droppingFirst(_ count: Int) -> [Text.Part] {
    guard count > 0, case .literal(let literal)? = first else { return self }
    return [.literal(String(literal.utf8.dropFirst(count)) ?? "")] + dropFirst()
  }
}
