package import Documents
internal import FindingModel

/// What a function's processes wrote: a line of its own, or an event of the enforcer between them.
package enum LogLine: Sendable {
  case text(String)
  case event(Node)

  /// Bytes of a line that may be an event; the enforcer writes fewer.
  static let eventBytes = 4096

  init(_ bytes: [UInt8]) {
    if let event = Self.event(bytes) {
      self = .event(event)
    } else {
      self = .text(String(decoding: bytes, as: UTF8.self))
    }
  }

  /// Events have a form that nobody writes by accident: a class of OCSF and the enforcer's own member.
  private static func event(_ bytes: [UInt8]) -> Node? {
    guard bytes.first == UInt8(ascii: "{"), bytes.count <= eventBytes else { return nil }
    // What is no JSON is a line of the function's.
    guard let node = try? JSONReader.parse(bytes, path: "event"), node["class_uid"]?.integer == 2004,
      node[path: "unmapped", "parapet"] != nil
    else { return nil }
    return node
  }
}
