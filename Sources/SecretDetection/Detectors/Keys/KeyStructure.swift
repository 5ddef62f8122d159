/// What the bytes of a private key say they are.
enum KeyStructure {
  case open(String)
  case encrypted(String)

  /// - Returns: `nil` if the bytes are not what the label of their armour promises.
  static func of(_ bytes: [UInt8], label: String) -> KeyStructure? {
    switch label {
    case "RSA PRIVATE KEY": rsa(bytes)
    case "EC PRIVATE KEY": elliptic(bytes)
    case "DSA PRIVATE KEY": dsa(bytes)
    case "PRIVATE KEY": pkcs8(bytes)
    case "ENCRYPTED PRIVATE KEY": encrypted(bytes)
    case "OPENSSH PRIVATE KEY": openSSH(bytes)
    case "PGP PRIVATE KEY BLOCK": pgp(bytes)
    case "SSH2 ENCRYPTED PRIVATE KEY":
      bytes.starts(with: [0x3F, 0x6F, 0xF9, 0xEB]) ? .encrypted("an SSH key") : nil
    default: nil
    }
  }

  private static let integer: UInt8 = 0x02
  private static let octets: UInt8 = 0x04

  private static func rsa(_ bytes: [UInt8]) -> KeyStructure? {
    guard let parts = DER.sequence(bytes[...]), parts.count >= 9,
      parts.prefix(9).allSatisfy({ $0.tag == integer })
    else { return nil }
    return .open("an RSA key of \(bits(parts[1].content)) bits")
  }

  private static func dsa(_ bytes: [UInt8]) -> KeyStructure? {
    guard let parts = DER.sequence(bytes[...]), parts.count == 6, parts.allSatisfy({ $0.tag == integer })
    else {
      return nil
    }
    return .open("a DSA key of \(bits(parts[1].content)) bits")
  }

  private static func elliptic(_ bytes: [UInt8]) -> KeyStructure? {
    guard let parts = DER.sequence(bytes[...]), parts.count >= 2, parts[0].tag == integer,
      parts[1].tag == octets,
      parts[1].content.count >= 16
    else { return nil }
    return .open("an elliptic-curve key of \(parts[1].content.count * 8) bits")
  }

  private static func pkcs8(_ bytes: [UInt8]) -> KeyStructure? {
    guard let parts = DER.sequence(bytes[...]), parts.count >= 3, parts[0].tag == integer,
      parts[1].tag == 0x30,
      parts[2].tag == octets, let algorithm = DER.elements(in: parts[1].content)?.first, algorithm.tag == 0x06
    else { return nil }
    switch Array(algorithm.content) {
    case [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01]: return rsa(Array(parts[2].content))
    case [0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01]: return elliptic(Array(parts[2].content))
    case [0x2B, 0x65, 0x70]: return .open("an Ed25519 key")
    case [0x2B, 0x65, 0x71]: return .open("an Ed448 key")
    case [0x2B, 0x65, 0x6E]: return .open("an X25519 key")
    default: return .open("a key")
    }
  }

  private static func encrypted(_ bytes: [UInt8]) -> KeyStructure? {
    guard let parts = DER.sequence(bytes[...]), parts.count == 2, parts[0].tag == 0x30, parts[1].tag == octets
    else {
      return nil
    }
    return .encrypted("a key of PKCS #8")
  }

  /// A magic word, then strings of a length and so many bytes: cipher, derivation, its options, count, public key.
  private static func openSSH(_ bytes: [UInt8]) -> KeyStructure? {
    let magic = Array("openssh-key-v1\0".utf8)
    guard bytes.starts(with: magic) else { return nil }
    var rest = bytes.dropFirst(magic.count)
    guard let cipher = string(&rest), string(&rest) != nil, string(&rest) != nil, rest.count > 4 else {
      return nil
    }
    rest = rest.dropFirst(4)
    guard var key = string(&rest), let type = string(&key), string(&rest) != nil else { return nil }
    let name = "an OpenSSH key of the type \(String(decoding: type.prefix(40), as: UTF8.self))"
    return String(decoding: cipher, as: UTF8.self) == "none" ? .open(name) : .encrypted(name)
  }

  private static func string(_ bytes: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard bytes.count >= 4 else { return nil }
    let length = bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) }
    guard length <= bytes.count - 4 else { return nil }
    defer { bytes = bytes.dropFirst(4 + length) }
    return bytes.dropFirst(4).prefix(length)
  }

  /// The tag of the first packet: a secret key, in the old form of headers or the new.
  private static func pgp(_ bytes: [UInt8]) -> KeyStructure? {
    guard let first = bytes.first, bytes.count > 40 else { return nil }
    let tag = first & 0x40 != 0 ? first & 0x3F : first >> 2 & 0x0F
    return first & 0x80 != 0 && tag == 5 ? .open("a PGP key") : nil
  }

  private static func bits(_ integer: ArraySlice<UInt8>) -> Int { integer.drop { $0 == 0 }.count * 8 }
}
