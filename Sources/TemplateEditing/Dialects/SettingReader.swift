internal import Documents
internal import FunctionProtection

/// Reads settings of functions as far as the template alone decides them.
struct SettingReader {
  let root: Node
  let isServerless: Bool

  /// - Parameter followsDefaults: Whether the default of a parameter may be taken for its value: where a wrong
  ///   guess does no harm.
  func text(_ node: Node?, followsDefaults: Bool) -> Setting<String> {
    guard let node, !node.isNull else { return .absent }
    if let text = node.text { return isServerless ? serverless(text) : cloudFormation(text) }
    guard let (name, argument) = node.intrinsic else { return .unresolved("not text") }
    if name == "Ref", let parameter = argument.text {
      if followsDefaults, let value = root["Parameters"]?[parameter]?["Default"]?.text {
        return .known(value)
      }
      return .unresolved("!Ref \(parameter)")
    }
    return .unresolved(TemplateDocument.shortForm(name))
  }

  func architecture(_ node: Node?) -> Setting<FunctionArchitecture> {
    let value: Node?
    if let node, node.isSequence {
      guard node.elements.count == 1 else { return .unresolved("a list of \(node.elements.count)") }
      value = node.elements.first
    } else {
      value = node
    }
    switch text(value, followsDefaults: false) {
    case .absent: return .absent
    case .unresolved(let text): return .unresolved(text)
    case .known(let name):
      guard let architecture = FunctionArchitecture(rawValue: name) else { return .unresolved("'\(name)'") }
      return .known(architecture)
    }
  }

  private func cloudFormation(_ text: String) -> Setting<String> {
    text.contains("{{resolve:") ? .unresolved(text) : .known(text)
  }

  /// `${self:custom.runtime}` is looked up; every other variable is for the framework to fill.
  private func serverless(_ text: String) -> Setting<String> {
    guard text.contains("${") else { return .known(text) }
    let open = "${self:"
    guard text.hasPrefix(open), text.hasSuffix("}") else { return .unresolved(text) }
    let name = text.dropFirst(open.count).dropLast()
    var node: Node? = root
    for key in name.split(separator: ".") { node = node?[String(key)] }
    guard let value = node?.text, !value.contains("${"), !name.contains("$"), !name.contains(",") else {
      return .unresolved(text)
    }
    return .known(value)
  }

  /// Tags of a map, or of a list of `Key` and `Value`.
  func tags(_ node: Node?) -> [String: String] {
    guard let node else { return [:] }
    let pairs: [(String, String)]
    if node.isSequence {
      pairs = node.elements.compactMap { tag in
        guard let key = tag["Key"]?.text, let value = tag["Value"]?.text else { return nil }
        return (key, value)
      }
    } else {
      pairs = node.entries.compactMap { entry in entry.value.text.map { (entry.key, $0) } }
    }
    return Dictionary(pairs) { _, last in last }
  }
}
