internal import Documents

/// A change of a template's meaning, made twice: in the text, and in the values as a proof of the text.
enum TemplateChange {
  /// - Parameter isSpaced: Whether a blank line comes before it where siblings have one.
  case add([(key: String, value: Node)], to: TemplatePath, isSpaced: Bool = false)
  case append([Node], to: TemplatePath)
  case remove(TemplatePath, isSpaced: Bool = false)
  case rename(TemplatePath, to: String)
  /// Text that is put before that of a scalar.
  case prefix(TemplatePath, with: String)
  case removePrefix(TemplatePath, String)
}

extension TemplateChange {
  /// Makes the change in the values; `false` if they have no such place.
  func apply(to root: inout Node) -> Bool {
    switch self {
    case .add(let entries, let path, _):
      return root.update(at: path) { node in
        for entry in entries { node.set(entry.key, to: entry.value) }
      }
    case .append(let elements, let path):
      return root.update(at: path) { node in
        for element in elements { node.append(element) }
      }
    case .remove(let path, _):
      guard let last = path.last else { return false }
      return root.update(at: path.dropLast()) { $0.remove(last) }
    case .rename(let path, let name):
      guard case .key(let key) = path.last else { return false }
      return root.update(at: path.dropLast()) { $0.rename(key, to: name) }
    case .prefix(let path, let text):
      return root.update(at: path) { $0.setText(text + ($0.text ?? "")) }
    case .removePrefix(let path, let text):
      return root.update(at: path) { $0.setText(String(($0.text ?? "").dropFirst(text.count))) }
    }
  }
}

extension Node {
  fileprivate mutating func remove(_ step: PathStep) {
    switch step {
    case .key(let key): remove(key)
    case .index(let index):
      guard case .sequence(var elements) = content, elements.indices.contains(index) else { return }
      elements.remove(at: index)
      content = .sequence(elements)
    }
  }

  fileprivate mutating func rename(_ key: String, to name: String) {
    guard case .mapping(var entries) = content, let index = entries.firstIndex(where: { $0.key == key })
    else {
      return
    }
    entries[index].key = name
    content = .mapping(entries)
  }

  fileprivate mutating func setText(_ text: String) { content = .scalar(Scalar(text, kind: .string)) }
}
