package import SourceModel

extension TaintEngine {
  /// Values of a call that a model gives to a kind of sink, whatever they are and under whatever condition.
  ///
  /// - Returns: Empty for a call of which no model speaks.
  package func values(
    given kind: SinkKind, in call: CallFact, of language: SourceLanguage
  ) -> [ValueFact] {
    var values: [ValueFact] = []
    for case .sink(let sink) in index(language).models(of: call.callee).flatMap(\.effects)
    where sink.kind == kind {
      for value in call.values(of: sink.selector) where !values.contains(value) { values.append(value) }
    }
    return values
  }
}

extension CallFact {
  /// What a selector means in a call that was told as plain data; what it keeps no trace of is left out.
  fileprivate func values(of selector: Selector) -> [ValueFact] {
    switch selector {
    case .receiver: [receiver].compactMap(\.self)
    case .position(let position): [argument(position)].compactMap(\.self)
    case .named(let name): [argument(named: name)].compactMap(\.self)
    case .argument(let position, let name): [argument(position, name)].compactMap(\.self)
    case .allFrom(let first): arguments.filter { ($0.position ?? -1) >= first }.map(\.value)
    case .anyArgument: arguments.map(\.value)
    case .last: [arguments.filter { $0.position != nil }.last?.value].compactMap(\.self)
    case .field(let inner, let name): values(of: inner).compactMap { $0.fields[name] }
    case .elements(let inner, let first): values(of: inner).flatMap { $0.elements.dropFirst(first) }
    case .element(let inner, let index):
      values(of: inner).compactMap { $0.elements.indices.contains(index) ? $0.elements[index] : nil }
    case .constructed(let inner, let position):
      values(of: inner).compactMap {
        $0.construction.indices.contains(position) ? $0.construction[position] : nil
      }
    case .anywhereIn, .keys: []
    }
  }
}
