internal import ApplicationModel
internal import TaintEngine

/// Texts of code as texts of the template: a variable of the environment is what the template gives it.
struct CodeText {
  let function: Function

  func texts(_ value: ValueFact) -> [Text] {
    let texts = value.texts.flatMap { pattern in
      bucketOfTrigger(pattern) ?? [Text(pattern.parts.flatMap(parts))]
    }
    return texts.isEmpty ? [Text([Self.computed])] : texts
  }

  /// Whether a variable holds what neither code nor template tell: `${construct:jobs.queueUrl}` of a plugin.
  func isLeftToDeployment(_ values: [ValueFact]) -> Bool {
    values.flatMap(\.texts).flatMap(\.parts).contains { part in
      guard case .environmentVariable(let name) = part,
        let value = function.environment.first(where: { $0.name == name })?.value
      else { return false }
      let expressions = value.value?.expressions ?? [value.expression].compactMap(\.self)
      return expressions.contains { $0.origin == .other }
    }
  }

  private static let computed = Text.Part.open(Expression("a value that the code computes"))

  /// The buckets whose notifications start the function, where code takes the bucket's name from one.
  ///
  /// - Returns: `nil` for any other text, and where the template does not tell all the buckets.
  private func bucketOfTrigger(_ pattern: TextPattern) -> [Text]? {
    guard pattern.parts.count == 1, case .event(let path) = pattern.parts[0],
      Self.bucketNames.contains(path)
    else { return nil }
    let buckets = function.triggers.filter { $0.kind == .bucket }.map { $0.source.value?.references.first }
    let known = buckets.compactMap(\.self)
    guard !known.isEmpty, known.count == buckets.count else { return nil }
    var texts: [Text] = []
    for bucket in known {
      let text = Text([.reference(ResourceReference(bucket.id))])
      if !texts.contains(text) { texts.append(text) }
    }
    return texts
  }

  private static let bucketNames = [FieldPath(text: "Records[].s3.bucket.name")]

  private func parts(_ part: TextPattern.Part) -> [Text.Part] {
    switch part {
    case .literal(let text): return [.literal(text)]
    case .environmentVariable(let name):
      switch function.environment.first(where: { $0.name == name })?.value {
      case .known(let text, _)?: return text.parts
      case .unresolved(let expression, _)?: return [.open(expression)]
      case .absent?, nil: return [.open(Expression("the variable \(name)"))]
      }
    case .event(let path): return [.open(Expression("event.\(path)"))]
    case .open: return [Self.computed]
    }
  }
}
