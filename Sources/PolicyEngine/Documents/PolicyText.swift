package import ApplicationModel
package import FindingModel

/// Reads policies that are literal JSON text: managed policies, policies in code, policies of an account.
package enum PolicyText {
  /// Largest policy, in bytes; the platform's own limits are far below.
  package static let byteLimit = 1_048_576
  package static let depthLimit = 16
  /// Most statements that are read; what is beyond counts as not understood.
  package static let statementLimit = 20_000

  package struct Reading: Sendable {
    /// What could not be read is in its `unresolved`, so that an evaluation depends on it.
    package let document: PolicyDocument
    /// Sentences for the reader, in the order of the text.
    package let problems: [String]
  }

  /// Total: hostile text gives an empty document with a problem.
  ///
  /// - Parameter location: The file's start, so that statements get their lines; or the place of the text.
  package static func read(_ text: String, at location: SourceLocation) -> Reading {
    let bytes = Array(text.utf8)
    guard bytes.count <= byteLimit else {
      return failed("the policy has \(bytes.count) bytes; at most \(byteLimit) are read", at: location)
    }
    do {
      let json = try PolicyJSONReader.parse(bytes, at: location, depthLimit: depthLimit)
      return reading(of: json, at: location)
    } catch {
      return failed("the policy is not JSON: \(error.problem)", at: location)
    }
  }

  private static func failed(_ problem: String, at location: SourceLocation) -> Reading {
    Reading(
      document: PolicyDocument(statements: [], location: location, unresolved: [Expression(problem)]),
      problems: [problem])
  }

  private static func reading(of json: PolicyJSON, at location: SourceLocation) -> Reading {
    guard let list = json["Statement"] else { return failed("the policy has no Statement", at: location) }
    let items = list.value.items(at: list.location)
    var problems: [String] = []
    var statements: [Statement] = []
    for item in items.prefix(statementLimit) {
      guard case .record = item.value else {
        problems.append("a statement that is no record at \(item.location)")
        continue
      }
      var reader = StatementReader(json: item.value, location: item.location)
      statements.append(reader.statement())
      problems += reader.problems
    }
    if items.count > statementLimit {
      problems.append("\(items.count) statements; the first \(statementLimit) are read")
    }
    return Reading(
      document: PolicyDocument(
        statements: statements, location: location, unresolved: problems.map { Expression($0) }),
      problems: problems)
  }
}

/// One statement out of its record.
private struct StatementReader {
  let json: PolicyJSON
  let location: SourceLocation
  var problems: [String] = []

  init(json: PolicyJSON, location: SourceLocation) {
    self.json = json
    self.location = location
  }

  mutating func statement() -> Statement {
    Statement(
      sid: json["Sid"]?.value.scalar, effect: effect(), actions: matchers("Action"),
      resources: matchers("Resource"), principals: principals(), conditions: conditions(), location: location)
  }

  private mutating func effect() -> Value<Statement.Effect> {
    guard let member = json["Effect"] else {
      problems.append("a statement without an Effect at \(location)")
      return .absent
    }
    guard let effect = member.value.scalar.flatMap(Statement.Effect.init) else {
      problems.append("an Effect that is neither Allow nor Deny at \(member.location)")
      return .unresolved(Expression(member.value.scalar ?? "Effect"), at: member.location)
    }
    return .known(effect, at: member.location)
  }

  private mutating func matchers(_ name: String) -> Matchers {
    if let member = json[name] { return .only(texts(member)) }
    if let member = json["Not" + name] { return .allExcept(texts(member)) }
    return .absent
  }

  private mutating func texts(_ member: PolicyJSON.Member) -> [Located<Text>] {
    member.value.items(at: member.location).compactMap { item in
      guard let text = item.value.scalar else {
        problems.append("a value of \(member.name) that is no text at \(item.location)")
        return nil
      }
      return Located(Text(text), at: item.location)
    }
  }

  private mutating func principals() -> Principals {
    if let member = json["Principal"] { return .only(principals(member)) }
    if let member = json["NotPrincipal"] { return .allExcept(principals(member)) }
    return .absent
  }

  private mutating func principals(_ member: PolicyJSON.Member) -> [Principal] {
    guard case .record(let kinds) = member.value else {
      return texts(member).map {
        Principal(kind: $0.value.literal == "*" ? .anyone : .aws, value: $0.value, location: $0.location)
      }
    }
    var result: [Principal] = []
    for entry in kinds {
      guard let kind = Principal.Kind(rawValue: entry.name) else {
        problems.append("'\(entry.name.prefix(40))' is no kind of principal at \(entry.location)")
        continue
      }
      result += texts(entry).map { item in
        let isAnyone = kind == .aws && item.value.literal == "*"
        return Principal(kind: isAnyone ? .anyone : kind, value: item.value, location: item.location)
      }
    }
    return result
  }

  private mutating func conditions() -> [PolicyCondition] {
    guard let block = json["Condition"] else { return [] }
    guard case .record(let operations) = block.value else {
      problems.append("a Condition that is no record at \(block.location)")
      return []
    }
    var result: [PolicyCondition] = []
    for operation in operations {
      guard case .record(let keys) = operation.value else {
        problems.append("a condition that is no record at \(operation.location)")
        continue
      }
      result += keys.map { key in
        PolicyCondition(
          operation: operation.name, key: key.name, values: texts(key).map(\.value), location: key.location)
      }
    }
    return result
  }
}
