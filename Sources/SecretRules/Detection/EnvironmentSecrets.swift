internal import SecretDetection
internal import ApplicationModel
internal import FindingModel
internal import SecretDetection

/// A variable as the user wrote it once, with all functions that get it: frameworks copy one to many.
struct WrittenVariable {
  let name: String
  let value: Value<Text>
  let location: SourceLocation
  var functions: [Function]
}

extension Application {
  /// The variables of all functions, in the order of the file.
  var writtenVariables: [WrittenVariable] {
    var byPlace: [String: WrittenVariable] = [:]
    for function in functions {
      for variable in function.environment {
        let location = variable.value.location ?? variable.location
        let key = "\(location)\u{0}\(variable.name)"
        byPlace[
          key,
          default: WrittenVariable(
            name: variable.name, value: variable.value, location: location, functions: [])
        ].functions.append(function)
      }
    }
    return byPlace.values.sorted { ($0.location, $0.name) < ($1.location, $1.name) }
  }

  /// Whether a literal is what a visible parameter with a secret's name has as its default: the parameter
  /// is where the secret is written, and has rules of its own.
  func isParameterDefault(_ literal: String) -> Bool {
    parameters.contains { parameter in
      parameter.defaultValue.value?.literal == literal && SecretName.promise(of: parameter.name) != nil
    }
  }
}

extension WrittenVariable {
  /// `'DB_PASSWORD' of 'Orders' and 3 more functions`.
  var title: String {
    let first = functions.first?.name ?? ""
    let more = functions.count - 1
    let others = more == 0 ? "" : more == 1 ? " and one more function" : " and \(more) more functions"
    return "'\(name)' of '\(first)'\(others)"
  }

  /// The confidence that its literal is a secret; `nil` for one with a form of its own, which another
  /// rule reports.
  func plainSecret(in application: Application) -> Confidence? {
    // The name rules nearly every variable out, and costs less than the search of the text.
    guard let literal = value.value?.literal,
      let confidence = NamedSecret.confidence(name: name, value: literal),
      SecretScanner.secrets(in: literal).isEmpty, !AWSSecret.isOne(literal, name: name),
      !application.isParameterDefault(literal)
    else { return nil }
    return confidence
  }

  /// How a secret gets into the variable when the stack is deployed; `nil` if none does.
  func deployedSecret(in application: Application) -> String? {
    if let secret = application.deployedSecret(in: value) { return secret }
    let expressions = value.value?.expressions ?? [value.expression].compactMap { $0 }
    return expressions.lazy.compactMap { promisedSecret($0, application) }.first
  }

  /// A value of which only the names say that it is a secret.
  private func promisedSecret(_ expression: Expression, _ application: Application) -> String? {
    switch expression.origin {
    case .dynamicReference(_, let key):
      // A plain parameter, unless the framework decrypts it; its name and the variable's decide.
      let promise = [SecretName.promise(of: name), SecretName.promise(of: key)].compactMap { $0 }.max()
      guard application.dialect == .serverlessFramework, let promise, promise > .key else { return nil }
      return "a parameter of the Parameter Store"
    case .parameter(let parameter):
      guard !application.parameters.contains(where: { $0.name == parameter }),
        let promise = SecretName.promise(of: name), promise > .key
      else { return nil }
      return parameter.hasPrefix("env:") || parameter.hasPrefix("param:") || parameter.hasPrefix("opt:")
        ? "a value of the deployment (`\(expression.text)`)" : nil
    case .pseudoParameter, .attribute, .otherStack, .other: return nil
    }
  }

  /// An expression nobody can evaluate beside a name that promises a secret.
  var openSecret: Expression? {
    guard let promise = SecretName.promise(of: name), promise > .key else { return nil }
    let expressions = value.value?.expressions ?? [value.expression].compactMap { $0 }
    return expressions.first { $0.origin == .other }
  }
}
