package import FindingModel

/// A check that a program makes of its caller.
package struct CallerCheck: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// Of a message, made with a key that sender and receiver share, or with the sender's own.
    case signature
    case token
    case password
    /// A text that only the right callers know.
    case secret
  }

  package let kind: Kind
  package let location: SourceLocation
}

extension CallerCheck.Kind {
  /// By the canonical path of a library's check.
  init(ofCallee path: String) {
    let path = path.lowercased()
    let isToken = ["jwt", "jose", "jws", "idtoken", "id_token", "token"].contains(where: path.contains)
    let isPassword = ["bcrypt", "argon2", "passlib", "check_password"].contains(where: path.contains)
    self = isToken ? .token : isPassword ? .password : .signature
  }
}
