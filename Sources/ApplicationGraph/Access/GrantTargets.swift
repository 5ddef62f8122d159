internal import ApplicationModel
internal import PolicyEngine

/// A node that an entry of a `Resource` list names.
struct GrantTarget: Hashable {
  let node: Int32
  /// Whether it does so whatever the deployment decides.
  let isCertain: Bool
}

/// What was asked before: the same texts stand in many statements.
struct TargetCache {
  struct Key: Hashable {
    let kind: AccessNodeKind
    let text: Text
  }

  var found: [Key: [GrantTarget]] = [:]
  var byName: [AccessNodeKind: [String: [Int32]]] = [:]
  var comparisons = 0
}

extension AccessGraphBuilder {
  /// The nodes of a kind that a text of a `Resource` list covers.
  mutating func grantTargets(_ text: Text, _ kind: AccessNodeKind) -> [GrantTarget] {
    if text.isWildcard { return [GrantTarget(node: every(kind), isCertain: true)] }
    for reference in text.references {
      // A reference names its resource; the rest of the text is a part of it: a prefix, an index.
      guard let node = nodesByID[reference.id] else { continue }
      guard nodes[Int(node)].kind == kind else { return [] }
      return [GrantTarget(node: node, isCertain: true)] + namesakes(of: node, text, kind)
    }
    if !text.references.isEmpty, text.parts.count == 1 { return [] }
    let key = TargetCache.Key(kind: kind, text: text)
    if let known = targets.found[key] { return known }
    let result = search(text, kind)
    targets.found[key] = result
    return result
  }

  /// Resources whose names begin as one that a text names: `orders*` covers `orders-archive` as well.
  private mutating func namesakes(of node: Int32, _ text: Text, _ kind: AccessNodeKind) -> [GrantTarget] {
    guard let index = text.parts.firstIndex(where: { if case .reference = $0 { true } else { false } }),
      index + 1 < text.parts.count, case .literal(let rest) = text.parts[index + 1], rest.hasPrefix("*"),
      let own = members[kind]?.first(where: { $0.node == node })?.name?.literal
    else { return [] }
    return compare(Text(own + "*"), kind).filter { $0.node != node }
  }

  /// The node for every resource of a kind, with the application's own as its members.
  mutating func every(_ kind: AccessNodeKind) -> Int32 {
    let key = "every:\(kind.rawValue)"
    if let known = existingNode(key) { return known }
    let group = node(key, kind, "Every \(kind.title)", extent: .every)
    guard let first = members[kind]?.first, let place = nodes[Int(first.node)].location else { return group }
    let by = add(
      AccessEvidence(source: .nature, location: place, note: "it is one of them"))
    for member in members[kind] ?? [] { connect(group, member.node, .holds, by: by) }
    return group
  }

  mutating func outside(_ kind: AccessNodeKind, _ title: String) -> Int32 {
    node("outside:\(kind.rawValue):\(title)", kind, title, extent: .outside)
  }

  private mutating func search(_ text: Text, _ kind: AccessNodeKind) -> [GrantTarget] {
    guard let name = name(in: text, kind) else { return [] }
    if name.literal.map({ $0.utf8.allSatisfy { $0 == UInt8(ascii: "*") } }) == true {
      return [GrantTarget(node: every(kind), isCertain: true)]
    }
    if let literal = name.literal, !literal.contains("*"), !literal.contains("?") {
      // The ARN of a secret ends with six characters that the platform adds.
      let plain = kind == .secret ? String(literal.dropLast(7)) : literal
      let exact = nodes(kind, called: literal)
      let known = exact.isEmpty ? nodes(kind, called: plain) : exact
      if !known.isEmpty { return known.map { GrantTarget(node: $0, isCertain: true) } }
      return [GrantTarget(node: outside(kind, literal), isCertain: true)]
    }
    let matches = compare(name, kind)
    if !matches.isEmpty { return matches }
    return [GrantTarget(node: outside(kind, name.pattern), isCertain: true)]
  }

  private mutating func nodes(_ kind: AccessNodeKind, called name: String) -> [Int32] {
    if let index = targets.byName[kind] { return index[name] ?? [] }
    var index: [String: [Int32]] = [:]
    for member in members[kind] ?? [] {
      if let literal = member.name?.literal { index[literal, default: []].append(member.node) }
    }
    targets.byName[kind] = index
    return index[name] ?? []
  }

  private mutating func compare(_ name: Text, _ kind: AccessNodeKind) -> [GrantTarget] {
    let candidates = members[kind] ?? []
    guard targets.comparisons + candidates.count <= limits.comparisons else {
      note(
        "the policies of \(graph.application.path) name too many patterns to compare; some grants are left out"
      )
      return []
    }
    targets.comparisons += candidates.count
    let glob = Glob(name.glob)
    let lowered = name.glob.lowercased()
    return candidates.compactMap { member in
      guard let own = member.name else {
        // The platform makes such names up of the stack's name and the logical id.
        let mentions = lowered.contains(member.id.lowercased())
        return mentions ? GrantTarget(node: member.node, isCertain: false) : nil
      }
      if own == name { return GrantTarget(node: member.node, isCertain: true) }
      if let literal = own.literal {
        let matches = glob.matches(literal) || (kind == .secret && glob.matches(literal + "-AbCdEf"))
        return matches ? GrantTarget(node: member.node, isCertain: name.literal != nil) : nil
      }
      // Two names that are nothing but open could always be the same; that says nothing.
      let says = own.parts.contains { if case .literal(let text) = $0 { text.count > 2 } else { false } }
      return says && Glob(own.glob).overlaps(glob) ? GrantTarget(node: member.node, isCertain: false) : nil
    }
  }

  /// The part of an ARN that names a resource of a kind, `orders-*`; `nil` for another service's.
  private func name(in text: Text, _ kind: AccessNodeKind) -> Text? {
    guard let service = text.arnSegment(2), let rest = text.arnSegment(5) else {
      // Nothing but an import or a parameter: the action says what it is.
      return text.leadingLiteral.isEmpty && text.literal == nil ? text : nil
    }
    let expected = ActionGrants.service(of: kind)
    if kind == .database { return rest }
    guard Glob(service.glob).matches(expected) else { return nil }
    let prefix = ActionGrants.prefix(of: kind)
    if rest.literal == "*" || prefix.isEmpty { return rest.head }
    guard rest.leadingLiteral.hasPrefix(prefix) else {
      return Glob(rest.glob).overlaps(Glob(prefix + "*")) && rest.leadingLiteral.hasPrefix("*")
        ? Text("*") : nil
    }
    let name = rest.dropping(prefix.count)
    // Names of these have slashes in them.
    return [.parameter, .role, .secret].contains(kind) ? name : name.head
  }
}

extension Text {
  /// What stands before the first slash or colon of its literal parts.
  fileprivate var head: Text {
    var kept: [Part] = []
    for part in parts {
      guard case .literal(let text) = part, let end = text.firstIndex(where: { $0 == "/" || $0 == ":" })
      else {
        kept.append(part)
        continue
      }
      kept.append(.literal(String(text[..<end])))
      break
    }
    return Text(kept)
  }

  /// The text without the first characters of its leading literal.
  fileprivate func dropping(_ count: Int) -> Text {
    guard case .literal(let text)? = parts.first else { return self }
    return Text([.literal(String(text.dropFirst(count)))] + parts.dropFirst())
  }
}
