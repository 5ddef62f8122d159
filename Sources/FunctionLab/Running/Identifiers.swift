/// Names in the platform's forms, drawn at random.
enum Identifiers {
  static let base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

  static func text(_ count: Int, of alphabet: String) -> String {
    let letters = Array(alphabet.utf8)
    let bytes = (0..<count).map { _ in letters[Int.random(in: letters.indices)] }
    return String(decoding: bytes, as: UTF8.self)
  }

  static func hexadecimal(_ count: Int) -> String { text(count, of: "0123456789abcdef") }

  /// A version 4 UUID, as request identifiers are.
  static func request() -> String {
    [
      hexadecimal(8), hexadecimal(4), "4" + hexadecimal(3), text(1, of: "89ab") + hexadecimal(3),
      hexadecimal(12),
    ].joined(separator: "-")
  }

  /// An X-Ray trace header for a request that is not sampled.
  static func trace(seconds: Int) -> String {
    "Root=1-\(String(seconds, radix: 16))-\(hexadecimal(24));Parent=\(hexadecimal(16));Sampled=0"
  }
}
