internal import FindingModel
internal import PackageModel

/// One dependency in Python's own notation, `name[extra]>=1,<2; marker` or `name @ address`.
///
/// https://packaging.python.org/specifications/dependency-specifiers/
struct PythonRequirement: Hashable {
  var name: String
  var extras: [String] = []
  /// As written, without brackets around it; `nil` for any version.
  var constraint: String?
  var address: String?
  var marker: String?

  /// Longer texts are none; real ones have a few hundred bytes, with their markers.
  static let byteLimit = 16_384

  /// - Returns: `nil` for a text that is no requirement.
  init?(_ text: some StringProtocol) {
    guard text.utf8.count <= Self.byteLimit else { return nil }
    var rest = Substring(text).trimmed
    guard let first = rest.first, first.isPythonWord else { return nil }
    let end = rest.firstIndex { !$0.isPythonWord && !"-_.".contains($0) } ?? rest.endIndex
    name = String(rest[..<end])
    guard name.last?.isPythonWord == true else { return nil }
    rest = rest[end...].trimmed
    if rest.first == "[" {
      guard let close = rest.firstIndex(of: "]") else { return nil }
      extras = rest[..<close].dropFirst().split(separator: ",").map { String($0.trimmed) }
      rest = rest[rest.index(after: close)...].trimmed
    }
    if rest.first == "@" {
      rest = rest.dropFirst().trimmed
      // A semicolon may be part of an address; the one before a marker has a space before it.
      let mark = rest.place(of: " ;")
      address = String((mark.map { rest[..<$0.lowerBound] } ?? rest).trimmed)
      marker = mark.map { String(rest[$0.upperBound...].trimmed) }
      if address?.isEmpty != false || address?.contains(where: \.isWhitespace) == true
        || marker.map(Self.isMarker) == false
      {
        return nil
      }
      return
    }
    let mark = rest.firstIndex(of: ";")
    marker = mark.map { String(rest[rest.index(after: $0)...].trimmed) }
    if let marker, !Self.isMarker(marker) { return nil }
    var range = (mark.map { rest[..<$0] } ?? rest).trimmed
    if range.first == "(", range.last == ")" { range = range.dropFirst().dropLast().trimmed }
    guard Self.isRange(range) else { return nil }
    constraint = range.isEmpty ? nil : String(range)
  }

  /// A marker compares; what it compares is for the installer to say.
  private static func isMarker(_ text: String) -> Bool {
    text.contains { "<>=~".contains($0) } || text.contains(" in ")
  }

  /// Comparisons, `>=1.2`, joined by commas.
  private static func isRange(_ text: Substring) -> Bool {
    guard !text.isEmpty else { return true }
    // A comma may end the list.
    let list = text.last == "," ? text.dropLast() : text
    return list.split(separator: ",", omittingEmptySubsequences: false).allSatisfy { part in
      let part = part.trimmed
      let sign = part.prefix { "<>=!~".contains($0) }
      let version = part.dropFirst(sign.count).trimmed
      let isKnown = ["<", "<=", ">", ">=", "==", "!=", "~=", "==="].contains(String(sign))
      return isKnown && !version.isEmpty
        && version.allSatisfy { !$0.isWhitespace && !"<>=\"'[]()".contains($0) }
    }
  }

  func requirement(
    scope: DependencyScope, at location: SourceLocation, source: PackageSource? = nil
  ) -> PackageRequirement {
    var requirement = PackageRequirement(
      PackageIdentity(.pypi, name), name: name, constraint: constraint, scope: scope,
      source: source ?? address.map(PythonSource.of) ?? .registry(nil), at: location)
    requirement.condition = marker
    return requirement
  }
}

extension Character {
  fileprivate var isPythonWord: Bool { isASCII && (isLetter || isNumber) }
}
