internal import CExpat
internal import FindingModel

/// Makes a tree of what expat reports.
final class XMLTreeBuilder {
  private let parser: XML_Parser
  private let path: String
  private let limits: DocumentLimits
  private var open: [XMLElement] = []
  private var nodeCount = 0
  private(set) var root: XMLElement?
  /// What stopped the reading, besides expat itself.
  private(set) var error: DocumentError?

  init(_ parser: XML_Parser, path: String, limits: DocumentLimits) {
    self.parser = parser
    self.path = path
    self.limits = limits
  }

  /// The builder has to live until the parser has ended.
  func register() {
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser, { XMLTreeBuilder.of($0)?.start($1, $2) }, { data, _ in XMLTreeBuilder.of(data)?.end() })
    XML_SetCharacterDataHandler(parser) { XMLTreeBuilder.of($0)?.text($1, count: Int($2)) }
    XML_SetEntityDeclHandler(parser) { data, _, _, _, _, _, _, _, _ in XMLTreeBuilder.of(data)?.entity() }
    // As if there were a DTD nobody read: `&ouml;` of old POMs is then passed over, and not an error.
    XML_UseForeignDTD(parser, 1)
    XML_SetParamEntityParsing(parser, XML_PARAM_ENTITY_PARSING_ALWAYS)
    XML_SetExternalEntityRefHandler(parser) { parser, context, _, _, _ in
      XMLTreeBuilder.readNothing(parser, context)
    }
    XML_SetUnknownEncodingHandler(parser, { _, _, encoding in XMLTreeBuilder.singleBytes(encoding) }, nil)
  }

  private static func of(_ data: UnsafeMutableRawPointer?) -> XMLTreeBuilder? {
    data.map { Unmanaged<XMLTreeBuilder>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Stands in for a DTD: expat forgives entities nobody declared only where it was given something to read.
  private static func readNothing(_ parser: XML_Parser?, _ context: UnsafePointer<CChar>?) -> Int32 {
    guard let inner = XML_ExternalEntityParserCreate(parser, context, nil) else {
      return XML_STATUS_ERROR.intValue
    }
    defer { XML_ParserFree(inner) }
    return XML_Parse(inner, "", 0, 1).intValue
  }

  /// Character sets that expat does not know are read byte by byte, which is right for what is ASCII in them.
  private static func singleBytes(_ encoding: UnsafeMutablePointer<XML_Encoding>?) -> Int32 {
    guard let encoding else { return XML_STATUS_ERROR.intValue }
    withUnsafeMutableBytes(of: &encoding.pointee.map) { map in
      for (index, slot) in map.bindMemory(to: Int32.self).indices.enumerated() {
        map.bindMemory(to: Int32.self)[slot] = Int32(index)
      }
    }
    encoding.pointee.data = nil
    encoding.pointee.convert = nil
    encoding.pointee.release = nil
    return XML_STATUS_OK.intValue
  }

  var place: SourceLocation {
    // Expat's columns start at 0.
    SourceLocation(
      path: path, line: Int(clamping: XML_GetCurrentLineNumber(parser)),
      column: Int(clamping: XML_GetCurrentColumnNumber(parser)) + 1)
  }

  private func stop(_ error: DocumentError) {
    guard self.error == nil else { return }
    self.error = error
    XML_StopParser(parser, 0)
  }

  private func start(
    _ name: UnsafePointer<CChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    guard error == nil, let name else { return }
    guard open.count < limits.depth else { return stop(.tooDeep(place, limit: limits.depth)) }
    var pairs: [(name: String, value: String)] = []
    var next = attributes
    while let key = next?.pointee, let value = next?.successor().pointee {
      pairs.append((Self.localName(key), String(cString: value)))
      next = next?.advanced(by: 2)
    }
    nodeCount += 1 + pairs.count
    guard nodeCount <= limits.nodes else { return stop(.tooManyNodes(place, limit: limits.nodes)) }
    open.append(XMLElement(name: Self.localName(name), attributes: pairs, at: place))
  }

  private static func localName(_ name: UnsafePointer<CChar>) -> String {
    let name = String(cString: name)
    return name.firstIndex(of: ":").map { String(name[name.index(after: $0)...]) } ?? name
  }

  private func text(_ bytes: UnsafePointer<CChar>?, count: Int) {
    guard error == nil, let bytes, !open.isEmpty else { return }
    open[open.count - 1].rawText.append(contentsOf: UnsafeRawBufferPointer(start: bytes, count: count))
  }

  private func end() {
    guard error == nil, var element = open.popLast() else { return }
    let end = place
    // At an end tag expat stands before it: `</name>` ends on the same line. An empty tag has no end of its own.
    let start = element.location
    element.location = SourceLocation(
      path: path, line: Int(start.line), column: Int(start.column), endLine: Int(end.line),
      endColumn: Int(end.column) + Int(XML_GetCurrentByteCount(parser)))
    if open.isEmpty { root = element } else { open[open.count - 1].children.append(element) }
  }

  private func entity() {
    stop(.malformed(place, problem: "entities of its own are not read"))
  }
}

extension XML_Status {
  fileprivate var intValue: Int32 { Int32(bitPattern: rawValue) }
}
