internal import CodeAnalysis
internal import FindingModel
internal import RuleModel
internal import TaintEngine

/// Whether who the caller is has a say in which records a function works on.
extension FunctionUnderTest {
  /// Identity is compared, or goes into a key, a condition or whatever else a call is asked with.
  ///
  /// To log it, to answer it or to store it beside the record decides nothing.
  var decidesByIdentity: Bool {
    if code.analysis.compared.contains(where: \.isIdentity) { return true }
    // `if (!claims.sub)` asks whether somebody is there, `if (claims.isAdmin)` who it is.
    if code.analysis.tested.contains(where: { $0.isIdentity && !$0.namesCaller }) { return true }
    let clouds = Dictionary(code.cloudCalls.map { ($0.call, $0) }) { first, _ in first }
    return code.analysis.calls.enumerated().contains { index, call in
      guard !call.isOutput else { return false }
      return call.askedWith(as: clouds[index]).contains(where: \.holdsIdentity)
    }
  }
}

extension Origin.Kind {
  fileprivate var path: FieldPath? {
    switch self {
    case .event(let path), .request(let path): path
    default: nil
    }
  }

  /// A field that an authorizer filled, or the token that says who somebody is.
  var isIdentity: Bool {
    path?.components.contains {
      ["authorizer", "identity", "claims", "authorization", "auth", "user"].contains($0.lowercased())
    } ?? false
  }

  /// Whether the field is the caller's name and not what he may do.
  fileprivate var namesCaller: Bool {
    guard let last = path?.components.last(where: { $0 != "[]" })?.lowercased() else { return true }
    return [
      "sub", "username", "cognito:username", "email", "principalid", "userid", "user", "claims", "jwt",
      "authorizer", "identity", "auth", "authorization", "requestcontext", "lambda", "cognitoidentityid",
      "name",
    ].contains(last)
  }
}

extension ValueFact {
  fileprivate var holdsIdentity: Bool {
    origins.contains { $0.kind.isIdentity } || fields.values.contains(where: \.holdsIdentity)
      || elements.contains(where: \.holdsIdentity) || construction.contains(where: \.holdsIdentity)
  }
}

extension CallFact {
  /// Calls that only write down or pack what they are given.
  fileprivate var isOutput: Bool {
    let name = callee.split(separator: ".").last.map(String.init) ?? callee
    return callee.hasPrefix("console.") || callee.hasPrefix("logging.") || callee.hasPrefix("http.response.")
      || callee.lowercased().contains("logger") || callee == "print"
      || [
        "stringify", "dumps", "String", "str", "info", "debug", "warn", "warning", "error", "log",
        "send_json",
      ]
      .contains(name)
  }

  /// The values by which a call chooses what it works on; all of them where it is no call of a store.
  fileprivate func askedWith(as cloud: CloudCall?) -> [ValueFact] {
    guard let cloud else {
      // A command is asked with what it holds when it is sent.
      if callee.hasPrefix("@aws-sdk/") { return [] }
      return arguments.map(\.value) + [receiver].compactMap(\.self)
    }
    let parameters = namedParameters
    switch cloud.service {
    case "dynamodb":
      let conditions = parameters.filter { $0.name.hasSuffix("Expression") && $0.name != "UpdateExpression" }
        .flatMap { $0.value.texts }.map(\.parts)
      return parameters.flatMap { name, value -> [ValueFact] in
        switch name {
        case "Item": []
        case "ExpressionAttributeValues":
          value.fields.filter { placeholder, _ in conditions.contains { $0.mentions(placeholder) } }
            .map(\.value)
        default: [value]
        }
      }
    case "s3":
      return parameters.filter { ["Key", "Prefix", "Bucket", "CopySource"].contains($0.name) }.map(\.value)
    default: return arguments.map(\.value)
    }
  }

  /// Parameters by name, wherever the SDK takes them: named, in a record, in the record of a command.
  var namedParameters: [(name: String, value: ValueFact)] {
    let records = arguments.map(\.value) + arguments.flatMap(\.value.construction)
    return arguments.compactMap { argument in argument.name.map { ($0, argument.value) } }
      + records.flatMap { record in record.fields.map { ($0.key, $0.value) } }
  }
}

extension [TextPattern.Part] {
  /// Whether a placeholder stands in an expression; in one that is partly open it may.
  fileprivate func mentions(_ placeholder: String) -> Bool {
    contains { part in
      guard case .literal(let text) = part else { return true }
      return text.firstRange(of: placeholder) != nil
    }
  }
}
