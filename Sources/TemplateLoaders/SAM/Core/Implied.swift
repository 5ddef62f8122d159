internal import Documents
internal import FindingModel

/// Makes the nodes that an expansion adds, all at the place of what implies them.
struct Implied {
  let place: SourceLocation

  init(at place: SourceLocation) {
    self.place = place
  }

  func text(_ text: String) -> Node { .string(text, at: place) }
  func number(_ value: Int) -> Node { .integer(value, at: place) }
  func flag(_ value: Bool) -> Node { .boolean(value, at: place) }
  func ref(_ id: String) -> Node { .ref(id, at: place) }
  func arn(of id: String) -> Node { .attribute("Arn", of: id, at: place) }
  func attribute(_ name: String, of id: String) -> Node { .attribute(name, of: id, at: place) }
  func list(_ elements: [Node]) -> Node { .sequence(elements, at: place) }
  func texts(_ texts: [String]) -> Node { list(texts.map(text)) }
  func sub(_ text: String) -> Node { .sub(text, at: place) }

  /// `Fn::Sub` with variables of its own.
  func sub(_ pattern: String, _ variables: KeyValuePairs<String, Node?>) -> Node {
    call("Fn::Sub", list([text(pattern), map(variables)]))
  }

  /// Leaves out the keys whose value is `nil`.
  func map(_ pairs: KeyValuePairs<String, Node?>) -> Node {
    var entries: [Entry] = []
    entries.reserveCapacity(pairs.count)
    for (key, value) in pairs {
      guard let value else { continue }
      entries.append(Entry(key, at: value.isImplied ? place : value.location, value))
    }
    return Node(.mapping(entries), at: place, isImplied: true)
  }

  func map(_ entries: [Entry]) -> Node { Node(.mapping(entries), at: place, isImplied: true) }

  func call(_ function: String, _ argument: Node) -> Node { .mapping([(function, argument)], at: place) }

  func choose(_ condition: String, _ then: Node, _ otherwise: Node? = nil) -> Node {
    call("Fn::If", list([text(condition), then, otherwise ?? noValue]))
  }

  var noValue: Node { ref("AWS::NoValue") }

  func named(_ condition: String) -> Node { .mapping([("Condition", text(condition))], at: place) }
}
