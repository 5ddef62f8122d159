internal import Documents
internal import FindingModel

/// Logical ids that end in a digest of content, so that other content makes another resource.
///
/// SAM uses ten digits of a SHA-1; only stability and distinctness matter here.
enum LogicalID {
  static func digest(of node: Node) -> String {
    digest(of: NodeJSON.write(node))
  }

  static func digest(of text: String) -> String {
    String(StableHash.hexadecimal(of: [text]).prefix(10))
  }

  /// Only letters and digits, which is all a logical id may hold.
  static func alphanumeric(_ text: String) -> String {
    String(
      text.unicodeScalars.filter { scalar in
        scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
      }.map(Character.init))
  }
}
