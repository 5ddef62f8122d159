package import FindingModel

/// Bounds on what one document may ask of us; each has a test one below and one above.
package struct DocumentLimits: Sendable {
  /// CloudFormation itself stops at 1 MB; generated Serverless Framework output can be larger.
  package var bytes: Int
  /// Nesting of sequences and mappings; real templates stay below 40.
  package var depth: Int
  /// Scalars, sequences and mappings, counting every expansion of an alias: stops alias bombs.
  package var nodes: Int

  package static let standard = DocumentLimits(bytes: 10 << 20, depth: 100, nodes: 1_000_000)

  package init(bytes: Int, depth: Int, nodes: Int) {
    self.bytes = bytes
    self.depth = depth
    self.nodes = nodes
  }
}

/// Why a document could not be read.
package enum DocumentError: Error, Hashable, Sendable {
  case notUTF8(path: String, offset: Int)
  case tooLarge(path: String, bytes: Int, limit: Int)
  case tooDeep(SourceLocation, limit: Int)
  case tooManyNodes(SourceLocation, limit: Int)
  case undefinedAlias(SourceLocation, name: String)
  case malformed(SourceLocation, problem: String)
  case empty(path: String)
}

extension DocumentError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notUTF8(_, let offset): "not UTF-8 text (first bad byte at offset \(offset))"
    case .tooLarge(_, let bytes, let limit): "\(bytes) bytes, more than the limit of \(limit)"
    case .tooDeep(let place, let limit):
      "line \(place.line), column \(place.column): nested deeper than the limit of \(limit) levels"
    case .tooManyNodes(let place, let limit):
      "line \(place.line), column \(place.column): more than \(limit) values once its aliases are expanded"
    case .undefinedAlias(let place, let name):
      "line \(place.line), column \(place.column): the alias *\(name) has no anchor before it"
    case .malformed(let place, let problem): "line \(place.line), column \(place.column): \(problem)"
    case .empty: "an empty document"
    }
  }

  /// Where it went wrong; the start of the file for statements about the whole.
  package var location: SourceLocation {
    switch self {
    case .notUTF8(let path, _), .tooLarge(let path, _, _), .empty(let path): .start(of: path)
    case .tooDeep(let place, _), .tooManyNodes(let place, _), .undefinedAlias(let place, _),
      .malformed(let place, _):
      place
    }
  }
}
