internal import FindingModel

/// `PuTTY-User-Key-File-3: ssh-ed25519` with its private lines.
struct PuTTYKeyDetector: Detector {
  /// Lines of a file; the longest keys have about a hundred.
  static let lineLimit = 200

  let anchors = [Anchor("PuTTY-User-Key-File-")]

  func match(in bytes: ByteView, at anchor: Int, context: SecretContext) -> RankedMatch? {
    var position = lineEnd(bytes, anchor)
    var isEncrypted = true
    for _ in 0..<Self.lineLimit {
      let start = bytes.end(of: Self.breaks, from: position, limit: 2)
      let name = bytes.end(of: Self.fieldName, from: start, limit: 20)
      position = lineEnd(bytes, start)
      guard position > start, Self.breaks.contains(bytes[position]) else { return nil }
      switch bytes.text(start..<name) {
      case "Encryption": isEncrypted = bytes.text(min(name + 2, position)..<position) != "none"
      case "Private-Lines": return key(bytes, from: position, file: anchor, isEncrypted: isEncrypted, context)
      // The next file has begun before this one had a key.
      case "PuTTY-User-Key-File-": return nil
      default: continue
      }
    }
    return nil
  }

  private func key(
    _ bytes: ByteView, from start: Int, file: Int, isEncrypted: Bool, _ context: SecretContext
  ) -> RankedMatch? {
    let end = bytes.end(of: Self.body, from: start, limit: PrivateKeyDetector.bodyLimit)
    let body = bytes.array(start..<end).filter { !Self.breaks.contains($0) }
    guard body.count >= 40 else { return nil }
    let secret = DetectedSecret(
      isEncrypted ? .encryptedPrivateKey : .privateKey, String(decoding: body, as: UTF8.self),
      confidence: context.isTest ? .low : .high, evidence: "it is a PuTTY key file")
    return RankedMatch(secret, at: file..<end, .structure)
  }

  private func lineEnd(_ bytes: ByteView, _ start: Int) -> Int {
    bytes.end(of: Self.line, from: start, limit: 200)
  }

  private static let breaks = ByteSet("\r\n".utf8)
  private static let line = ByteSet((0x01...0xFF).filter { $0 != 0x0A && $0 != 0x0D })
  private static let fieldName = ByteSet(ranges: "azAZ", and: "-")
  private static let body = ByteSet(ranges: "azAZ09", and: "+/=\r\n")
}
