internal import ApplicationModel

/// Finds the function that a target, an alias, a version or a name means.
struct FunctionTargets {
  private var idsByResource: [String: String] = [:]
  private var idsByName: [String: String] = [:]

  init(_ functions: [Function]) {
    for function in functions {
      idsByResource[function.id] = function.id
      if let name = function.functionName.value?.pattern { idsByName[name] = function.id }
    }
  }

  /// Aliases and versions are other names of their function.
  mutating func add(versions: [EvaluatedResource], aliases: [FunctionAlias]) {
    for version in versions {
      idsByResource[version.identity.id] = id(of: version.properties.text("FunctionName").value)
    }
    for alias in aliases { idsByResource[alias.id] = id(of: alias.function.value) }
  }

  /// - Parameter target: A reference, a name, an ARN or an invocation URI that holds one of them.
  func id(of target: Text?) -> String? {
    guard let target else { return nil }
    for reference in target.references {
      if let id = idsByResource[reference.id] { return id }
    }
    let pattern = target.pattern
    if let id = idsByName[pattern] { return id }
    // `…:function:name:alias`, possibly inside `…/functions/{arn}/invocations`.
    guard let range = pattern.ranges(of: ":function:").last else { return nil }
    var depth = 0
    let name = pattern[range.upperBound...].prefix { character in
      if character == "{" { depth += 1 }
      if character == "}" { depth -= 1 }
      return depth > 0 || (character != ":" && character != "/")
    }
    return idsByName[String(name)]
  }
}
