internal import PolicyEngine
internal import TaintEngine

/// The parameters of an SDK call by path, wherever the language puts them.
///
/// `Entries[].Detail` is a member of each element, `RequestItems{}` the keys of a record, `*` any member.
struct RequestView {
  let parameters: [String: ValueFact]

  init(python fact: CallFact, operation: CloudOperation) {
    var parameters: [String: ValueFact] = [:]
    for (name, value) in zip(operation.receiver, fact.receiver?.construction ?? []) {
      parameters[name] = value
    }
    for argument in fact.arguments {
      if let name = argument.name {
        parameters[name] = argument.value
      } else if let position = argument.position, position < operation.positional.count {
        parameters[operation.positional[position]] = argument.value
      }
    }
    // `generate_presigned_url(…, Params={…})`.
    if fact.callee.hasSuffix(".generate_presigned_url"), let given = parameters["Params"] {
      parameters.merge(given.fields) { old, _ in old }
    }
    self.parameters = parameters
  }

  /// Of another library's call: arguments by their names, and the members of the record that is the first.
  init(wrapped fact: CallFact, operation: CloudOperation) {
    var parameters = fact.argument(0)?.fields ?? [:]
    for argument in fact.arguments {
      if let name = argument.name {
        parameters[name] = argument.value
      } else if let position = argument.position, position < operation.positional.count {
        parameters[operation.positional[position], default: argument.value] = argument.value
      }
    }
    self.parameters = parameters
  }

  init(script input: ValueFact?, operation: CloudOperation) {
    let record = operation.input.flatMap { input?.fields[$0] } ?? input
    parameters = record?.fields ?? [:]
  }

  func values(at path: String) -> [ValueFact] {
    var steps = path.split(separator: ".")[...]
    guard let first = steps.popFirst() else { return [] }
    var values = step(first, in: parameters)
    while let next = steps.popFirst() {
      values = values.flatMap { step(next, in: $0.fields) }
    }
    return values
  }

  private func step(_ step: Substring, in fields: [String: ValueFact]) -> [ValueFact] {
    if step.hasSuffix("{}") {
      guard let record = fields[String(step.dropLast(2))] else { return [] }
      return record.fields.keys.sorted().map { name in
        var value = ValueFact()
        value.texts = [TextPattern([.literal(name)])]
        return value
      }
    }
    let isList = step.hasSuffix("[]")
    let name = isList ? step.dropLast(2) : step
    let found =
      name == "*"
      ? fields.sorted { $0.key < $1.key }.map(\.value) : [fields[String(name)]].compactMap(\.self)
    return isList ? found.flatMap(\.elements) : found
  }
}
