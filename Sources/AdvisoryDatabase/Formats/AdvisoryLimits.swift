/// Bounds on what one record may ask of us; a record beyond one of them is refused and named.
package struct AdvisoryLimits: Sendable {
  /// Packages of one record; the widest of OSV's have some hundred.
  package var packages = 5_000
  /// Ranges of one package.
  package var ranges = 2_000
  /// Events of one range.
  package var events = 5_000
  /// Versions listed one by one for one package.
  package var versions = 50_000
  /// Names of functions and methods for one package.
  package var symbols = 20_000
  /// Other names of the same flaw.
  package var aliases = 200
  /// Records in one document that holds many.
  package var records = 200_000

  /// In bytes; addresses and titles beyond it are cut or left out, which loses nothing that decides.
  static let text = 500
  static let references = 12
  /// Vectors and numbers of weaknesses; a record has one for each version of CVSS and a handful of weaknesses.
  static let ratings = 16

  package static let standard = AdvisoryLimits()

  package init() {}
}

/// Why a record is refused.
package enum AdvisoryDefect: Error, Hashable, Sendable {
  case missing(field: String)
  case malformed(field: String, value: String)
  case tooMany(String, count: Int, limit: Int)
}

extension AdvisoryDefect: CustomStringConvertible {
  package var description: String {
    switch self {
    case .missing(let field): "it has no '\(field)'"
    case .malformed(let field, let value): "its '\(field)' is '\(value)', which nothing can be made of"
    case .tooMany(let what, let count, let limit): "it has \(count) \(what), more than the limit of \(limit)"
    }
  }
}

extension AdvisoryLimits {
  func check(_ what: String, _ count: Int, _ limit: KeyPath<AdvisoryLimits, Int>) throws(AdvisoryDefect) {
    guard count <= self[keyPath: limit] else {
      throw .tooMany(what, count: count, limit: self[keyPath: limit])
    }
  }
}
