internal import FindingModel

/// `-----BEGIN … PRIVATE KEY-----` with a body that is one; a header alone is how programs recognise keys.
struct PrivateKeyDetector: Detector {
  /// Bytes of a body that are read; an RSA key of 16,384 bits has less than 13,000.
  static let bodyLimit = 20_000

  let anchors = [Anchor("-----BEGIN ")]

  func match(in bytes: ByteView, at anchor: Int, context: SecretContext) -> RankedMatch? {
    let labelStart = anchor + 11
    guard let labelEnd = bytes.first(UInt8(ascii: "-"), in: labelStart..<(labelStart + 40)),
      bytes.holds(Array("-----".utf8), at: labelEnd)
    else { return nil }
    let label = bytes.text(labelStart..<labelEnd)
    guard label.contains("PRIVATE KEY") else { return nil }
    let armour = Armour(bytes, from: labelEnd + 5, limit: Self.bodyLimit)
    guard
      let (secret, end) = secret(label, armour, isAccount: isServiceAccount(bytes, before: anchor), context)
    else { return nil }
    return RankedMatch(secret, at: anchor..<max(end, anchor + 1), .structure)
  }

  private func secret(
    _ label: String, _ armour: Armour, isAccount: Bool, _ context: SecretContext
  ) -> (DetectedSecret, Int)? {
    let confidence: Confidence = context.isTest ? .low : .high
    let text = String(decoding: armour.body, as: UTF8.self)
    if armour.isEncrypted {
      guard armour.body.count >= 64, Base64.decoded(armour.body) != nil else { return nil }
      return (DetectedSecret(.encryptedPrivateKey, text, confidence: confidence), armour.end)
    }
    guard armour.body.count >= 40, let key = Base64.decoded(armour.body),
      let structure = KeyStructure.of(key, label: label)
    else { return nil }
    switch structure {
    case .open(let name):
      let kind: SecretKind = isAccount ? .googleServiceAccount : .privateKey
      return (
        DetectedSecret(kind, text, confidence: confidence, evidence: "it decodes to \(name)"), armour.end
      )
    case .encrypted(let name):
      let evidence = "it decodes to \(name) that is encrypted"
      return (
        DetectedSecret(.encryptedPrivateKey, text, confidence: confidence, evidence: evidence), armour.end
      )
    }
  }

  private static let accountField = WordList(["private_key_id"])

  /// The file that Google gives for a service account names its key just before the key.
  private func isServiceAccount(_ bytes: ByteView, before anchor: Int) -> Bool {
    Self.accountField.isIn(bytes[(anchor - 120)..<anchor])
  }
}

/// The body of an armoured key as people write it: over lines, with escapes, or as strings that are joined.
private struct Armour {
  private(set) var body: [UInt8] = []
  private(set) var isEncrypted = false
  private(set) var end: Int

  init(_ bytes: ByteView, from start: Int, limit: Int) {
    end = start
    let last = min(bytes.count, start + limit)
    skipHeaders(bytes, to: last)
    while end < last {
      let byte = bytes[end]
      switch byte {
      case UInt8(ascii: "\\"):
        // `\n`, `\r`, and the backslash that continues a line.
        end += [0x6E, 0x72, 0x74].contains(bytes[end + 1]) ? 2 : 1
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"):
        guard let next = joint(bytes, from: end) else { return }
        end = next
      case UInt8(ascii: "="):
        body.append(byte)
        end += 1
        // Padding ends the body; so does the checksum of PGP, which begins with the same sign.
        if bytes[end] != UInt8(ascii: "=") { return }
      case _ where ByteSet.whitespace.contains(byte): end += 1
      case _ where ByteSet.base64.contains(byte):
        body.append(byte)
        end += 1
      default: return
      }
    }
  }

  /// `Proc-Type: 4,ENCRYPTED`: lines with a colon, which no line of base 64 has.
  private mutating func skipHeaders(_ bytes: ByteView, to last: Int) {
    for _ in 0..<8 {
      var start = end
      while start < last, ByteSet.whitespace.contains(bytes[start]) || isEscape(bytes, start) {
        start += isEscape(bytes, start) ? 2 : 1
      }
      let name = bytes.end(of: Self.headerName, from: start, limit: 24)
      guard name > start, bytes[name] == UInt8(ascii: ":") else { return }
      var lineEnd = name
      while lineEnd < min(last, name + 200), bytes[lineEnd] != 0x0A, !isEscape(bytes, lineEnd) {
        lineEnd += 1
      }
      if Self.encrypted.isIn(bytes[name..<lineEnd]) { isEncrypted = true }
      end = lineEnd
    }
  }

  private static let encrypted = WordList(["encrypted"])
  private static let headerName = ByteSet(ranges: "azAZ", and: "-")

  private func isEscape(_ bytes: ByteView, _ position: Int) -> Bool {
    bytes[position] == UInt8(ascii: "\\") && [0x6E, 0x72].contains(bytes[position + 1])
  }

  /// Where the text goes on behind `" + "`, `",\n"` or `"\n"`; `nil` if the string was the last.
  private func joint(_ bytes: ByteView, from quote: Int) -> Int? {
    var position = quote + 1
    while position < quote + 60, Self.joints.contains(bytes[position]) { position += 1 }
    return bytes[position] == bytes[quote] ? position + 1 : nil
  }

  private static let joints = ByteSet(" \t\r\n+,.\\".utf8)
}
