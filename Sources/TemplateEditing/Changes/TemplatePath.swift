internal import Documents

/// One step into a document: an entry of a mapping or an element of a sequence.
enum PathStep: Hashable, Sendable {
  case key(String)
  case index(Int)
}

typealias TemplatePath = [PathStep]

extension PathStep {
  var text: String {
    switch self {
    case .key(let key): key
    case .index(let index): "element \(index + 1)"
    }
  }
}

extension Node {
  subscript(at path: some Collection<PathStep>) -> Node? {
    var node = self
    for step in path {
      switch step {
      case .key(let key):
        guard let next = node[key] else { return nil }
        node = next
      case .index(let index):
        guard node.elements.indices.contains(index) else { return nil }
        node = node.elements[index]
      }
    }
    return node
  }

  /// Changes the value at a path; `false` if there is none.
  mutating func update(at path: some Collection<PathStep>, _ change: (inout Node) -> Void) -> Bool {
    guard let step = path.first else {
      change(&self)
      return true
    }
    switch (content, step) {
    case (.mapping(var entries), .key(let key)):
      guard let index = entries.firstIndex(where: { $0.key == key }) else { return false }
      guard entries[index].value.update(at: path.dropFirst(), change) else { return false }
      content = .mapping(entries)
      return true
    case (.sequence(var elements), .index(let index)):
      guard elements.indices.contains(index), elements[index].update(at: path.dropFirst(), change) else {
        return false
      }
      content = .sequence(elements)
      return true
    default: return false
    }
  }
}
