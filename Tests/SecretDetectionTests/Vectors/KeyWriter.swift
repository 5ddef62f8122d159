@testable import SecretDetection

/// Writes private keys whose structure is right and whose numbers are anything.
enum KeyWriter {
  static func element(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
    let count = content.count
    if count < 0x80 { return [tag, UInt8(count)] + content }
    if count < 0x100 { return [tag, 0x81, UInt8(count)] + content }
    return [tag, 0x82, UInt8(count >> 8), UInt8(count & 0xFF)] + content
  }

  static func integer(_ bytes: [UInt8]) -> [UInt8] { element(0x02, [0x40] + bytes.dropFirst()) }

  static func sequence(_ parts: [UInt8]...) -> [UInt8] { element(0x30, parts.flatMap { $0 }) }

  static func rsa(_ draw: inout Draw) -> [UInt8] {
    let numbers = [128, 3, 128, 64, 64, 64, 64, 64].flatMap { integer(draw.bytes($0)) }
    return element(0x30, element(0x02, [0]) + numbers)
  }

  static func dsa(_ draw: inout Draw) -> [UInt8] {
    element(0x30, element(0x02, [0]) + [128, 20, 128, 128, 20].flatMap { integer(draw.bytes($0)) })
  }

  static func elliptic(_ draw: inout Draw) -> [UInt8] {
    sequence(
      element(0x02, [1]), element(0x04, draw.bytes(32)),
      element(0xA0, element(0x06, [0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07])))
  }

  static func pkcs8(_ algorithm: [UInt8], _ key: [UInt8]) -> [UInt8] {
    sequence(element(0x02, [0]), element(0x30, element(0x06, algorithm)), element(0x04, key))
  }

  static let rsaAlgorithm: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01]

  static func ed25519(_ draw: inout Draw) -> [UInt8] {
    pkcs8([0x2B, 0x65, 0x70], element(0x04, draw.bytes(32)))
  }

  static func encrypted(_ draw: inout Draw) -> [UInt8] {
    sequence(
      element(0x30, element(0x06, [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x05, 0x0D])),
      element(0x04, draw.bytes(160)))
  }

  static func openSSH(_ draw: inout Draw, cipher: String = "none") -> [UInt8] {
    func string(_ bytes: [UInt8]) -> [UInt8] {
      [0, 0, UInt8(bytes.count >> 8), UInt8(bytes.count & 0xFF)] + bytes
    }
    let type = Array("ssh-ed25519".utf8)
    return Array("openssh-key-v1\0".utf8) + string(Array(cipher.utf8)) + string(Array("none".utf8))
      + string([])
      + [0, 0, 0, 1] + string(string(type) + string(draw.bytes(32))) + string(draw.bytes(144))
  }

  static func pgp(_ draw: inout Draw) -> [UInt8] { [0x95, 0x01, 0xFE, 0x04] + draw.bytes(300) }

  /// Lines of sixty-four characters between the two marks.
  static func armour(_ label: String, _ key: [UInt8], headers: String = "", separator: String = "\n")
    -> String
  {
    var rest = key.base64[...]
    var lines: [String] = []
    while !rest.isEmpty {
      lines.append(String(rest.prefix(64)))
      rest = rest.dropFirst(64)
    }
    let dashes = String(repeating: "-", count: 5)
    return
      (["\(dashes)BEGIN \(label)\(dashes)"] + (headers.isEmpty ? [] : [headers, ""]) + lines
      + ["\(dashes)END \(label)\(dashes)"]).joined(separator: separator)
  }
}
