internal import SecretDetection
internal import TaintEngine

extension CallFact {
  /// Names of arguments and options that hold a credential written as a constant, sorted.
  var writtenCredentials: [String] {
    var names: Set<String> = []
    for argument in arguments {
      if let name = argument.name, argument.value.isWrittenSecret(of: name) {
        names.insert(name)
      }
      for (name, value) in argument.value.fields where value.isWrittenSecret(of: name) {
        names.insert(name)
      }
      for (name, value) in argument.value.fields["credentials"]?.fields ?? [:]
      where value.isWrittenSecret(of: name) {
        names.insert("credentials." + name)
      }
      let headers = argument.name == "headers" ? argument.value : argument.value.fields["headers"]
      for (name, value) in headers?.fields ?? [:] where value.isWrittenBearer(of: name) {
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
}

extension ValueFact {
  /// A header's value that is a token as written: `Bearer ` and what follows, or the token alone.
  fileprivate func isWrittenBearer(of name: String) -> Bool {
    guard SecretName.promise(of: name) != nil, let text = constant else { return false }
    let parts = text.split(separator: " ")
    guard let token = parts.last, parts.count <= 2 else { return false }
    return token.utf8.count >= 16 && token.contains(where: \.isNumber) && Self.mayBeUsed(String(token))
  }

  /// A constant that is not empty.
  fileprivate var isWritten: Bool { !(constant ?? "").isEmpty }

  /// A constant that is a credential by its name, and not the name of one or a placeholder.
  fileprivate func isWrittenSecret(of name: String) -> Bool {
    guard let text = constant, text.utf8.count >= 6, (SecretName.promise(of: name) ?? .key) > .key,
      !HarmlessNames.contains(name)
    else { return false }
    return Self.mayBeUsed(text) && NamedSecret.confidence(name: name, value: text) != nil
  }

  private static func mayBeUsed(_ text: String) -> Bool {
    !SecretValue.isPlaceholder(text) && !CodeReference.isOne(text) && !Plausibility.isMade(text)
      && !text.contains(" ")
  }

  private var constant: String? { origins.isEmpty && texts.count == 1 ? texts[0].literal : nil }
}
