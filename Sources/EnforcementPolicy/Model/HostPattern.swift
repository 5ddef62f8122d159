/// Hosts that may be reached: a name or glob, with a port or any.
package struct HostPattern: Hashable, Sendable {
  /// In lower case.
  package let glob: String
  /// `nil` for any.
  package let port: UInt16?

  package init(glob: String, port: UInt16? = nil) {
    self.glob = glob
    self.port = port
  }

  /// Longest name that DNS knows, in bytes.
  package static let lengthLimit = 253

  /// - Parameter text: `api.example.com`, `*.example.com:443`.
  /// - Throws: What is wrong, as the end of a sentence.
  package init(_ text: String) throws(PatternProblem) {
    if text.utf8.contains(UInt8(ascii: "/")) {
      throw PatternProblem("is an address of the web; give only the host, such as api.example.com")
    }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count <= 2 else { throw PatternProblem("is an address; write it under networks") }
    port = try parts.count == 2 ? Ports.port(parts[1]) : nil
    var name = parts[0].lowercased()
    if name.utf8.last == UInt8(ascii: ".") { name.removeLast() }
    if let problem = Self.problem(of: name) { throw PatternProblem(problem) }
    glob = name
  }

  private static func problem(of name: String) -> String? {
    if name.isEmpty { return "names no host" }
    if name.utf8.count > lengthLimit { return "is longer than the \(lengthLimit) bytes of a host's name" }
    if !name.utf8.allSatisfy({ $0 < 0x80 }) { return "has letters beyond ASCII; write the host as xn--…" }
    let isKnown = name.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || "-._*?".utf8.contains(byte)
    }
    if !isKnown { return "has a character that no host's name has" }
    if name.contains("..") || name.hasPrefix(".") {
      return "has an empty part; write *.example.com for all hosts below example.com"
    }
    if NetworkRange.isAddress(name) { return "is an address; write it under networks" }
    if PathPattern.stars(in: name) > PathPattern.starLimit {
      return "has more than \(PathPattern.starLimit) stars"
    }
    return nil
  }

  /// - Parameter host: In lower case.
  package func matches(_ host: String, port: UInt16?) -> Bool {
    (self.port == nil || port == nil || self.port == port) && PathPattern.matches(glob, host)
  }
}

extension HostPattern: CustomStringConvertible {
  package var description: String { glob + (port.map { ":\($0)" } ?? "") }
}

/// Why a text is no pattern: the end of a sentence that begins with the text.
package struct PatternProblem: Error, Hashable, Sendable {
  package let text: String

  init(_ text: String) { self.text = text }
}

enum Ports {
  static func port(_ text: Substring) throws(PatternProblem) -> UInt16 {
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let port = UInt16(text), port > 0 else {
      throw PatternProblem("has the port '\(text)'; ports are numbers from 1 to 65535")
    }
    return port
  }
}
