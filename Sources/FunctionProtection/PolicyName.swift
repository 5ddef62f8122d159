/// What a policy in the layer may be called; functions ask for one by `PARAPET_POLICY`.
package enum PolicyName {
  /// Taken when a function asks for none.
  package static let `default` = "default"
  package static let byteLimit = 64

  package static func isValid(_ name: String) -> Bool {
    (1...byteLimit).contains(name.utf8.count) && name.utf8.allSatisfy(isAllowed)
  }

  /// The name of the policy for a function: the function's, with `-` for every other sign, and never too long.
  package static func name(for function: String) -> String {
    let bytes = function.utf8.prefix(byteLimit).map { isAllowed($0) ? $0 : UInt8(ascii: "-") }
    return bytes.isEmpty ? Self.default : String(decoding: bytes, as: UTF8.self)
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
