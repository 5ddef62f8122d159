import FindingModel
import Testing

@testable import SecretDetection

/// What is verified beyond a form.
@Suite struct StructureTests {
  private func secrets(_ text: String, _ context: SecretContext = SecretContext(.unknown)) -> [DetectedSecret]
  {
    SecretScanner.secrets(in: Array(text.utf8), context: context).map(\.secret)
  }

  @Test func checksumsAreThoseOfTheIssuers() {
    #expect(CRC32.checksum("123456789".utf8) == 0xCBF4_3926)
    #expect(String(decoding: UInt32(61).base62, as: UTF8.self) == "00000z")
    #expect(String(decoding: UInt32.max.base62, as: UTF8.self) == "4gfFC3")
    #expect(String(decoding: UInt32(35).base36, as: UTF8.self) == "000000z")
  }

  @Test func aWrongChecksumRefutes() {
    var draw = Draw(seed: 21)
    for token in [draw.checked("gh" + "p_"), draw.grafana()] {
      #expect(secrets(token).first?.evidence == "its checksum is right")
      // Another last digit that is as good a digit.
      let other = token.dropLast() + (token.hasSuffix("1") ? "2" : "1")
      #expect(secrets(String(other)).isEmpty)
    }
    let npm = draw.checked("npm" + "_")
    #expect(secrets(npm).first?.confidence == .high)
    #expect(secrets(npm.dropLast() + (npm.hasSuffix("1") ? "2" : "1")).first?.confidence == .medium)
  }

  @Test func anAccessKeyNamesItsAccount() {
    // The two that the analysis of the format explains, in parts.
    let key = "ASIA" + "Y34FZKBOKMUTVV7A"
    #expect(secrets(key).first?.evidence == "it belongs to the account 609629065308")
    // All bits of the account set are more than twelve digits.
    #expect(secrets("AKIA" + "7777777777" + "ABCDEF").isEmpty)
  }

  @Test(arguments: ["pypi.org", "test.pypi.org"])
  func aMacaroonIsWhole(_ location: String) {
    var draw = Draw(seed: 22)
    let token = draw.macaroon(location: location)
    #expect(secrets(token).first?.evidence == "it decodes to a macaroon")
    #expect(secrets(String(token.dropLast(20))).isEmpty)
  }

  @Test(arguments: [
    ("RSA PRIVATE KEY", "an RSA key of 1024 bits"), ("EC PRIVATE KEY", "an elliptic-curve key of 256 bits"),
    ("PRIVATE KEY", "an Ed25519 key"), ("OPENSSH PRIVATE KEY", "an OpenSSH key of the type ssh-ed25519"),
    ("PGP PRIVATE KEY BLOCK", "a PGP key"),
  ])
  func aKeyIsWhatItsLabelSays(_ label: String, _ name: String) {
    var draw = Draw(seed: 23)
    let key: [UInt8] =
      switch label {
      case "RSA PRIVATE KEY": KeyWriter.rsa(&draw)
      case "EC PRIVATE KEY": KeyWriter.elliptic(&draw)
      case "OPENSSH PRIVATE KEY": KeyWriter.openSSH(&draw)
      case "PGP PRIVATE KEY BLOCK": KeyWriter.pgp(&draw)
      default: KeyWriter.ed25519(&draw)
      }
    #expect(secrets(KeyWriter.armour(label, key)).first?.evidence == "it decodes to \(name)")
    #expect(secrets(KeyWriter.armour(label, draw.bytes(key.count))).isEmpty)
    // PGP gives the length of its packet, which streams may leave out; the others have to be whole.
    if label != "PGP PRIVATE KEY BLOCK" {
      #expect(secrets(KeyWriter.armour(label, Array(key.dropLast(8)))).isEmpty)
    }
  }

  @Test func aBodyIsReadToItsLimit() {
    var draw = Draw(seed: 24)
    func key(_ bytes: Int) -> [UInt8] {
      KeyWriter.sequence(
        KeyWriter.element(0x02, [0]), KeyWriter.element(0x30, KeyWriter.element(0x06, [0x2B, 0x65, 0x70])),
        KeyWriter.element(0x04, draw.bytes(bytes)))
    }
    let inside = KeyWriter.armour("PRIVATE KEY", key(14_000))
    #expect(inside.utf8.count < PrivateKeyDetector.bodyLimit && !secrets(inside).isEmpty)
    let outside = KeyWriter.armour("PRIVATE KEY", key(16_000))
    #expect(outside.utf8.count > PrivateKeyDetector.bodyLimit && secrets(outside).isEmpty)
  }

  @Test func keysOfTestsAreLessSure() {
    var draw = Draw(seed: 25)
    let key = KeyWriter.armour("RSA PRIVATE KEY", KeyWriter.rsa(&draw))
    #expect(secrets(key).first?.confidence == .high)
    #expect(secrets(key, SecretContext(.unknown, isTest: true)).first?.confidence == .low)
  }

  @Test func webTokensExpire() throws {
    var draw = Draw(seed: 26)
    // The first of January 2026.
    let token = draw.webToken("HS256", #"{"sub":"shop","exp":1767225600}"#, signature: 32)
    let before = CalendarDate(year: 2025, month: 12, day: 31)
    let after = CalendarDate(year: 2026, month: 1, day: 2)
    #expect(secrets(token, SecretContext(.unknown, today: before)).first?.severity == .high)
    #expect(secrets(token, SecretContext(.unknown, today: after)).first?.severity == .low)
    #expect(secrets(token).first?.severity == .high)
  }

  @Test func webTokensAreSignedAsTheySay() {
    var draw = Draw(seed: 27)
    let claims = #"{"sub":"shop","iat":1700000000}"#
    #expect(secrets(draw.webToken("none", claims, signature: 0)).first?.severity == .low)
    #expect(secrets(draw.webToken("HS256", claims, signature: 31)).isEmpty)
    #expect(secrets(draw.webToken("HS512", claims, signature: 64)).count == 1)
    #expect(secrets(draw.webToken("XX256", claims, signature: 32)).isEmpty)
    #expect(secrets(draw.webToken("HS256", #"{"k":"v"}"#, signature: 32)).isEmpty)
  }

  @Test func thePublicKeyOfSupabaseIsPublic() {
    var draw = Draw(seed: 28)
    let claims = #"{"iss":"supabase","ref":"abc","role":"anon","iat":1700000000}"#
    #expect(secrets(draw.webToken("HS256", claims, signature: 32)).isEmpty)
  }

  @Test func bothHalvesOfAnAWSKeyAreFound() {
    var draw = Draw(seed: 29)
    let (id, secret) = (draw.awsKey("AKIA"), draw.base64(36) + "A7bC")
    let far = String(repeating: "# a comment that says nothing\n", count: 20)
    #expect(secrets("\(id),\(secret)\n").map(\.kind) == [.awsAccessKey, .awsSecretKey])
    #expect(secrets("\(secret) \(id)\n").map(\.kind) == [.awsSecretKey, .awsAccessKey])
    #expect(secrets("\(id)\n\(far)\(secret)\n").map(\.kind) == [.awsAccessKey])
  }

  @Test func anAWSSecretKeyNeedsItsName() {
    let value = "q7Rt5Yp2Lk9Mz3Xc8Vb1" + "Nn6Qw4Er0Ty7Ui5Op3As"
    #expect(AWSSecret.isOne(value, name: "AWS_SECRET_ACCESS_KEY"))
    #expect(!AWSSecret.isOne(value, name: "DIGEST"))
    #expect(!AWSSecret.isOne("wJalrXUtnFEMI/K7MDENG" + "/bPxRfiCYEXAMPLEKEY", name: "AWS_SECRET_ACCESS_KEY"))
  }

  @Test func base64IsDecodedInBothAlphabets() {
    #expect(Base64.decoded(Array("-_8=".utf8)) == [0xFB, 0xFF])
    #expect(Base64.decoded(Array("+/8".utf8)) == [0xFB, 0xFF])
    #expect(Base64.decoded(Array("a=b".utf8)) == nil)
    #expect(Base64.decoded(Array("a b".utf8)) == nil)
  }

  /// Vectors that are cut, doubled, joined and changed.
  @Test func damageIsSurvived() {
    var draw = Draw(seed: 30)
    let texts = SecretVector.all.map { Array($0.make(&draw).utf8.prefix(1_500)) }
    for _ in 0..<1_500 {
      var bytes = texts.randomElement(using: &draw) ?? []
      bytes.insert(
        contentsOf: texts.randomElement(using: &draw) ?? [], at: Int.random(in: 0...bytes.count, using: &draw)
      )
      let cut = Int.random(in: 0..<bytes.count, using: &draw)
      bytes.removeSubrange(cut..<min(bytes.count, cut + Int.random(in: 0..<20, using: &draw)))
      if !bytes.isEmpty { bytes[Int.random(in: bytes.indices, using: &draw)] = draw.bytes(1)[0] }
      var end = 0
      for match in SecretScanner.secrets(in: bytes) {
        #expect(match.range.lowerBound >= end && match.range.upperBound <= bytes.count)
        end = match.range.upperBound
      }
    }
  }
}
