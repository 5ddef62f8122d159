package import FindingModel

/// One element of an XML document, with its place; namespaces are dropped, `m:version` reads as `version`.
package struct XMLElement: Sendable {
  package let name: String
  /// In the order of the document.
  package let attributes: [(name: String, value: String)]
  package internal(set) var children: [XMLElement] = []
  /// From the `<` of the start tag to behind the end tag.
  package internal(set) var location: SourceLocation
  var rawText: [UInt8] = []

  init(name: String, attributes: [(name: String, value: String)], at location: SourceLocation) {
    self.name = name
    self.attributes = attributes
    self.location = location
  }

  /// The element's own text without that of its children, and without the space around it.
  package var text: String {
    let start = rawText.firstIndex { !$0.isJSONSpace } ?? rawText.endIndex
    let end = rawText.lastIndex { !$0.isJSONSpace }.map { $0 + 1 } ?? start
    return String(decoding: rawText[start..<end], as: UTF8.self)
  }

  /// The first child of this name.
  package subscript(name: String) -> XMLElement? { children.first { $0.name == name } }

  package func children(named name: String) -> [XMLElement] { children.filter { $0.name == name } }

  /// An attribute's value; case matters.
  package func attribute(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
}
