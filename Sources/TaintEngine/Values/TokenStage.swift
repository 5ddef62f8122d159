internal import SourceModel

/// How far a text has been taken apart as a program takes a signed token apart by hand.
///
/// It is cut at its dots, then decoded; what is parsed after that are the claims.
enum TokenStage: Hashable {
  case none
  case piece
  case decoded

  var afterCut: TokenStage { self == .none ? .piece : self }

  var afterDecoding: TokenStage { self == .piece ? .decoded : self }

  /// Whether a function nobody models is named for decoding: `b64UrlDecode`.
  static func isDecoding(_ path: String) -> Bool {
    let name = ModelIndex.last(path).lowercased()
    return ["base64", "b64", "decode"].contains { name.holds($0) }
  }
}
