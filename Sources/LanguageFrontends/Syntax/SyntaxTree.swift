internal import CTreeSitter
internal import SourceModel

/// A grammar that is linked in.
enum Grammar: Sendable {
  case python
  case javaScript
  case typeScript
  case typeScriptXML

  var language: OpaquePointer? {
    switch self {
    case .python: tree_sitter_python()
    case .javaScript: tree_sitter_javascript()
    case .typeScript: tree_sitter_typescript()
    case .typeScriptXML: tree_sitter_tsx()
    }
  }
}

/// The concrete syntax tree of one file; nodes are valid as long as the tree lives.
///
/// Not `Sendable`: a file is parsed and lowered on one thread.
final class SyntaxTree {
  private let tree: OpaquePointer
  let grammar: Grammar

  /// `nil` where the parser gives up: it ran out of its time, or the grammar does not fit the library.
  init?(_ bytes: [UInt8], grammar: Grammar) {
    guard let parser = ts_parser_new() else { return nil }
    defer { ts_parser_delete(parser) }
    guard ts_parser_set_language(parser, grammar.language) else { return nil }
    let tree = bytes.withUnsafeBytes { buffer in
      ts_parser_parse_string(
        parser, nil, buffer.bindMemory(to: CChar.self).baseAddress, UInt32(clamping: buffer.count))
    }
    guard let tree else { return nil }
    self.tree = tree
    self.grammar = grammar
  }

  deinit { ts_tree_delete(tree) }

  var root: SyntaxNode { SyntaxNode(ts_tree_root_node(tree)) }
}

/// One node of a ``SyntaxTree``.
struct SyntaxNode {
  let node: TSNode

  init(_ node: TSNode) { self.node = node }

  var symbol: Int { Int(ts_node_symbol(node)) }
  var isNamed: Bool { ts_node_is_named(node) }
  var isError: Bool { ts_node_is_error(node) }
  /// Inserted by the parser to go on after an error.
  var isMissing: Bool { ts_node_is_missing(node) }
  var hasError: Bool { ts_node_has_error(node) }
  var start: Int { Int(ts_node_start_byte(node)) }
  var end: Int { Int(ts_node_end_byte(node)) }
  var range: SourceRange { SourceRange(start, end) }

  func child(_ field: FieldID) -> SyntaxNode? {
    let child = ts_node_child_by_field_id(node, field.raw)
    return ts_node_is_null(child) ? nil : SyntaxNode(child)
  }
}

/// A field's number in one grammar.
struct FieldID: Sendable {
  let raw: UInt16

  init(_ name: String, in grammar: Grammar) {
    raw = ts_language_field_id_for_name(grammar.language, name, UInt32(name.utf8.count))
  }
}
