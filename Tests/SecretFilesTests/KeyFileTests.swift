import FindingModel
import SecretDetection
import SecretFiles
import Testing

/// Stores of keys, and what archives hold.
@Suite struct KeyFileTests {
  @Test(arguments: [
    ("a.jks", [0xFE, 0xED, 0xFE, 0xED, 0, 0, 0, 2], true), ("a.p12", [0x30, 0x82, 1, 0], true),
    ("a.ppk", Array("PuTTY-User-Key-File-3: ssh-rsa".utf8), true),
    ("a.pem", Array("-----BEGIN CERTIFICATE-----".utf8), false), ("a.der", [0x30, 0x82, 1, 0], false),
    ("a.py", [0xFE, 0xED, 0xFE, 0xED, 0, 0, 0, 2], false), ("empty.jks", [], false),
  ])
  func isKnownByNameAndContent(path: String, head: [UInt8], isKey: Bool) {
    #expect((KeyFile(path: path, head: head) != nil) == isKey)
  }

  @Test func anArchiveIsSearchedButForPackagesOfOthers() {
    var archive = ArchiveSecrets(archive: "build/shop.zip")
    let secret = Array("password = 'hunter2!x'\n".utf8)
    archive.add("app.py", bytes: secret)
    archive.add("node_modules/x/index.js", bytes: secret)
    archive.add("python/lib/python3.14/site-packages/x.py", bytes: secret)
    archive.add("certs/store.jks", bytes: [0xFE, 0xED, 0xFE, 0xED, 0, 0, 0, 2])
    #expect(archive.secrets.map(\.location.path) == ["build/shop.zip!/app.py"])
    #expect(archive.keys.map(\.path) == ["build/shop.zip!/certs/store.jks"])
  }

  @Test func inTestsTheSeverityIsOneLower() throws {
    let key = "AKIA" + "Q3EGRXYZ2B4C5D6E"
    let text = Array("key = '\(key)'\n".utf8)
    let own = try #require(FileSecrets.secrets(in: text, path: "src/app.py").first)
    let test = try #require(FileSecrets.secrets(in: text, path: "tests/app.py").first)
    #expect(own.severity == own.secret.severity && test.severity < own.severity)
    #expect(test.confidence <= .medium && own.confidence == .high)
  }

  @Test func neverTellsTheValue() throws {
    let secret = try #require(
      FileSecrets.secrets(in: Array("password = 'hunter2!x'".utf8), path: "a.py").first)
    #expect(!"\(secret)".contains("hunter2") && !String(reflecting: secret).contains("hunter2"))
  }
}
