internal import FindingModel

/// Reads one YAML or JSON document.
package enum Document {
  /// - Parameters:
  ///   - bytes: The whole file, UTF-8, with or without a byte-order mark.
  ///   - path: Only used in errors and locations.
  /// - Throws: ``DocumentError``.
  package static func parse(
    _ bytes: [UInt8], path: String, limits: DocumentLimits = .standard
  ) throws(DocumentError) -> Node {
    guard bytes.count <= limits.bytes else {
      throw .tooLarge(path: path, bytes: bytes.count, limit: limits.bytes)
    }
    if let offset = UTF8Validation.firstInvalidOffset(in: bytes) {
      throw .notUTF8(path: path, offset: offset)
    }
    let first = bytes.dropFirst(bytes.byteOrderMarkCount).first { !$0.isJSONSpace }
    // libyaml reads most JSON, but not tabs before keys, long keys or surrogate pairs.
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
      do {
        return try JSONReader.parse(bytes, path: path, limits: limits)
      } catch {
        // A YAML document may start with a flow mapping that is no JSON; the limits hold for both.
        guard case .malformed = error, !path.hasSuffix(".json") else { throw error }
      }
    }
    return try YAMLComposer.parse(bytes, path: path, limits: limits)
  }
}

extension UInt8 {
  package var isJSONSpace: Bool { self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 }
}

extension [UInt8] {
  /// 3 if the bytes start with UTF-8's byte-order mark, 0 otherwise.
  package var byteOrderMarkCount: Int { starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }
}
