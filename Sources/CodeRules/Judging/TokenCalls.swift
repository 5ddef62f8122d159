internal import TaintEngine

extension CallFact {
  /// A decoding of a JSON web token that checks no signature.
  var isTokenDecoding: Bool {
    switch callee {
    case "jwt.decode", "jose.jwt.decode", "python_jwt.decode":
      argument(named: "verify")?.mayBe(.boolean(false)) ?? false
        || argument(named: "options")?.fields["verify_signature"]?.mayBe(.boolean(false)) ?? false
        || (argument(2, "algorithms")?.mentions("none") ?? false)
    case "jwt.get_unverified_claims", "jose.jwt.get_unverified_claims": true
    case "jsonwebtoken.decode", "jwt-decode", "jwt-decode.jwtDecode", "jwt-simple.decode":
      callee != "jwt-simple.decode" || (argument(2)?.mayBe(.boolean(true)) ?? false)
    case "jsonwebtoken.verify": argument(2)?.fields["algorithms"]?.mentions("none") ?? false
    default: false
    }
  }

  var isScriptDecoding: Bool { callee == "jsonwebtoken.decode" || callee.hasPrefix("jwt-decode") }

  /// A check of a signature or token.
  var isTokenVerification: Bool {
    let names = [
      "jsonwebtoken.verify", "jose.jwtVerify", "jose.jwt.decode", "jwt.decode", "jose.jwtVerify",
      "aws-jwt-verify.CognitoJwtVerifier.create().verify", "aws-jwt-verify.JwtRsaVerifier.create().verify",
      "jws.verify", "jose.jws.verify", "google.oauth2.id_token.verify_oauth2_token",
    ]
    return names.contains(callee) && !isTokenDecoding
  }
}

extension Origin {
  /// Whether a field is one in which callers send tokens that say who they are.
  var mayHoldToken: Bool {
    guard let path = inputPath else { return false }
    let names = path.components.filter { $0 != "[]" }.map { $0.lowercased().filter(\.isLetter) }
    // Cursors and callbacks are the program's own words that come back.
    let others = ["next", "page", "task", "continuation", "pagination", "cursor", "csrf", "xsrf"]
    return names.contains { name in
      ["token", "jwt", "auth", "cookie", "session", "assertion", "bearer", "identity", "oidc"].contains {
        name.contains($0)
      } && !others.contains { name.contains($0) }
    } || names.last.map { ["headers", "multivalueheaders", "cookies"].contains($0) } ?? false
  }
}

extension ValueFact {
  /// Whether it may be a constant; never for what nothing is known of.
  func mayBe(_ constant: Constant) -> Bool { constants.contains(constant) }

  /// Whether a constant text of it, or of its elements, is this one.
  func mentions(_ text: String) -> Bool {
    texts.contains { $0.literal?.lowercased() == text } || elements.contains { $0.mentions(text) }
  }

  /// The texts it may be, as far as they are known.
  var literals: [String] { texts.compactMap(\.literal) }
}
