/// The main section of `META-INF/MANIFEST.MF`.
///
/// Source: "JAR File Specification"; a line that starts with a space continues the one before.
enum JavaManifest {
  static func read(_ bytes: [UInt8]) -> [String: String] {
    var values: [String: String] = [:]
    var line = ""
    func finish() {
      guard let colon = line.firstIndex(of: ":") else { return }
      values[String(line[..<colon])] = JavaProperties.trimmed(line[line.index(after: colon)...])
    }
    for part in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let text = String(decoding: part.last == UInt8(ascii: "\r") ? part.dropLast() : part, as: UTF8.self)
      if text.hasPrefix(" ") {
        line += text.dropFirst()
        continue
      }
      finish()
      line = text
      // An empty line ends the main section; sections of single files follow.
      if text.isEmpty { return values }
    }
    finish()
    return values
  }
}
