internal import SourceModel

/// One file on its way from syntax to model.
///
/// Recursion follows the nesting of the source and stops at ``depthLimit``; what nests to the left
/// (operators, calls, members) and what nests to the right by the hundreds (`else if`, `? :`, `a = b =`) is
/// walked with a loop.
struct JavaScriptLowering {
  /// Nesting that is followed.
  ///
  /// Bundlers and compilers that write JavaScript stay below a hundred.
  static let depthLimit = 200

  let tree: SyntaxTree<JavaScriptKind>
  var builder: ModuleBuilder
  var texts: TextPool
  let bytes: [UInt8]
  var depth = 0
  /// Nodes between an expression and its innermost left operand; used as a stack by ``expression(_:)``.
  var spine: [NodeID] = []
  /// What `break` and `continue` may leave in the function that is being lowered, innermost last.
  var jumpTargets: [JumpTarget] = []
  /// The label of the statement that comes next.
  var pendingLabel: NodeID?
  /// Names exported by the TypeScript namespace that is being lowered; `nil` outside of one.
  var namespaceExports: [String]?

  struct JumpTarget {
    let label: NodeID?
    let isLoop: Bool
  }

  init(tree: SyntaxTree<JavaScriptKind>, bytes: [UInt8], path: String, language: SourceLanguage) {
    self.tree = tree
    self.bytes = bytes
    builder = ModuleBuilder(path: path, language: language, text: bytes)
    texts = TextPool(bytes)
  }

  mutating func module() -> SourceModule {
    for range in tree.errors { builder.note(.syntaxError, at: range) }
    if let cut = tree.cut { builder.note(.tooLarge, at: cut) }
    let body = statements(of: tree.root)
    return builder.finish(body: body)
  }

  func kind(_ node: NodeID) -> JavaScriptKind { tree.kind(node) }

  func range(_ node: NodeID) -> SourceRange { tree.range(node) }

  mutating func text(_ node: NodeID) -> String {
    let node = tree[node]
    return texts.text(node.start, node.end)
  }

  func byte(_ index: Int32) -> UInt8? {
    index >= 0 && Int(index) < bytes.count ? bytes[Int(index)] : nil
  }

  /// The text of a type without its colon, cut where it is no name any more.
  mutating func typeName(_ node: NodeID?) -> String? {
    guard let node else { return nil }
    let end = min(tree[node].end, tree[node].start + 256)
    var start = tree[node].start
    while start < end, let byte = byte(start), byte == UInt8(ascii: ":") || byte <= UInt8(ascii: " ") {
      start += 1
    }
    return start < end ? texts.text(start, end) : nil
  }

  /// The first child that is neither a word nor a part that the parser could not place.
  func operand(_ node: NodeID) -> NodeID? {
    for child in tree.children(node) where !kind(child).isWord && kind(child) != .error { return child }
    return nil
  }

  func operands(_ node: NodeID) -> [NodeID] {
    var list: [NodeID] = []
    for child in tree.children(node) where !kind(child).isWord && kind(child) != .error { list.append(child) }
    return list
  }

  func has(_ node: NodeID, _ word: JavaScriptKind) -> Bool { tree.child(node, ofKind: word) != nil }

  /// An expression of a node that the grammar promises; its absence is a syntax error that is listed already.
  mutating func expression(_ node: NodeID?) -> ExpressionID {
    guard let node else { return builder.missing }
    return expression(node)
  }

  /// Goes one level down; `nil`, and a gap, at the limit.
  mutating func nested<Result>(
    _ node: NodeID, _ lower: (inout JavaScriptLowering) -> Result
  ) -> Result? {
    guard depth < Self.depthLimit else {
      builder.note(.tooDeep, at: range(node))
      return nil
    }
    depth += 1
    defer { depth -= 1 }
    return lower(&self)
  }
}

/// The statements of a block: functions are declared before anything else in it runs.
struct StatementList {
  var functions: [StatementID] = []
  var others: [StatementID] = []

  var all: [StatementID] { functions.isEmpty ? others : functions + others }
}
