internal import CLibYAML
internal import FindingModel

/// Builds a ``SyntaxNode`` from libyaml's events, without recursion.
struct YAMLSyntaxReader {
  private let path: String
  private let limits: DocumentLimits
  private let offsets: CharacterOffsets
  private var open: [Frame] = []
  private var root: SyntaxNode?
  private var nodeCount = 0

  /// A sequence or mapping whose end has not come yet.
  private struct Frame {
    let isMapping: Bool
    let isFlow: Bool
    let tag: String?
    let anchor: String?
    let start: Int
    var elements: [SyntaxNode] = []
    var entries: [SyntaxEntry] = []
    var key: SyntaxNode?
  }

  /// - Returns: The first document of the file.
  static func read(
    _ bytes: [UInt8], path: String, limits: DocumentLimits
  ) throws(DocumentError) -> SyntaxNode {
    var reader = YAMLSyntaxReader(path: path, limits: limits, offsets: CharacterOffsets(bytes))
    let text = bytes.dropFirst(bytes.byteOrderMarkCount)
    guard !text.isEmpty else { throw .empty(path: path) }
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else {
      throw .malformed(.start(of: path), problem: "out of memory")
    }
    defer { yaml_parser_delete(&parser) }
    let outcome: Result<SyntaxNode?, DocumentError> = text.withUnsafeBufferPointer { buffer in
      yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
      yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
      do throws(DocumentError) {
        return .success(try reader.read(&parser))
      } catch {
        return .failure(error)
      }
    }
    guard let node = try outcome.get() else { throw .empty(path: path) }
    return node
  }

  private init(path: String, limits: DocumentLimits, offsets: CharacterOffsets) {
    self.path = path
    self.limits = limits
    self.offsets = offsets
  }

  private mutating func read(_ parser: inout yaml_parser_t) throws(DocumentError) -> SyntaxNode? {
    while true {
      var event = yaml_event_t()
      guard yaml_parser_parse(&parser, &event) == 1 else {
        throw .malformed(
          .start(of: path), problem: parser.problem.map { String(cString: $0) } ?? "unreadable")
      }
      defer { yaml_event_delete(&event) }
      switch event.type {
      case YAML_SCALAR_EVENT: try attach(scalar(event))
      case YAML_ALIAS_EVENT:
        try attach(
          SyntaxNode(.alias(Self.text(event.data.alias.anchor) ?? ""), range: range(event), isFlow: false))
      case YAML_SEQUENCE_START_EVENT, YAML_MAPPING_START_EVENT: try push(event)
      case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: try pop(event)
      case YAML_DOCUMENT_END_EVENT, YAML_STREAM_END_EVENT: return root
      default: break
      }
    }
  }

  private static func text(_ value: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    value.map { String(cString: $0) }
  }

  private func range(_ event: yaml_event_t) -> Range<Int> {
    let start = offsets.offset(of: Int(event.start_mark.index))
    return start..<max(start, offsets.offset(of: Int(event.end_mark.index)))
  }

  private func scalar(_ event: yaml_event_t) -> SyntaxNode {
    let data = event.data.scalar
    let text = String(decoding: UnsafeBufferPointer(start: data.value, count: data.length), as: UTF8.self)
    let tag = Self.text(data.tag)
    let style: SyntaxNode.ScalarStyle =
      switch data.style {
      case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
      case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
      case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
      default: .plain
      }
    let scalar = YAMLScalars.resolve(text, isPlain: style == .plain, tag: tag)
    return SyntaxNode(
      .scalar(scalar, style), range: range(event), isFlow: false, tag: tag, anchor: Self.text(data.anchor))
  }

  private mutating func push(_ event: yaml_event_t) throws(DocumentError) {
    guard open.count < limits.depth else { throw .tooDeep(.start(of: path), limit: limits.depth) }
    let isMapping = event.type == YAML_MAPPING_START_EVENT
    let (tag, anchor, isFlow) =
      isMapping
      ? (
        event.data.mapping_start.tag, event.data.mapping_start.anchor,
        event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
      )
      : (
        event.data.sequence_start.tag, event.data.sequence_start.anchor,
        event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
      )
    open.append(
      Frame(
        isMapping: isMapping, isFlow: isFlow, tag: Self.text(tag), anchor: Self.text(anchor),
        start: range(event).lowerBound))
  }

  private mutating func pop(_ event: yaml_event_t) throws(DocumentError) {
    guard let frame = open.popLast() else { return }
    // libyaml ends a block collection where the next token starts; the last child's end is the true one.
    let last = frame.elements.last?.range.upperBound ?? frame.entries.last?.range.upperBound
    let end = frame.isFlow ? range(event).upperBound : max(frame.start, last ?? frame.start)
    try attach(
      SyntaxNode(
        frame.isMapping ? .mapping(frame.entries) : .sequence(frame.elements), range: frame.start..<end,
        isFlow: frame.isFlow, tag: frame.tag, anchor: frame.anchor))
  }

  private mutating func attach(_ node: SyntaxNode) throws(DocumentError) {
    nodeCount += 1
    guard nodeCount <= limits.nodes else { throw .tooManyNodes(.start(of: path), limit: limits.nodes) }
    guard let last = open.indices.last else {
      root = root ?? node
      return
    }
    guard open[last].isMapping else {
      open[last].elements.append(node)
      return
    }
    guard let key = open[last].key else {
      open[last].key = node
      return
    }
    open[last].key = nil
    open[last].entries.append(SyntaxEntry(key: key, value: node))
  }
}
