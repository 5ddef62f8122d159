import EnforcementPolicy
import Testing

@Suite struct DecoyTests {
  private let seed = DecoySeed("00112233445566778899aabbccddeeff")

  private func credentials(_ purpose: String = "x", isTemporary: Bool = true) throws -> DecoyCredentials {
    DecoyCredentials(try #require(seed), purpose: purpose, isTemporary: isTemporary)
  }

  @Test func keysHaveTheFormOfRealOnes() throws {
    let temporary = try credentials()
    #expect(temporary.accessKeyID.wholeMatch(of: /ASIA[A-Z2-7]{16}/) != nil)
    #expect(temporary.secretAccessKey.wholeMatch(of: /[A-Za-z0-9+\/]{40}/) != nil)
    let token = try #require(temporary.sessionToken)
    #expect(token.hasPrefix("IQoJb3JpZ2luX2Vj"))
    #expect(token.utf8.count % 4 == 0 && (600...1200).contains(token.utf8.count))
    let lasting = try credentials(isTemporary: false)
    #expect(lasting.accessKeyID.wholeMatch(of: /AKIA[A-Z2-7]{16}/) != nil)
    #expect(lasting.sessionToken == nil)
  }

  /// Programs read an account's number out of a key's id; a number of less than twelve digits would give it away.
  @Test func keysNameAPlausibleAccount() throws {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)
    for number in 0..<200 {
      let id = try credentials("p\(number)").accessKeyID.utf8.dropFirst(4)
      let digits = id.compactMap { alphabet.firstIndex(of: $0) }
      #expect(digits.count == 16)
      let head = digits.prefix(10).reduce(0) { $0 << 5 | $1 } >> 2
      let account = (head & 0x7FFF_FFFF_FF80) >> 7
      #expect((100_000_000_000...999_999_999_999).contains(account))
      #expect(head >> 47 == 1)
    }
  }

  @Test func theSameSeedGivesTheSameDecoysAndAnotherOthers() throws {
    #expect(try credentials() == credentials())
    #expect(try credentials("a") != credentials("b"))
    let other = DecoyCredentials(
      try #require(DecoySeed("ff112233445566778899aabbccddeeff")), purpose: "x", isTemporary: true)
    #expect(try credentials() != other)
    let derived = try #require(seed).derived(for: "F")
    #expect(derived != seed && derived != seed?.derived(for: "G"))
  }

  @Test func keyAndSecretOfOnePrefixBelongTogether() throws {
    let contents = DecoyContents(try #require(seed))
    #expect(contents.value(of: "A_ACCESS_KEY_ID") != contents.value(of: "B_ACCESS_KEY_ID"))
    #expect(contents.value(of: "A_SECRET_ACCESS_KEY").count == 40)
    #expect(contents.value(of: "DATABASE_URL").hasPrefix("postgres://"))
  }

  @Test func filesHaveTheFormOfTheirNames() throws {
    let contents = DecoyContents(try #require(seed))
    #expect(contents.file("/opt/.aws/credentials").contains("[default]\naws_access_key_id = AKIA"))
    #expect(contents.file("/opt/.env").contains("AWS_SECRET_ACCESS_KEY="))
    #expect(contents.file("/opt/key.json").hasPrefix("{"))
    let key = contents.file("/opt/id_rsa")
    #expect(key.hasPrefix("-----BEGIN RSA PRIVATE KEY-----\n"))
    #expect(key.split(separator: "\n").allSatisfy { $0.count <= 64 })
    #expect(contents.file("/opt/a/credentials") != contents.file("/opt/b/credentials"))
  }

  @Test(arguments: ["", "0011", "zz112233445566778899aabbccddeeff", "00112233445566778899aabbccddeeff0"])
  func refusesOtherSeeds(text: String) {
    #expect(DecoySeed(text) == nil)
  }

  @Test func withoutASeedTheFunctionIsOne() throws {
    let first = DecoyContents(EnforcementPolicy(function: "A")).childVariables.map(\.value)
    let second = DecoyContents(EnforcementPolicy(function: "B")).childVariables.map(\.value)
    #expect(first != second)
  }
}
