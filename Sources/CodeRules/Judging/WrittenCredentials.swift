internal import TaintEngine

extension CallFact {
  /// Names of arguments and options that hold a credential written as a constant, sorted.
  var writtenCredentials: [String] {
    var names: Set<String> = []
    for argument in arguments {
      if let name = argument.name, Self.isCredential(name), argument.value.isWrittenSecret {
        names.insert(name)
      }
      for (name, value) in argument.value.fields where Self.isCredential(name) && value.isWrittenSecret {
        names.insert(name)
      }
      for (name, value) in argument.value.fields["credentials"]?.fields ?? [:]
      where Self.isCredential(name) && value.isWrittenSecret {
        names.insert("credentials." + name)
      }
      let headers = argument.name == "headers" ? argument.value : argument.value.fields["headers"]
      for (name, value) in headers?.fields ?? [:] where Self.isCredentialHeader(name) && value.isWrittenBearer
      {
        names.insert("headers." + name)
      }
    }
    return names.sorted()
  }

  /// Names of parameters by which a call of AWS gets a password that is written as a constant, sorted.
  ///
  /// `changeme!` is no placeholder there: it is the password from then on.
  var passwordsSet: [String] {
    let own = Self.passwordParameters.filter { name in values(of: name).contains(where: \.isWritten) }
    let nested = values(of: "AuthParameters").contains { $0.fields["PASSWORD"]?.isWritten ?? false }
    return own + (nested ? ["AuthParameters.PASSWORD"] : [])
  }

  private static let passwordParameters = [
    "AdminPassword", "AdminUserPassword", "AuthToken", "MasterUserPassword", "NewPassword", "Password",
    "PreviousPassword", "ProposedPassword", "TemporaryPassword", "adminUserPassword", "masterUserPassword",
  ]

  private static func isCredentialHeader(_ name: String) -> Bool {
    ["authorization", "x-api-key", "api-key", "x-auth-token"].contains(name.lowercased())
  }

  private static func isCredential(_ name: String) -> Bool {
    [
      "aws_secret_access_key", "aws_session_token", "secretaccesskey", "sessiontoken", "password", "passwd",
      "passphrase",
      "api_key", "apikey", "client_secret", "clientsecret", "auth_token", "authtoken", "secret_key",
      "secretkey",
      "private_key", "privatekey", "access_token", "accesstoken",
    ].contains(name.lowercased())
  }
}

extension ValueFact {
  /// A header's value that is a token as written: `Bearer ` and what follows, or the token alone.
  fileprivate var isWrittenBearer: Bool {
    guard origins.isEmpty, texts.count == 1, let text = texts[0].literal else { return false }
    let parts = text.split(separator: " ")
    guard let token = parts.last, parts.count <= 2 else { return false }
    return Self.isSecret(String(token)) && token.utf8.count >= 16 && token.contains(where: \.isNumber)
  }

  /// A constant that is not empty.
  fileprivate var isWritten: Bool {
    origins.isEmpty && texts.count == 1 && !(texts[0].literal ?? "").isEmpty
  }

  /// A constant that can be a credential, and not a name for one or a placeholder.
  fileprivate var isWrittenSecret: Bool {
    guard origins.isEmpty, texts.count == 1, let text = texts[0].literal else { return false }
    return Self.isSecret(text)
  }

  private static func isSecret(_ text: String) -> Bool {
    guard text.utf8.count >= 6 else { return false }
    let lowered = text.lowercased()
    let placeholders = [
      "xxx", "your", "example", "changeme", "placeholder", "<", "${", "{{", "test", "dummy", "fake", "local",
    ]
    return !placeholders.contains(where: lowered.contains) && !text.contains(" ") && Set(text).count > 3
  }
}
