/// What a name says about the value beside it.
package enum SecretName {
  package enum Promise: Int, Comparable, Sendable {
    /// `STRIPE_KEY`: a secret only if the value looks random.
    case key
    /// `AUTH_TOKEN`, `DB_SECRET`: a secret, or the name of one.
    case token
    /// `DB_PASSWORD`, `JWT_SECRET`: a secret, however weak.
    case password

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// - Returns: `nil` for a name that promises no secret, `TOKEN_URL` and `SecretArn` among them.
  package static func promise(of name: String) -> Promise? {
    let words = words(of: name)
    guard let last = words.last, let first = words.first else { return nil }
    if lastWordsOfMetadata.contains(last) || words.contains(where: wordsOfMetadata.contains) { return nil }
    if words.count > 1, verbs.contains(first) { return nil }
    if words.contains(where: passwords.contains) || ["pass", "pw"].contains(last) { return .password }
    if passwordEndings.contains(where: last.hasSuffix) { return .password }
    let pairs = Set(zip(words, words.dropFirst()).map { "\($0) \($1)" })
    if !pairs.isDisjoint(with: signingPairs) { return .password }
    if words.contains(where: tokens.contains) || !pairs.isDisjoint(with: keyPairs) { return .token }
    if tokenEndings.contains(where: last.hasSuffix) { return .token }
    if last == "key", words.count > 1, !harmlessKeys.contains(words[words.count - 2]) { return .key }
    return weak.contains(last) ? .key : nil
  }

  /// Words of a name in lower case, split at signs, digits and changes of case: `myDBPassword` is three.
  package static func words(of name: String) -> [String] {
    var words: [String] = []
    var start: Int?
    let bytes = Array(name.utf8.prefix(200))
    func finish(at end: Int) {
      guard let first = start else { return }
      words.append(String(decoding: bytes[first..<end].map(\.lowercased), as: UTF8.self))
      start = nil
    }
    for (index, byte) in bytes.enumerated() {
      guard byte.isLetter else {
        finish(at: index)
        continue
      }
      if let first = start, byte.isCapital {
        let isFollowed = index + 1 < bytes.count && bytes[index + 1].isLetter && !bytes[index + 1].isCapital
        if !bytes[index - 1].isCapital || (isFollowed && index - first > 1) { finish(at: index) }
      }
      if start == nil { start = index }
    }
    finish(at: bytes.count)
    return words
  }

  private static let passwords: Set<String> = [
    "password", "passwords", "passwd", "pwd", "passphrase", "passcode",
  ]
  private static let passwordEndings = ["password", "passwd", "clientsecret", "jwtsecret"]

  /// What signs or encrypts is a secret even if it is a dictionary word.
  private static let signingPairs: Set<String> = [
    "app secret", "client secret", "cookie secret", "encryption secret", "hash secret", "hmac secret",
    "jwt secret", "session secret", "signing secret", "token secret", "webhook secret", "oauth secret",
    "master secret", "shared secret",
  ]

  private static let tokens: Set<String> = ["secret", "token", "credential", "credentials", "apikey", "dsn"]
  private static let tokenEndings = [
    "apikey", "secretkey", "accesskey", "privatekey", "authtoken", "accesstoken",
  ]
  private static let keyPairs: Set<String> = [
    "access key", "api key", "auth key", "encryption key", "jwt key", "master key",
    "private key", "secret key", "signing key", "connection string", "storage key", "account key",
  ]
  private static let weak: Set<String> = ["auth", "authorization", "bearer", "salt", "apitoken"]

  /// Kinds of keys that open nothing.
  private static let harmlessKeys: Set<String> = [
    "attribute", "bucket", "cache", "code", "composite", "config", "data", "dedup", "document", "file",
    "foreign",
    "hash", "id", "idempotency", "image", "index", "input", "json", "kms", "log", "lookup", "map", "object",
    "output", "parameter", "partition", "primary", "public", "publishable", "range", "record", "routing",
    "row", "s",
    "sort", "source", "state", "tag", "target", "template", "user", "cmk", "encryption",
  ]

  /// Last words of names that describe a secret instead of being one.
  private static let lastWordsOfMetadata: Set<String> = [
    "algorithm", "alias", "alg", "arn", "arns", "audience", "bucket", "class", "client", "count", "cookie",
    "changed", "checksum", "created", "description", "digest", "domain", "endpoint", "etag", "field", "file",
    "filename", "flag", "folder", "format", "function",
    "group", "hash", "header", "host", "hosted", "hostname", "id", "identifier", "ids", "index", "interval",
    "issuer",
    "kind", "lambda", "label", "limit", "location", "logical", "mode", "name", "names", "param", "parameter",
    "path",
    "paths", "pattern", "plugin", "policy", "port", "pool", "prefix", "provider", "queue", "ref", "reference",
    "regex", "region", "role", "schema", "scope", "scopes", "service", "sha", "signature", "size", "source",
    "stack", "stage",
    "storage", "store", "suffix", "table", "template", "topic", "type", "updated", "uri", "url", "urls",
    "used", "user",
    "username", "version",
  ]

  /// Words that make any name one about a secret: its age, its length, its keeper.
  private static let wordsOfMetadata: Set<String> = [
    "age", "duration", "enable", "enabled", "disabled", "expiration", "expire", "expires", "expiry",
    "fingerprint", "length",
    "lifetime", "manager", "max", "maximum", "min", "minimum", "public", "publishable", "required",
    "requires", "reset", "retention", "rotation", "seconds", "minutes", "hours", "days", "timeout", "ttl",
    "validation", "validity",
  ]

  private static let verbs: Set<String> = [
    "allow", "create", "generate", "has", "is", "require", "rotate", "should", "use", "validate", "with",
  ]
}
