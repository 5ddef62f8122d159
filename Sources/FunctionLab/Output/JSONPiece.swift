package import Documents
internal import FindingModel
internal import JSONText

/// JSON text put together from parts that are JSON already.
package struct JSONPiece: Sendable {
  package let text: String

  private init(_ text: String) { self.text = text }

  package static let null = JSONPiece("null")

  package static func string(_ value: String) -> JSONPiece {
    JSONPiece(OrderedJSONEncoder(style: .compact).text(of: value))
  }

  package static func number(_ value: Int) -> JSONPiece { JSONPiece(String(value)) }

  /// Milliseconds with microseconds.
  package static func milliseconds(_ value: Duration) -> JSONPiece {
    let microseconds = (value.nanoseconds + 500) / 1000
    let fraction = String(microseconds % 1000 + 1000).dropFirst()
    return JSONPiece("\(microseconds / 1000).\(fraction)")
  }

  package static func boolean(_ value: Bool) -> JSONPiece { JSONPiece(value ? "true" : "false") }

  package static func array(_ values: [JSONPiece]) -> JSONPiece {
    JSONPiece("[" + values.map(\.text).joined(separator: ",") + "]")
  }

  /// Members in their order; those that are nil are left out.
  package static func object(_ members: [(name: String, value: JSONPiece?)]) -> JSONPiece {
    let written = members.compactMap { name, value in value.map { "\(string(name).text):\($0.text)" } }
    return JSONPiece("{" + written.joined(separator: ",") + "}")
  }

  package static func node(_ node: Node) -> JSONPiece { JSONPiece(printable(NodeJSON.write(node))) }

  /// What a function sent: as it is if it is JSON, because every digit may matter, and as a string if it is not.
  package static func payload(_ bytes: [UInt8]) -> JSONPiece {
    guard !bytes.isEmpty else { return null }
    // The parsed form is not needed: the text goes on as it is.
    guard (try? JSONReader.parse(bytes, path: "result", limits: payloadLimits)) != nil else {
      return string(String(decoding: bytes, as: UTF8.self))
    }
    return JSONPiece(printable(String(decoding: bytes, as: UTF8.self)))
  }

  /// The Runtime API bounds the bytes; deeper JSON than this is shown as text.
  static let payloadLimits = DocumentLimits(
    bytes: RuntimeAPILimits.streamBytes, depth: 500, nodes: 10_000_000)

  /// Such characters stand in JSON's strings alone, where an escape means the same.
  private static func printable(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0.value >= 0x7F && $0.isUnsafeToPrint }) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.value >= 0x7F && scalar.isUnsafeToPrint {
        for unit in String(scalar).utf16 {
          result.append(
            contentsOf: ("\\u" + String(String(0x1_0000 + Int(unit), radix: 16).dropFirst())).unicodeScalars)
        }
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }
}
