internal import FindingModel
internal import SecretDetection

/// A file that is a key or a store of keys.
package struct KeyFile: Hashable, Sendable {
  package enum Content: Hashable, Sendable {
    /// A private key that anyone can use who has the file.
    case privateKey
    /// A private key or a store that asks for a passphrase.
    case protected
  }

  package let path: String
  package let content: Content
  /// In a sentence: `a PKCS#12 store of keys`.
  package let title: String

  /// - Parameter head: The first bytes of the file, at least 64 if it has them.
  /// - Returns: `nil` for what is no key: certificates and public keys have the same names.
  package init?(path: String, head: [UInt8]) {
    self.init(path: path, kind: FileKind(path: path), head: head)
  }

  /// The same where the kind of the file is known.
  package init?(path: String, kind: FileKind, head: [UInt8]) {
    guard kind.content == .key else { return nil }
    self.path = path
    let ending = FilePath.name(of: path).lowercased().split(separator: ".").last.map(String.init) ?? ""
    if head.starts(with: [0xFE, 0xED, 0xFE, 0xED]) || head.starts(with: [0xCE, 0xCE, 0xCE, 0xCE]) {
      title = "a Java store of keys"
    } else if head.first == 0x30, ["p12", "pfx", "pkcs12", "jks", "keystore"].contains(ending) {
      title = "a PKCS#12 store of keys"
    } else if head.starts(with: Array("PuTTY-User-Key-File".utf8)) {
      title = "a key of PuTTY"
    } else {
      return nil
    }
    content = .protected
  }
}
