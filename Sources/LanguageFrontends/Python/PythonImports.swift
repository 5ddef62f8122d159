internal import SourceModel

extension PythonLowering {
  /// `import a.b, c as d`: a statement for each.
  mutating func importModules(_ node: NodeID, into list: inout [StatementID]) {
    for child in tree.children(node) {
      switch kind(child) {
      case .dottedName:
        let module = dottedText(child)
        let root = module.prefix { $0 != "." }
        let name = Statement.Import.Name(imported: "*", local: String(root))
        let bindsRoot = root.utf8.count < module.utf8.count
        add(.import(.init(module: module, names: [name], bindsRoot: bindsRoot)), child, &list)
      case .aliasedImport:
        guard let path = tree.child(child, .name), let alias = tree.child(child, .alias) else { continue }
        let name = Statement.Import.Name(imported: "*", local: text(alias))
        add(.import(.init(module: dottedText(path), names: [name])), child, &list)
      default: break
      }
    }
  }

  /// `from ..a.b import c as d, e`, `from a import *`.
  mutating func importNames(_ node: NodeID, into list: inout [StatementID]) {
    guard let source = tree.child(node, .moduleName) else { return }
    var names: [Statement.Import.Name] = []
    for child in tree.children(node) {
      switch kind(child) {
      case .wildcardImport:
        names.append(.init(imported: "*", local: "*"))
      case .dottedName where tree[child].field == .name:
        let name = dottedText(child)
        names.append(.init(imported: name, local: name))
      case .aliasedImport:
        guard let name = tree.child(child, .name), let alias = tree.child(child, .alias) else { continue }
        names.append(.init(imported: dottedText(name), local: text(alias)))
      default: break
      }
    }
    add(.import(.init(module: dottedText(source), names: names)), node, &list)
  }

  /// A dotted name may be written with blanks, comments apart, between its parts.
  mutating func dottedText(_ node: NodeID) -> String {
    let written = text(node)
    guard written.utf8.contains(where: { $0 <= 0x20 || $0 == UInt8(ascii: "\\") }) else { return written }
    return String(decoding: written.utf8.filter { $0 > 0x20 && $0 != UInt8(ascii: "\\") }, as: UTF8.self)
  }
}
