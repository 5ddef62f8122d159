internal import CTreeSitter
internal import SourceModel

/// The concrete syntax tree of one file as one array, parents before children.
///
/// The parser's tree is walked once and freed: a step over it is a dozen calls into C, a step over this array a
/// load, and nothing is left whose lifetime has to be watched.
struct SyntaxTree<Kind: SyntaxKind>: Sendable {
  struct Node: Sendable {
    let kind: Kind
    let field: Kind.Field?
    let symbol: UInt16
    let start: Int32
    let end: Int32
    /// Index after the last descendant.
    fileprivate(set) var next: Int32
  }

  let vocabulary: SyntaxVocabulary<Kind>
  private(set) var nodes: [Node] = []
  /// What the parser skipped, and where it had to invent something; outermost ones only, in order.
  private(set) var errors: [SourceRange] = []
  /// Where the tree was cut for its size.
  private(set) var cut: SourceRange?
  private let offset: Int32

  /// - Parameter offset: Where in their file the bytes start; ranges count from the file's start.
  /// - Returns: `nil` where parsing is given up: see ``SyntaxLimits``.
  init?(
    _ bytes: [UInt8], vocabulary: SyntaxVocabulary<Kind>, limits: SyntaxLimits = SyntaxLimits(),
    offset: Int = 0
  ) {
    guard bytes.count <= limits.bytes, let tree = parse(bytes, vocabulary.grammar, limits) else { return nil }
    defer { ts_tree_delete(tree) }
    self.vocabulary = vocabulary
    self.offset = Int32(clamping: offset)
    nodes.reserveCapacity(bytes.count / 6)
    flatten(tree, limit: limits.nodes)
  }

  var root: NodeID { NodeID(index: 0) }

  subscript(id: NodeID) -> Node { nodes[Int(id.index)] }

  func kind(_ id: NodeID) -> Kind { nodes[Int(id.index)].kind }

  func range(_ id: NodeID) -> SourceRange {
    let node = nodes[Int(id.index)]
    return SourceRange(start: node.start, end: node.end)
  }

  /// The grammar's name of a node's kind.
  func grammarName(_ id: NodeID) -> String { vocabulary.name(of: self[id].symbol) }

  func firstChild(_ id: NodeID) -> NodeID? {
    nodes[Int(id.index)].next > id.index + 1 ? NodeID(index: id.index + 1) : nil
  }

  func children(_ id: NodeID) -> Children {
    Children(nodes: nodes, index: id.index + 1, end: nodes[Int(id.index)].next)
  }

  /// The first child that carries the field.
  func child(_ id: NodeID, _ field: Kind.Field) -> NodeID? {
    let end = nodes[Int(id.index)].next
    var index = id.index + 1
    while index < end {
      if nodes[Int(index)].field == field { return NodeID(index: index) }
      index = nodes[Int(index)].next
    }
    return nil
  }

  /// The first child of the kind.
  func child(_ id: NodeID, ofKind kind: Kind) -> NodeID? {
    let end = nodes[Int(id.index)].next
    var index = id.index + 1
    while index < end {
      if nodes[Int(index)].kind == kind { return NodeID(index: index) }
      index = nodes[Int(index)].next
    }
    return nil
  }

  struct Children: Sequence, IteratorProtocol {
    fileprivate let nodes: [Node]
    fileprivate var index: Int32
    fileprivate let end: Int32

    mutating func next() -> NodeID? {
      guard index < end else { return nil }
      defer { index = nodes[Int(index)].next }
      return NodeID(index: index)
    }
  }
}

/// A node's place in its tree.
struct NodeID: Hashable, Sendable {
  let index: Int32
}

extension SyntaxTree {
  private mutating func flatten(_ tree: OpaquePointer, limit: Int) {
    var cursor = ts_tree_cursor_new(ts_tree_root_node(tree))
    defer { ts_tree_cursor_delete(&cursor) }
    var open: [Int32] = []
    var errorEnd: Int32 = -1
    while true {
      var descends = false
      let node = ts_tree_cursor_current_node(&cursor)
      if nodes.count >= limit {
        cut = SourceRange(Int(ts_node_start_byte(node)), Int(ts_node_end_byte(ts_tree_root_node(tree))))
        break
      }
      if let entry = entry(for: node, field: ts_tree_cursor_current_field_id(&cursor), &errorEnd) {
        nodes.append(entry.node)
        descends = entry.descends
      }
      if descends, ts_tree_cursor_goto_first_child(&cursor) {
        open.append(Int32(nodes.count - 1))
        continue
      }
      while !ts_tree_cursor_goto_next_sibling(&cursor) {
        guard let parent = open.popLast() else { return }
        nodes[Int(parent)].next = Int32(nodes.count)
        _ = ts_tree_cursor_goto_parent(&cursor)
      }
    }
    for parent in open { nodes[Int(parent)].next = Int32(nodes.count) }
  }

  private mutating func entry(
    for node: TSNode, field: UInt16, _ errorEnd: inout Int32
  ) -> (node: Node, descends: Bool)? {
    let symbol = ts_node_symbol(node)
    let start = offset + Int32(clamping: ts_node_start_byte(node))
    let end = offset + Int32(clamping: ts_node_end_byte(node))
    let isError = Int(symbol) >= vocabulary.kinds.count
    if isError || ts_node_is_missing(node) {
      if end > errorEnd || errorEnd < 0 {
        errors.append(SourceRange(start: start, end: end))
        errorEnd = end
      }
    } else if ts_node_is_extra(node) {
      return nil
    }
    guard let kind = isError ? .error : vocabulary.kinds[Int(symbol)] else { return nil }
    let next = Int32(nodes.count + 1)
    let fieldName = Int(field) < vocabulary.fields.count ? vocabulary.fields[Int(field)] : nil
    return (
      Node(kind: kind, field: fieldName, symbol: symbol, start: start, end: end, next: next),
      isError || !vocabulary.isOpaque[Int(symbol)]
    )
  }
}
