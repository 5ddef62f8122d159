internal import CExpat
internal import FindingModel

/// Reads one XML document: elements, attributes and text, without anything that its DTD would bring in.
package enum XMLReader {
  /// - Parameters:
  ///   - bytes: UTF-8, UTF-16, or what the declaration names; of other character sets only ASCII is right.
  ///   - path: Only used in errors and locations.
  /// - Throws: ``DocumentError``. Entities that the document declares are refused: nothing that lists packages
  ///   needs them, and they are how small files become large.
  package static func parse(
    _ bytes: [UInt8], path: String, limits: DocumentLimits = .standard
  ) throws(DocumentError) -> XMLElement {
    guard bytes.count <= limits.bytes else {
      throw .tooLarge(path: path, bytes: bytes.count, limit: limits.bytes)
    }
    guard let parser = XML_ParserCreate(nil) else {
      throw .malformed(.start(of: path), problem: "no memory is left")
    }
    defer { XML_ParserFree(parser) }
    let tree = XMLTreeBuilder(parser, path: path, limits: limits)
    tree.register()
    let isWhole = bytes.withUnsafeBytes { buffer in
      // Sizes above the limit of `Int32` were refused: documents are smaller.
      XML_Parse(parser, buffer.bindMemory(to: CChar.self).baseAddress, Int32(clamping: buffer.count), 1)
    }
    if let error = tree.error { throw error }
    guard isWhole == XML_STATUS_OK, let root = tree.root else {
      if bytes.allSatisfy(\.isJSONSpace) { throw .empty(path: path) }
      let text = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) }
      throw .malformed(tree.place, problem: text ?? "no XML document")
    }
    return root
  }
}
