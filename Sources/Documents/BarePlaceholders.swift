/// Placeholders that stand in JSON where a value belongs, `"TimeoutSeconds": ${Timeout}`.
///
/// They become JSON only when somebody fills them, so no reader of JSON accepts them before.
package enum BarePlaceholders {
  /// The same text with quotes around each of them; `nil` for a text that is no JSON or has none.
  ///
  /// Cost is linear; places behind one are two columns off, in its own line only.
  package static func quoted(_ bytes: [UInt8]) -> [UInt8]? {
    let white = Set("\u{FEFF} \t\r\n".utf8)
    guard bytes.first(where: { !white.contains($0) }) == UInt8(ascii: "{") else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 16)
    var isInText = false
    var position = 0
    var found = false
    while position < bytes.count {
      let byte = bytes[position]
      if !isInText, let end = end(ofPlaceholderAt: position, in: bytes) {
        found = true
        result.append(UInt8(ascii: "\""))
        result += bytes[position..<end]
        result.append(UInt8(ascii: "\""))
        position = end
        continue
      }
      if isInText, byte == UInt8(ascii: "\\"), position + 1 < bytes.count {
        result.append(byte)
        position += 1
      } else if byte == UInt8(ascii: "\"") {
        isInText.toggle()
      }
      result.append(bytes[position])
      position += 1
    }
    return found ? result : nil
  }

  /// Longest name that is looked for, in bytes; Step Functions itself stops at 80 characters.
  private static let nameLimit = 320

  /// Where `${name}` ends.
  private static func end(ofPlaceholderAt start: Int, in bytes: [UInt8]) -> Int? {
    guard bytes[start] == UInt8(ascii: "$"), start + 1 < bytes.count, bytes[start + 1] == UInt8(ascii: "{")
    else { return nil }
    let stops = Set("${}\"\n".utf8)
    let rest = bytes[(start + 2)...].prefix(nameLimit)
    guard let stop = rest.firstIndex(where: stops.contains), stop > start + 2,
      bytes[stop] == UInt8(ascii: "}")
    else { return nil }
    return stop + 1
  }
}
