internal import SourceModel

/// One file on its way from syntax to model.
///
/// Recursion follows the nesting of the source and stops at ``depthLimit``; what nests to the left (operators,
/// calls, members) is walked with a loop, because programs build texts of thousands of pieces that way.
struct PythonLowering {
  /// Nesting that is followed; CPython itself refuses more than 200 open brackets or 100 indentations.
  static let depthLimit = 200

  /// The tree that is being walked.
  private(set) var tree: SyntaxTree<PythonKind>
  private let trees: [SyntaxTree<PythonKind>]
  var builder: ModuleBuilder
  var texts: TextPool
  let bytes: [UInt8]
  var depth = 0
  /// Whether the function that is being lowered yields.
  var yields = false
  /// Nodes between an expression and its innermost left operand; used as a stack by ``expression(_:)``.
  var spine: [NodeID] = []

  /// - Parameters:
  ///   - tree: The file, or what is sound of it.
  ///   - others: Parts of the file that are not in the first tree.
  init(tree: SyntaxTree<PythonKind>, others: [SyntaxTree<PythonKind>], bytes: [UInt8], path: String) {
    self.tree = tree
    trees = [tree] + others
    self.bytes = bytes
    builder = ModuleBuilder(path: path, language: .python, text: bytes)
    texts = TextPool(bytes)
  }

  mutating func module() -> SourceModule {
    var body: [StatementID] = []
    for tree in trees { body += statements(in: tree) }
    return builder.finish(body: body)
  }

  /// The statements of another tree of the same file.
  mutating func statements(in other: SyntaxTree<PythonKind>) -> [StatementID] {
    let outer = tree
    tree = other
    defer { tree = outer }
    for range in other.errors { builder.note(.syntaxError, at: range) }
    if let cut = other.cut { builder.note(.tooLarge, at: cut) }
    return statements(of: other.root)
  }

  func kind(_ node: NodeID) -> PythonKind { tree.kind(node) }

  func range(_ node: NodeID) -> SourceRange { tree.range(node) }

  mutating func text(_ node: NodeID) -> String {
    let node = tree[node]
    return texts.text(node.start, node.end)
  }

  /// The text of a type, cut where it is no name any more.
  mutating func typeName(_ node: NodeID?) -> String? {
    guard let node else { return nil }
    let type = tree[node]
    return texts.text(type.start, min(type.end, type.start + 256))
  }

  /// An expression of a node that the grammar promises; its absence is a syntax error that is listed already.
  mutating func expression(_ node: NodeID?) -> ExpressionID {
    guard let node else { return builder.missing }
    return expression(node)
  }

  /// Goes one level down; `nil`, and a gap, at the limit.
  mutating func nested<Result>(
    _ node: NodeID, _ lower: (inout PythonLowering) -> Result
  ) -> Result? {
    guard depth < Self.depthLimit else {
      builder.note(.tooDeep, at: range(node))
      return nil
    }
    depth += 1
    defer { depth -= 1 }
    return lower(&self)
  }

  mutating func block(_ node: NodeID?) -> [StatementID] {
    guard let node else { return [] }
    return nested(node) { $0.statements(of: node) } ?? []
  }

  mutating func statements(of node: NodeID) -> [StatementID] {
    var list: [StatementID] = []
    for child in tree.children(node) { statement(child, into: &list) }
    return list
  }
}
