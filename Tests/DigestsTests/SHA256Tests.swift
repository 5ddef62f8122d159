import Testing

@testable import Digests

struct SHA256Tests {
  /// Examples that NIST publishes for FIPS 180-4.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func digestsAreThoseOfTheStandard(text: String, digest: String) {
    #expect(SHA256.digest(of: text).hexadecimal == digest)
  }

  /// Around each end of a block, and of the length behind it.
  @Test func ownDigestsAreThoseOfTheLibrary() throws {
    let library = try #require(CryptoLibrary.loaded)
    for count in Array(0...200) + [4095, 4096, 131_073] {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 97 &+ count) }
      #expect(SHA256.ownDigest(of: bytes) == library.sha256(bytes), "\(count) bytes")
    }
  }

  @Test(arguments: [SHA256.ownLimit, SHA256.ownLimit + 1])
  func bothWaysGiveTheSame(count: Int) {
    let bytes = [UInt8](repeating: 0x61, count: count)
    #expect(SHA256.digest(of: bytes) == SHA256.ownDigest(of: bytes))
  }
}

struct CryptoLibraryTests {
  @Test(arguments: [["libcrypto-that-is-missing.so"], [], ["libc.so.6"]])
  func whatIsNotThereIsNotLoaded(names: [String]) {
    #expect(CryptoLibrary(names: names) == nil)
  }

  @Test func aLaterNameIsTriedAfterAnEarlierOne() {
    #expect(CryptoLibrary(names: ["libcrypto-that-is-missing.so", "libcrypto.so.3"]) != nil)
  }
}

struct MD5Tests {
  /// Examples of RFC 1321, section A.5.
  @Test(arguments: [
    ([], "d41d8cd98f00b204e9800998ecf8427e"), (["abc"], "900150983cd24fb0d6963f7d28e17f72"),
    (["message ", "", "digest"], "f96b697d7cb7938d525a2f31aaf161d0"),
  ])
  func digestsAreThoseOfTheStandard(parts: [String], digest: String) throws {
    let md5 = try #require(MD5())
    for part in parts { Array(part.utf8).withUnsafeBytes { md5.update($0) } }
    #expect(md5.finish()?.hexadecimal == digest)
  }
}
