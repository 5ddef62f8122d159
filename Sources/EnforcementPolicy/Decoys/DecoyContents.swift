internal import Digests

/// What decoys say: values of variables, contents of files.
package struct DecoyContents: Sendable {
  private let seed: DecoySeed

  package init(_ policy: EnforcementPolicy) {
    seed = policy.decoys.seed ?? DecoySeed(function: policy.function)
  }

  package init(_ seed: DecoySeed) {
    self.seed = seed
  }

  /// What child processes get in place of the function's own credentials, in the order of names.
  package var childVariables: [(name: String, value: String)] {
    let credentials = DecoyCredentials(seed, purpose: "children", isTemporary: true)
    return [
      ("AWS_ACCESS_KEY_ID", credentials.accessKeyID),
      ("AWS_SECRET_ACCESS_KEY", credentials.secretAccessKey),
      ("AWS_SESSION_TOKEN", credentials.sessionToken ?? ""),
      // Opens the local address from which functions that start from a snapshot fetch their credentials.
      ("AWS_CONTAINER_AUTHORIZATION_TOKEN", seed.text("container token", count: 88, from: Alphabet.base64)),
    ].sorted { $0.0 < $1.0 }
  }

  /// A value of the form that the name promises.
  package func value(of name: String) -> String {
    let upper = name.uppercased()
    let stem = Self.credentialEndings.first(where: upper.hasSuffix).map { String(upper.dropLast($0.count)) }
    // Key and secret of one prefix belong together.
    let pair = DecoyCredentials(seed, purpose: "variable \(stem ?? upper)", isTemporary: false)
    if upper.hasSuffix("ACCESS_KEY_ID") { return pair.accessKeyID }
    if upper.hasSuffix("SECRET_ACCESS_KEY") { return pair.secretAccessKey }
    let random = { (count: Int) in seed.text("variable \(upper)", count: count, from: Alphabet.letters) }
    if upper.hasSuffix("_URL") || upper.hasSuffix("_URI") || upper.hasSuffix("_DSN") {
      return "postgres://admin:\(random(20))@db-primary.internal:5432/main"
    }
    if upper.contains("GITHUB") { return "ghp_" + random(36) }
    if upper.contains("STRIPE") { return "sk_live_" + random(24) }
    return random(upper.contains("PASSWORD") ? 20 : 40)
  }

  private static let credentialEndings = ["SECRET_ACCESS_KEY", "ACCESS_KEY_ID"]

  /// What the layer ships at a path; the ending says in which form.
  package func file(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    if name.hasPrefix(".env") || name.hasSuffix(".env") { return environment(path) }
    if name == "credentials" || name.hasSuffix(".ini") || name.hasSuffix(".cfg") || name.hasSuffix(".conf") {
      return profiles(path)
    }
    if name.hasSuffix(".json") { return json(path) }
    if name.hasSuffix(".pem") || name.hasSuffix(".key") || name.hasPrefix("id_") { return key(path) }
    return environment(path)
  }

  private func profiles(_ path: String) -> String {
    ["default", "admin"].map { profile in
      let keys = DecoyCredentials(seed, purpose: "file \(path) \(profile)", isTemporary: false)
      return """
        [\(profile)]
        aws_access_key_id = \(keys.accessKeyID)
        aws_secret_access_key = \(keys.secretAccessKey)

        """
    }.joined(separator: "\n")
  }

  private func environment(_ path: String) -> String {
    let keys = DecoyCredentials(seed, purpose: "file \(path)", isTemporary: false)
    let password = seed.text("password \(path)", count: 20, from: Alphabet.letters)
    return """
      AWS_ACCESS_KEY_ID=\(keys.accessKeyID)
      AWS_SECRET_ACCESS_KEY=\(keys.secretAccessKey)
      DATABASE_URL=postgres://admin:\(password)@db-primary.internal:5432/main

      """
  }

  private func json(_ path: String) -> String {
    let keys = DecoyCredentials(seed, purpose: "file \(path)", isTemporary: false)
    return """
      {
        "accessKeyId": "\(keys.accessKeyID)",
        "secretAccessKey": "\(keys.secretAccessKey)",
        "region": "us-east-1"
      }

      """
  }

  /// The outside of a private key around bytes that are none.
  private func key(_ path: String) -> String {
    let body = Array(seed.stream("key \(path)", count: 1191).base64.utf8)
    let lines = stride(from: 0, to: body.count, by: 64).map {
      String(decoding: body[$0..<min($0 + 64, body.count)], as: UTF8.self)
    }
    return "-----BEGIN RSA PRIVATE KEY-----\n" + lines.joined(separator: "\n")
      + "\n-----END RSA PRIVATE KEY-----\n"
  }
}
