internal import SourceModel

extension PythonLowering {
  /// What one `case` says, while it is read.
  private struct CasePattern {
    /// Values the subject is compared with.
    var values: [ExpressionID] = []
    /// What is bound; ``Pattern/ignored`` for nothing.
    var pattern = Pattern.ignored
    /// Second names, `… as name`, for the subject's part that is reached by the steps.
    var aliases: [(name: String, steps: [Step])] = []

    enum Step {
      case key(String)
      case position(Int)
    }
  }

  mutating func match(_ node: NodeID) -> StatementID {
    var subjects: [NodeID] = []
    for child in tree.children(node) where tree[child].field == .subject { subjects.append(child) }
    let subject = self.subject(subjects, node)
    var cases: [Statement.Choice.Case] = []
    if let body = tree.child(node, .body) {
      for child in tree.children(body) where kind(child) == .caseClause {
        cases.append(matchCase(child, of: subject))
      }
    }
    return builder.add(.choice(.init(subject: subject, cases: cases)), at: range(node))
  }

  private mutating func subject(_ nodes: [NodeID], _ node: NodeID) -> ExpressionID {
    guard nodes.count > 1 else { return expression(nodes.first) }
    let elements = nodes.map { Expression.Element(expression($0)) }
    return builder.add(.sequence(kind: .tuple, elements: elements), at: range(node))
  }

  private mutating func matchCase(_ node: NodeID, of subject: ExpressionID) -> Statement.Choice.Case {
    var parts: [NodeID] = []
    for child in tree.children(node) where kind(child) == .casePattern { parts.append(child) }
    var read = CasePattern()
    if parts.count == 1 {
      read = casePattern(parts[0], [])
    } else {
      var patterns: [Pattern] = []
      for (position, part) in parts.enumerated() {
        let inner = casePattern(part, [.position(position)])
        patterns.append(inner.pattern)
        read.aliases += inner.aliases
      }
      read.pattern = Self.binds(patterns) ? .sequence(patterns) : .ignored
    }
    var body = aliasBindings(read, of: subject, node)
    let condition = tree.child(node, .guardClause).map { expression(tree.firstChild($0)) }
    body += block(tree.child(node, .consequence))
    let pattern: Pattern? = read.pattern == .ignored ? nil : read.pattern
    // A structure that binds nothing still has to fit: it is no `default`.
    let fits = pattern == nil && read.values.isEmpty && !isIrrefutable(parts) ? Pattern.ignored : pattern
    return .init(
      values: read.values, pattern: fits, guardCondition: condition, body: body, fallsThrough: false)
  }

  private static func binds(_ patterns: [Pattern]) -> Bool { patterns.contains { $0 != .ignored } }

  /// `case _:`.
  private func isIrrefutable(_ parts: [NodeID]) -> Bool {
    guard parts.count == 1, let inner = tree.firstChild(parts[0]) else { return parts.isEmpty }
    return kind(inner) == .wildcard
  }

  private mutating func aliasBindings(
    _ read: CasePattern, of subject: ExpressionID, _ node: NodeID
  ) -> [StatementID] {
    read.aliases.map { alias in
      var value = subject
      for step in alias.steps {
        let key: Literal =
          switch step {
          case .key(let name): .text(name)
          case .position(let position): .number(Double(position))
          }
        let keyID = builder.add(.literal(key), at: range(node))
        value = builder.add(.index(base: value, key: keyID), at: range(node))
      }
      return builder.add(
        .bind(.init(pattern: .name(alias.name), value: value, kind: .assignment)), at: range(node))
    }
  }

  // MARK: - Patterns

  private mutating func casePattern(_ node: NodeID, _ steps: [CasePattern.Step]) -> CasePattern {
    nested(node) { $0.readPattern(node, steps) } ?? CasePattern()
  }

  private mutating func readPattern(_ node: NodeID, _ steps: [CasePattern.Step]) -> CasePattern {
    switch kind(node) {
    case .casePattern: return bracketed(node, steps)
    case .asPattern: return aliased(node, steps)
    case .unionPattern: return alternatives(node, steps)
    case .listPattern, .tuplePattern: return elements(node, steps)
    case .dictPattern: return mapping(node, steps)
    case .classPattern: return instance(node, steps)
    case .splatPattern:
      guard let name = tree.child(node, ofKind: .identifier) else { return CasePattern() }
      return CasePattern(pattern: .rest(.name(text(name))))
    case .dottedName:
      let name = text(node)
      if !name.utf8.contains(UInt8(ascii: ".")) { return CasePattern(pattern: .name(name)) }
      return CasePattern(values: [constant(node)])
    case .wildcard, .error, .minus: return CasePattern()
    case .complexPattern: return CasePattern(values: [builder.add(.literal(.number(0)), at: range(node))])
    default: return CasePattern(values: [expression(node)])
    }
  }

  /// A pattern of one child, or a number with its sign.
  private mutating func bracketed(_ node: NodeID, _ steps: [CasePattern.Step]) -> CasePattern {
    guard let first = tree.firstChild(node) else { return CasePattern() }
    guard kind(first) == .minus, let value = tree.child(node, after: .minus) else {
      return readPattern(first, steps)
    }
    return CasePattern(values: [negative(value)])
  }

  private mutating func negative(_ node: NodeID) -> ExpressionID {
    builder.add(.literal(.number(-number(node))), at: range(node))
  }

  /// `Color.RED`.
  private mutating func constant(_ node: NodeID) -> ExpressionID {
    var parts = dottedText(node).split(separator: ".", maxSplits: Self.depthLimit).map(String.init)
    guard !parts.isEmpty else { return builder.missing }
    var value = builder.add(.name(parts.removeFirst()), at: range(node))
    for part in parts { value = builder.add(.member(base: value, key: part), at: range(node)) }
    return value
  }

  private mutating func aliased(_ node: NodeID, _ steps: [CasePattern.Step]) -> CasePattern {
    guard let first = tree.firstChild(node) else { return CasePattern() }
    var read = casePattern(first, steps)
    var last = first
    for child in tree.children(node) { last = child }
    guard kind(last) == .identifier else { return read }
    if read.pattern == .ignored, read.values.isEmpty {
      read.pattern = .name(text(last))
    } else {
      read.aliases.append((text(last), steps))
    }
    return read
  }

  private mutating func alternatives(_ node: NodeID, _ steps: [CasePattern.Step]) -> CasePattern {
    var all = CasePattern()
    var isNegative = false
    for child in tree.children(node) where kind(child) != .pipe {
      if kind(child) == .minus {
        isNegative = true
        continue
      }
      let read = isNegative ? CasePattern(values: [negative(child)]) : casePattern(child, steps)
      isNegative = false
      all.values += read.values
      all.aliases += read.aliases
      // The alternatives bind the same names; the first that does tells where they come from.
      if all.pattern == .ignored { all.pattern = read.pattern }
    }
    return all
  }

  private mutating func elements(_ node: NodeID, _ steps: [CasePattern.Step]) -> CasePattern {
    var read = CasePattern()
    var patterns: [Pattern] = []
    let children = Array(tree.children(node)).filter { kind($0) != .error }
    if kind(node) == .tuplePattern, children.count == 1, !endsWithComma(node) {
      return casePattern(children[0], steps)
    }
    for (position, child) in children.enumerated() {
      let inner = casePattern(child, steps + [.position(position)])
      patterns.append(inner.pattern)
      read.aliases += inner.aliases
    }
    read.pattern = Self.binds(patterns) ? .sequence(patterns) : .ignored
    return read
  }

  private mutating func mapping(_ node: NodeID, _ steps: [CasePattern.Step]) -> CasePattern {
    var read = CasePattern()
    var fields: [Pattern.Field] = []
    var key: NodeID?
    for child in tree.children(node) {
      if kind(child) == .splatPattern {
        guard let name = tree.child(child, ofKind: .identifier) else { continue }
        fields.append(.init(key: .rest, pattern: .name(text(name))))
      } else if tree[child].field == .key, kind(child) != .minus {
        key = child
      } else if tree[child].field == .value, let name = key {
        fields.append(field(name, child, steps, &read))
      }
    }
    read.pattern = fields.contains { $0.pattern != .ignored } ? .record(fields) : .ignored
    return read
  }

  private mutating func field(
    _ key: NodeID, _ value: NodeID, _ steps: [CasePattern.Step], _ read: inout CasePattern
  ) -> Pattern.Field {
    let keyID =
      switch kind(key) {
      case .dottedName: constant(key)
      case .complexPattern: builder.add(.literal(.number(0)), at: range(key))
      default: expression(key)
      }
    guard case .literal(.text(let name)) = builder.expression(keyID) else {
      let inner = casePattern(value, steps)
      read.aliases += inner.aliases
      return .init(key: .computed(keyID), pattern: inner.pattern)
    }
    let inner = casePattern(value, steps + [.key(name)])
    read.aliases += inner.aliases
    return .init(key: .name(name), pattern: inner.pattern)
  }

  /// Types that give themselves to a lone pattern: `str(name)`.
  private static let wholeTypes: Set<String> = [
    "bool", "bytearray", "bytes", "dict", "float", "frozenset", "int", "list", "set", "str", "tuple",
  ]

  /// `Point(x=a, y=b)`, `Point(a, b)`, `str(name)`.
  private mutating func instance(_ node: NodeID, _ steps: [CasePattern.Step]) -> CasePattern {
    var read = CasePattern()
    var fields: [Pattern.Field] = []
    var positions: [Pattern] = []
    let name = tree.child(node, ofKind: .dottedName).map { dottedText($0) } ?? ""
    for child in tree.children(node) where kind(child) == .casePattern {
      if let keyword = tree.child(child, ofKind: .keywordPattern) {
        guard let key = tree.firstChild(keyword) else { continue }
        let label = text(key)
        var value = key
        for part in tree.children(keyword) { value = part }
        let inner = casePattern(value, steps + [.key(label)])
        read.aliases += inner.aliases
        fields.append(.init(key: .name(label), pattern: inner.pattern))
      } else if Self.wholeTypes.contains(name) {
        return casePattern(child, steps)
      } else {
        let inner = casePattern(child, steps + [.position(positions.count)])
        read.aliases += inner.aliases
        positions.append(inner.pattern)
      }
    }
    if fields.contains(where: { $0.pattern != .ignored }) {
      read.pattern = .record(fields)
    } else if Self.binds(positions) {
      read.pattern = .sequence(positions)
    }
    return read
  }
}
