internal import FindingModel

/// `machine … login … password …` of a .netrc file.
struct NetrcDetector: Detector {
  let anchors = [Anchor("machine ")]

  func match(in bytes: ByteView, at anchor: Int, context: SecretContext) -> RankedMatch? {
    guard bytes.isBoundary(before: anchor), !context.isTest else { return nil }
    var position = anchor
    var words: [Range<Int>] = []
    while words.count < 6 {
      while position < anchor + 400, ByteSet.whitespace.contains(bytes[position]) { position += 1 }
      let end = bytes.end(of: Self.word, from: position, limit: 200)
      guard end > position else { break }
      words.append(position..<end)
      position = end
    }
    guard words.count == 6, bytes.text(words[2]) == "login", bytes.text(words[4]) == "password" else {
      return nil
    }
    let password = bytes.text(words[5])
    guard PasswordText.isPlausible(password, user: bytes.text(words[3]), isFile: true),
      !Host.isReserved(bytes.text(words[1]))
    else { return nil }
    return RankedMatch(DetectedSecret(.netrcPassword, password), at: words[5], .service)
  }

  private static let word = ByteSet(0x21...0x7E)
}

/// `//registry…/:_authToken=`, `_auth=`, `_password=` of an .npmrc file.
struct RegistryDetector: Detector {
  let anchors = [
    Anchor("_authtoken=", ignoresCase: true), Anchor("_authtoken =", ignoresCase: true), Anchor("_auth="),
    Anchor("_auth ="), Anchor(":_password="),
  ]

  func match(in bytes: ByteView, at anchor: Int, context: SecretContext) -> RankedMatch? {
    guard let equals = bytes.first(UInt8(ascii: "="), in: anchor..<(anchor + 14)),
      [0x3A, 0x0A, 0x20, 0x00, 0x6E].contains(bytes[anchor - 1])
    else { return nil }
    var start = equals + 1
    while [0x20, 0x22].contains(bytes[start]), start < equals + 4 { start += 1 }
    let end = bytes.end(of: .percentEncoded, from: start, limit: 300)
    guard end - start >= 8, Plausibility.isRandom(bytes.array(start..<end)),
      isSecret(bytes, start..<end, context)
    else {
      return nil
    }
    return RankedMatch(DetectedSecret(.registryPassword, bytes.text(start..<end)), at: start..<end, .service)
  }

  private func isSecret(_ bytes: ByteView, _ range: Range<Int>, _ context: SecretContext) -> Bool {
    let text = bytes.text(range)
    return SecretValue.looksRandom(text) && !CodeReference.isOne(text)
      || Credentials.password(inBase64: bytes.array(range), context) != nil
  }
}

/// `"auth": "…"` of a Docker configuration: a user and a password in base 64.
struct DockerAuthDetector: Detector {
  let anchors = [Anchor("\"auth\"")]

  func match(in bytes: ByteView, at anchor: Int, context: SecretContext) -> RankedMatch? {
    var start = anchor + 6
    while start < anchor + 16, [0x20, 0x3A, 0x22].contains(bytes[start]) { start += 1 }
    let end = bytes.end(of: .paddedBase64, from: start, limit: 3_000)
    guard end - start >= 12, bytes[end] == UInt8(ascii: "\""),
      let password = Credentials.password(inBase64: bytes.array(start..<end), context)
    else { return nil }
    return RankedMatch(
      DetectedSecret(.dockerRegistryPassword, password, evidence: "it decodes to a user and a password"),
      at: start..<end, .structure)
  }
}

/// `client-key-data: …` of a kubeconfig: a private key in base 64.
struct ClusterKeyDetector: Detector {
  let anchors = [Anchor("client-key-data")]

  func match(in bytes: ByteView, at anchor: Int, context: SecretContext) -> RankedMatch? {
    var start = anchor + 15
    while start < anchor + 24, [0x20, 0x3A, 0x22, 0x27].contains(bytes[start]) { start += 1 }
    let end = bytes.end(of: .paddedBase64, from: start, limit: PrivateKeyDetector.bodyLimit)
    guard end - start >= 100, let key = Base64.decoded(bytes.array(start..<end)),
      let match = key.withUnsafeBufferPointer({ buffer in
        PrivateKeyDetector().match(in: ByteView(buffer), at: 0, context: context)
      }), key.starts(with: Array("-----BEGIN ".utf8))
    else { return nil }
    let secret = match.match.secret
    return RankedMatch(
      DetectedSecret(.clusterKey, secret.value, confidence: secret.confidence, evidence: secret.evidence),
      at: start..<end, .structure)
  }
}

/// `user:$apr1$…`, `user:{SHA}…`: lines of a file of passwords.
struct PasswordHashDetector: Detector {
  private static let forms: [(String, String)] = [
    (":$apr1$", "{path:8}${hash:22}"), (":$2y$", "{digit:2}${hash:53}"), (":$2a$", "{digit:2}${hash:53}"),
    (":$2b$", "{digit:2}${hash:53}"), (":$6$", "{hash:4-16}${hash:86}"), (":$5$", "{hash:4-16}${hash:43}"),
    (":$y$", "{hash:2-6}${hash:8-32}${hash:43}"), (":{SHA}", "{base64:27}="),
  ]

  private let patterns: [(prefix: [UInt8], pattern: TokenPattern)] = forms.compactMap { prefix, notation in
    TokenPattern(notation).map { (Array(prefix.utf8), $0) }
  }

  var anchors: [Anchor] { patterns.map { Anchor($0.prefix) } }

  func match(in bytes: ByteView, at anchor: Int, context: SecretContext) -> RankedMatch? {
    guard !context.isTest, bytes[anchor - 1].isLetterOrDigit || bytes[anchor - 1].isJoint,
      let form = patterns.first(where: { bytes.holds($0.prefix, at: anchor) }),
      let end = form.pattern.end(in: bytes, at: anchor + form.prefix.count), bytes.isBoundary(after: end),
      Plausibility.isRandom(bytes.array((anchor + form.prefix.count)..<end))
    else { return nil }
    return RankedMatch(
      DetectedSecret(.passwordHash, bytes.text((anchor + 1)..<end)), at: (anchor + 1)..<end, .structure)
  }
}
