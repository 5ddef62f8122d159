internal import CLibYAML
internal import FindingModel

/// Builds a ``Node`` from libyaml's events, without recursion, checking every limit as it goes.
package struct YAMLComposer {
  private let path: String
  private let limits: DocumentLimits
  private var open: [Frame] = []
  private var root: Node?
  private var anchors: [String: Anchored] = [:]
  private var nodeCount = 0

  /// A node that an alias may repeat, with what its expansion costs.
  private struct Anchored {
    let node: Node
    let nodes: Int
    let depth: Int
  }

  /// A sequence or mapping whose end has not come yet.
  private struct Frame {
    let isMapping: Bool
    /// Written with brackets, which end it.
    let isFlow: Bool
    let tag: String?
    let anchor: String?
    let start: yaml_mark_t
    let nodesBefore: Int
    /// Deepest nesting below this frame so far, relative to it.
    var depth = 0
    var elements: [Node] = []
    var entries: [Entry] = []
    var key: Node?
  }

  /// - Returns: The first document of the file.
  /// - Throws: ``DocumentError``.
  package static func parse(
    _ bytes: [UInt8], path: String, limits: DocumentLimits = .standard
  ) throws(DocumentError) -> Node {
    var composer = YAMLComposer(path: path, limits: limits)
    // libyaml would count the mark as a column, and does not take a null pointer for no bytes.
    let text = bytes.dropFirst(bytes.byteOrderMarkCount)
    guard !text.isEmpty else { throw .empty(path: path) }
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else {
      throw .malformed(.start(of: path), problem: "out of memory")
    }
    defer { yaml_parser_delete(&parser) }
    let outcome: Result<Node?, DocumentError> = text.withUnsafeBufferPointer { buffer in
      yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
      yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
      do throws(DocumentError) {
        return .success(try composer.compose(&parser, buffer))
      } catch {
        return .failure(error)
      }
    }
    guard let node = try outcome.get() else { throw .empty(path: path) }
    return node
  }

  private init(path: String, limits: DocumentLimits) {
    self.path = path
    self.limits = limits
  }

  private mutating func compose(
    _ parser: inout yaml_parser_t, _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(DocumentError) -> Node? {
    while true {
      var event = yaml_event_t()
      guard yaml_parser_parse(&parser, &event) == 1 else { throw problem(of: parser, bytes) }
      defer { yaml_event_delete(&event) }
      switch event.type {
      case YAML_SCALAR_EVENT: try scalar(event)
      case YAML_ALIAS_EVENT: try alias(event)
      case YAML_SEQUENCE_START_EVENT, YAML_MAPPING_START_EVENT: try push(event)
      case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: try pop(event)
      case YAML_DOCUMENT_END_EVENT, YAML_STREAM_END_EVENT: return root
      default: break
      }
    }
  }

  private func problem(of parser: yaml_parser_t, _ bytes: UnsafeBufferPointer<UInt8>) -> DocumentError {
    let text = parser.problem.map { String(cString: $0) } ?? "unreadable"
    var line = Int(parser.problem_mark.line) + 1
    var column = Int(parser.problem_mark.column) + 1
    if parser.error == YAML_READER_ERROR {
      // A character that may not stand in a document is met before there are lines: only its offset is known.
      let before = bytes.prefix(parser.problem_offset)
      line = before.count { $0 == UInt8(ascii: "\n") } + 1
      let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
      column = before[lineStart...].count { $0 & 0xC0 != 0x80 } + 1
    }
    return .malformed(SourceLocation(path: path, line: line, column: column), problem: text)
  }

  private func location(_ start: yaml_mark_t, _ end: yaml_mark_t) -> SourceLocation {
    SourceLocation(
      path: path, line: Int(start.line) + 1, column: Int(start.column) + 1, endLine: Int(end.line) + 1,
      endColumn: Int(end.column) + 1)
  }

  private mutating func count(_ nodes: Int, at place: SourceLocation) throws(DocumentError) {
    nodeCount += nodes
    guard nodeCount <= limits.nodes else { throw .tooManyNodes(place, limit: limits.nodes) }
  }

  private mutating func scalar(_ event: yaml_event_t) throws(DocumentError) {
    let data = event.data.scalar
    let place = location(event.start_mark, event.end_mark)
    try count(1, at: place)
    let text = String(decoding: UnsafeBufferPointer(start: data.value, count: data.length), as: UTF8.self)
    let tag = data.tag.map { String(cString: $0) }
    let isPlain = data.style == YAML_PLAIN_SCALAR_STYLE
    let scalar = YAMLScalars.resolve(text, isPlain: isPlain, tag: tag)
    let node = ShortForms.expand(Node(.scalar(scalar), at: place), tag: tag)
    remember(node, anchor: data.anchor, nodes: 1, depth: 0)
    try attach(node)
  }

  private mutating func alias(_ event: yaml_event_t) throws(DocumentError) {
    let place = location(event.start_mark, event.end_mark)
    let name = event.data.alias.anchor.map { String(cString: $0) } ?? ""
    guard let anchored = anchors[name] else { throw .undefinedAlias(place, name: name) }
    try count(anchored.nodes, at: place)
    guard open.count + anchored.depth <= limits.depth else { throw .tooDeep(place, limit: limits.depth) }
    if let last = open.indices.last { open[last].depth = max(open[last].depth, anchored.depth + 1) }
    try attach(anchored.node)
  }

  private mutating func push(_ event: yaml_event_t) throws(DocumentError) {
    let place = location(event.start_mark, event.end_mark)
    try count(1, at: place)
    guard open.count < limits.depth else { throw .tooDeep(place, limit: limits.depth) }
    let isMapping = event.type == YAML_MAPPING_START_EVENT
    let tag = isMapping ? event.data.mapping_start.tag : event.data.sequence_start.tag
    let isFlow =
      isMapping
      ? event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
      : event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
    let anchor = isMapping ? event.data.mapping_start.anchor : event.data.sequence_start.anchor
    open.append(
      Frame(
        isMapping: isMapping, isFlow: isFlow, tag: tag.map { String(cString: $0) },
        anchor: anchor.map { String(cString: $0) },
        start: event.start_mark, nodesBefore: nodeCount - 1))
  }

  private mutating func pop(_ event: yaml_event_t) throws(DocumentError) {
    guard let frame = open.popLast() else { return }
    // libyaml ends a block collection where the next token starts; the last child's end is the true one.
    let place =
      frame.isFlow
      ? location(frame.start, event.end_mark)
      : location(frame.start, event.start_mark).ending(atLastOf: frame.elements, frame.entries)
    let content: Node.Content =
      frame.isMapping ? .mapping(MergeKeys.merged(frame.entries)) : .sequence(frame.elements)
    let node = ShortForms.expand(Node(content, at: place), tag: frame.tag)
    if let anchor = frame.anchor {
      anchors[anchor] = Anchored(node: node, nodes: nodeCount - frame.nodesBefore, depth: frame.depth + 1)
    }
    if let last = open.indices.last { open[last].depth = max(open[last].depth, frame.depth + 1) }
    try attach(node)
  }

  private mutating func remember(
    _ node: Node, anchor: UnsafeMutablePointer<yaml_char_t>?, nodes: Int, depth: Int
  ) {
    guard let anchor else { return }
    anchors[String(cString: anchor)] = Anchored(node: node, nodes: nodes, depth: depth)
  }

  private mutating func attach(_ node: Node) throws(DocumentError) {
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
    guard let scalar = key.scalar else {
      throw .malformed(key.location, problem: "a key must be a scalar")
    }
    open[last].entries.append(Entry(scalar.text, at: key.location, node))
  }
}

extension SourceLocation {
  fileprivate func ending(atLastOf elements: [Node], _ entries: [Entry]) -> SourceLocation {
    guard let last = elements.last?.location ?? entries.last?.value.location, last.path == path,
      (last.endLine, last.endColumn) > (line, column)
    else { return self }
    return SourceLocation(
      path: path, line: Int(line), column: Int(column), endLine: Int(last.endLine),
      endColumn: Int(last.endColumn))
  }
}
