internal import FindingModel

/// `Server=…;Password=…`, `jdbc:…&password=…`.
struct ConnectionStringDetector: Detector {
  /// Bytes before and after a field in which the others stand.
  static let reach = 256

  let anchors = [Anchor("password=", ignoresCase: true), Anchor("pwd=", ignoresCase: true)]

  func match(in bytes: ByteView, at anchor: Int, context: SecretContext) -> RankedMatch? {
    let before = bytes[anchor - 1]
    guard [0x3B, 0x26, 0x3F, 0x20, 0x22, 0x27].contains(before) else { return nil }
    let start = bytes.first(UInt8(ascii: "="), in: anchor..<(anchor + 10)).map { $0 + 1 } ?? anchor
    let end = bytes.end(of: Self.value, from: start, limit: 128)
    let password = bytes.text(start..<end)
    // The line is long, so what is cheaper comes first.
    guard Self.ends.contains(bytes[end]) || end == bytes.count, !context.isTest,
      PasswordText.isPlausible(password, user: "", isFile: context.format != .value),
      !SecretValue.isReference(password)
    else { return nil }
    let line = line(bytes, around: anchor)
    guard Self.addresses.isIn(line) || (line.contains(0x3B) && Self.fields.isIn(line)), !Self.local.isIn(line)
    else {
      return nil
    }
    return RankedMatch(DetectedSecret(.connectionString, password), at: start..<end, .form)
  }

  /// The line as far as it is near.
  private func line(_ bytes: ByteView, around anchor: Int) -> Slice<UnsafeBufferPointer<UInt8>> {
    let start = bytes.start(of: Self.inLine, before: anchor, limit: Self.reach)
    return bytes[start..<bytes.end(of: Self.inLine, from: anchor, limit: Self.reach)]
  }

  private static let ends = ByteSet(";&\"'`\n\r< ".utf8)
  private static let inLine = ByteSet((0x01...0xFF).filter { $0 != 0x0A })
  private static let value: ByteSet = {
    let ends = Set(";&\"'`<> ".utf8)
    return ByteSet((0x21...0x7E).filter { !ends.contains($0) })
  }()

  private static let addresses = WordList(["jdbc:"])
  private static let fields = WordList([
    "server=", "data source=", "datasource=", "host=", "hostname=", "address=", "addr=", "driver=",
  ])
  private static let local = WordList([
    "localhost", "127.0.0.1", "(localdb)", "server=.;", "data source=.;", "example",
  ])
}

/// `AccountKey=…`, `SharedAccessKey=…`: keys whose length says what they are.
struct AccountKeyDetector: Detector {
  let anchors = [Anchor("accountkey=", ignoresCase: true), Anchor("sharedaccesskey=", ignoresCase: true)]

  func match(in bytes: ByteView, at anchor: Int, context: SecretContext) -> RankedMatch? {
    let start = bytes.first(UInt8(ascii: "="), in: anchor..<(anchor + 20)).map { $0 + 1 } ?? anchor
    let end = bytes.end(of: .paddedBase64, from: start, limit: 90)
    let key = bytes.text(start..<end)
    guard key.utf8.count == 88 || key.utf8.count == 44, key.hasSuffix("="),
      Plausibility.isRandom(Array(key.utf8)),
      !Self.emulators.contains(where: key.hasPrefix)
    else { return nil }
    return RankedMatch(
      DetectedSecret(.azureKey, key, evidence: "it decodes to \(key.utf8.count == 88 ? 64 : 32) bytes"),
      at: start..<end, .structure)
  }

  /// The storage and Cosmos DB emulators have one key each, which is in their documentation.
  private static let emulators = ["Eby8vdM02xNOcqFl", "C2y6yDjf5/R+ob0N"]
}

/// `sig=` of a shared access signature, beside its version and expiry.
struct SharedAccessDetector: Detector {
  let anchors = [Anchor("sig=")]

  func match(in bytes: ByteView, at anchor: Int, context: SecretContext) -> RankedMatch? {
    guard [0x26, 0x3F, 0x20, 0x3B].contains(bytes[anchor - 1]) else { return nil }
    let start = anchor + 4
    let end = bytes.end(of: .percentEncoded, from: start, limit: 80)
    let length = end - start
    guard (43...66).contains(length), Plausibility.isRandom(bytes.array(start..<end)) else { return nil }
    let query = bytes[
      bytes.start(
        of: Self.query, before: anchor, limit: 400)..<bytes.end(of: Self.query, from: anchor, limit: 400)]
    guard Self.others.count(where: { $0.isIn(query) }) >= 2 else { return nil }
    return RankedMatch(
      DetectedSecret(
        .azureSharedAccess, bytes.text(start..<end), evidence: "its version and expiry stand beside it"),
      at: start..<end, .structure)
  }

  private static let others = [WordList(["sv=20"]), WordList(["sr=", "ss="]), WordList(["se="])]
  private static let query = ByteSet(ranges: "azAZ09", and: "%&=?._-:/+")
}
