extension PackageURL {
  /// Longest package URL that is read, in bytes; real ones stay below 300.
  package static let lengthLimit = 4096

  /// Reads any package URL, in its parts from right to left, as the specification says.
  ///
  /// - Returns: `nil` for what is none, and for one longer than ``lengthLimit``.
  package init?(_ text: String) {
    guard text.utf8.count <= Self.lengthLimit, text.lowercased().hasPrefix("pkg:") else { return nil }
    var rest = text.dropFirst("pkg:".count)
    var subpath: [String] = []
    if let mark = rest.lastIndex(of: "#") {
      subpath = rest[rest.index(after: mark)...].split(separator: "/").compactMap(PercentEncoding.decode)
      rest = rest[..<mark]
    }
    var qualifiers: [(key: String, value: String)] = []
    if let mark = rest.lastIndex(of: "?") {
      qualifiers = Self.qualifiers(rest[rest.index(after: mark)...])
      rest = rest[..<mark]
    }
    while rest.hasPrefix("/") { rest = rest.dropFirst() }
    guard let slash = rest.firstIndex(of: "/") else { return nil }
    let type = rest[..<slash]
    rest = rest[rest.index(after: slash)...]
    guard let first = type.unicodeScalars.first, first.isASCIILetter,
      type.unicodeScalars.allSatisfy({ $0.isASCIILetter || "0123456789.+-".unicodeScalars.contains($0) })
    else { return nil }
    var version: String?
    // A scope of npm starts with the same sign, when it is written without encoding.
    if let mark = rest.lastIndex(of: "@"), mark != rest.startIndex, rest[rest.index(before: mark)] != "/" {
      version = PercentEncoding.decode(rest[rest.index(after: mark)...])
      rest = rest[..<mark]
    }
    let path = rest.split(separator: "/").compactMap(PercentEncoding.decode)
    guard let name = path.last, !name.isEmpty else { return nil }
    self.init(
      type: String(type), namespace: path.dropLast(), name: name, version: version, qualifiers: qualifiers,
      subpath: subpath)
  }

  private static func qualifiers(_ text: Substring) -> [(key: String, value: String)] {
    text.split(separator: "&").compactMap { pair in
      guard let sign = pair.firstIndex(of: "=") else { return nil }
      let value = PercentEncoding.decode(pair[pair.index(after: sign)...])
      return value.map { (String(pair[..<sign]), $0) }
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isASCIILetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
}
