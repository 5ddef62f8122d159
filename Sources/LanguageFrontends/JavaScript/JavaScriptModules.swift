internal import SourceModel

extension JavaScriptLowering {
  // MARK: - import

  mutating func importNames(_ node: NodeID, into list: inout StatementList) {
    if has(node, .typeWord) || has(node, .typeofWord) { return }
    if let clause = tree.child(node, ofKind: .importRequireClause) {
      return importRequired(clause, into: &list)
    }
    guard let source = tree.child(node, .source) else { return }
    var names: [Statement.Import.Name] = []
    if let clause = tree.child(node, ofKind: .importClause) {
      for child in tree.children(clause) { importedNames(child, &names) }
    }
    add(.import(.init(module: stringValue(source), names: names)), node, &list)
  }

  private mutating func importedNames(_ node: NodeID, _ names: inout [Statement.Import.Name]) {
    switch kind(node) {
    case .identifier: names.append(.init(imported: "default", local: text(node)))
    case .namespaceImport:
      if let local = operand(node) { names.append(.init(imported: "*", local: text(local))) }
    case .namedImports:
      for child in tree.children(node) where kind(child) == .importSpecifier {
        guard !isTypeOnly(child), let name = tree.child(child, .name) else { continue }
        let imported = nameText(name)
        let local = tree.child(child, .alias).map { text($0) } ?? imported
        names.append(.init(imported: imported, local: local))
      }
    default: break
    }
  }

  /// `type X` among names; `type as x` is a name that is spelled so.
  private func isTypeOnly(_ node: NodeID) -> Bool {
    guard let first = tree.firstChild(node), tree[first].field != .name else { return false }
    return kind(first) == .typeWord || kind(first) == .typeofWord
  }

  /// `import x = require("m")`.
  private mutating func importRequired(_ node: NodeID, into list: inout StatementList) {
    guard let local = operand(node), let source = tree.child(node, .source) else { return }
    let value = builder.add(.module(stringValue(source)), at: range(source))
    let bound = Pattern.name(text(local))
    add(.bind(.init(pattern: bound, value: value, kind: .declaration)), node, &list)
  }

  /// `import A = B.C`.
  mutating func importAlias(_ node: NodeID, into list: inout StatementList) {
    let parts = operands(node)
    guard parts.count == 2 else { return }
    let value = expression(parts[1])
    let bound = Pattern.name(text(parts[0]))
    add(.bind(.init(pattern: bound, value: value, kind: .declaration)), node, &list)
  }

  // MARK: - export

  mutating func export(_ node: NodeID, into list: inout StatementList) {
    if has(node, .typeWord) { return }
    let isDefault = has(node, .defaultWord)
    if let declared = tree.child(node, .declaration) {
      return exportDeclaration(declared, of: node, isDefault: isDefault, into: &list)
    }
    if let value = tree.child(node, .value) { return export(value, as: "default", node, &list) }
    if let source = tree.child(node, .source) {
      return exportFrom(stringValue(source), node, into: &list)
    }
    if let clause = tree.child(node, ofKind: .exportClause) {
      for (name, exported) in specifiers(of: clause) {
        export(.name(local: name, exported: exported), node, &list)
      }
    } else if isExportAssignment(node), let value = operand(node) {
      export(value, as: "export=", node, &list)
    }
  }

  private mutating func export(
    _ value: NodeID, as exported: String, _ node: NodeID, _ list: inout StatementList
  ) {
    let lowered = assigned(value, into: &list)
    export(.value(lowered, exported: exported), node, &list)
  }

  /// Within a namespace, an export is a property of the namespace.
  private mutating func export(
    _ item: Statement.Export, _ node: NodeID, _ list: inout StatementList
  ) {
    guard namespaceExports != nil else { return add(.export(item), node, &list) }
    if case .name(let local, _) = item { namespaceExports?.append(local) }
  }

  private mutating func exportDeclaration(
    _ declared: NodeID, of node: NodeID, isDefault: Bool, into list: inout StatementList
  ) {
    var names: [String] = []
    switch kind(declared) {
    case .variableDeclaration, .lexicalDeclaration, .usingDeclaration:
      for pattern in declaration(declared, into: &list) { Self.collectNames(pattern, &names) }
    case .classDeclaration, .abstractClassDeclaration:
      let definition = classDefinition(declared, decorators: decorators(of: node))
      add(.declareClass(definition), declared, &list)
      names = tree.child(declared, .name).map { [text($0)] } ?? []
    case .ambientDeclaration, .interfaceDeclaration, .typeAliasDeclaration, .functionSignature: return
    case .importAlias:
      statement(declared, into: &list)
      names = operand(declared).map { [text($0)] } ?? []
    default:
      statement(declared, into: &list)
      names = tree.child(declared, .name).map { [rootName($0)] } ?? []
    }
    for name in names {
      export(.name(local: name, exported: isDefault ? "default" : name), node, &list)
    }
  }

  /// `A` of `namespace A.B`.
  private mutating func rootName(_ node: NodeID) -> String {
    var node = node
    while let object = tree.child(node, .object) { node = object }
    return text(node)
  }

  /// `export {a as b} from`, `export * from`, `export * as n from`.
  private mutating func exportFrom(_ module: String, _ node: NodeID, into list: inout StatementList) {
    if let clause = tree.child(node, ofKind: .exportClause) {
      for (name, exported) in specifiers(of: clause) {
        export(.from(module: module, imported: name, exported: exported), node, &list)
      }
    } else {
      let space = tree.child(node, ofKind: .namespaceExport).flatMap { operand($0) }
      let exported = space.map { nameText($0) } ?? "*"
      export(.from(module: module, imported: "*", exported: exported), node, &list)
    }
  }

  private mutating func specifiers(of clause: NodeID) -> [(name: String, exported: String)] {
    var list: [(name: String, exported: String)] = []
    for child in tree.children(clause) where kind(child) == .exportSpecifier {
      guard !isTypeOnly(child), let name = tree.child(child, .name) else { continue }
      let local = nameText(name)
      list.append((local, tree.child(child, .alias).map { nameText($0) } ?? local))
    }
    return list
  }

  /// `export = x`, not `export as namespace x`.
  private func isExportAssignment(_ node: NodeID) -> Bool {
    guard let value = operand(node) else { return false }
    return bytes[Int(tree[node].start)..<Int(tree[value].start)].contains(UInt8(ascii: "="))
  }

  /// Names may be written as strings.
  mutating func nameText(_ node: NodeID) -> String {
    kind(node) == .string ? stringValue(node) : text(node)
  }

  static func collectNames(_ pattern: Pattern, _ names: inout [String]) {
    switch pattern {
    case .name(let name): names.append(name)
    case .sequence(let parts): for part in parts { collectNames(part, &names) }
    case .record(let fields): for field in fields { collectNames(field.pattern, &names) }
    case .rest(let inner), .withDefault(let inner, _): collectNames(inner, &names)
    case .ignored, .place: break
    }
  }
}
