internal import Documents
package import FindingModel

/// Reads a policy's YAML.
package struct PolicyDocument: Sendable {
  /// `nil` where something is wrong that is no mere warning.
  package let policy: EnforcementPolicy?
  /// In the order of places.
  package let problems: [PolicyProblem]
  /// Where each control stands.
  package let places: [Control: SourceLocation]

  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - path: Only used in places.
  package static func read(_ bytes: [UInt8], path: String) -> PolicyDocument {
    let document: Node
    do {
      document = try Document.parse(bytes, path: path, limits: PolicyLimits.document)
    } catch {
      return PolicyDocument(
        policy: nil,
        problems: [PolicyProblem("The policy cannot be read: \(error).", at: error.location)], places: [:])
    }
    var reader = PolicyReader()
    let policy = reader.policy(document)
    return PolicyDocument(
      policy: reader.hasErrors ? nil : policy, problems: reader.sortedProblems, places: reader.places)
  }
}

/// Collects what is wrong on the way, so that one run tells all of it.
struct PolicyReader {
  private var problems: [PolicyProblem] = []
  var places: [Control: SourceLocation] = [:]

  var hasErrors: Bool { problems.contains { !$0.isWarning } }

  var sortedProblems: [PolicyProblem] {
    problems.sorted { ($0.location, $0.message) < ($1.location, $1.message) }
  }

  mutating func report(_ message: String, at node: SourceLocation) {
    guard problems.count < PolicyLimits.problems else { return }
    problems.append(PolicyProblem(message, at: node))
  }

  // MARK: The document

  private static let keys = [
    "version", "function", "mode", "enforce-after", "on-invalid-policy", "announce", "kernel-layer",
    "writable-directories", "executable-directories", "controls",
  ]

  private static let stances: KeyValuePairs<String, EnforcementPolicy.Stance> = [
    "block": .block, "alert": .alert, "off": .off, "learn": .learn,
  ]

  private static let choices: KeyValuePairs<String, EnforcementPolicy.InvalidPolicy> = [
    "open": .open, "closed": .closed,
  ]

  mutating func policy(_ document: Node) -> EnforcementPolicy {
    var policy = EnforcementPolicy(function: "")
    guard document.isMapping else {
      report("A policy is a map that begins with 'version: 1'.", at: document.location)
      return policy
    }
    if document["version"] == nil {
      report("The policy does not say its version; write 'version: 1'.", at: document.location)
    }
    if document["function"] == nil {
      report(
        "The policy does not say which function it is for; write 'function: NAME'.", at: document.location)
    }
    for entry in document.entries { set(entry, in: &policy) }
    return policy
  }

  private mutating func set(_ entry: Entry, in policy: inout EnforcementPolicy) {
    let value = entry.value
    switch entry.key {
    case "version": version(value)
    case "function": policy.function = function(value) ?? ""
    case "mode":
      if let stance = word(value, "mode", Self.stances) { policy.stance = stance }
    case "enforce-after": policy.enforceAfter = instant(value)
    case "on-invalid-policy":
      if let choice = word(value, "on-invalid-policy", Self.choices) { policy.onInvalidPolicy = choice }
    case "announce": policy.announces = flag(value, "announce") ?? policy.announces
    case "kernel-layer": policy.usesKernelLayer = flag(value, "kernel-layer") ?? policy.usesKernelLayer
    case "writable-directories":
      policy.writableDirectories = paths(value, "writable-directories", allowsWildcards: false)
    case "executable-directories":
      policy.executableDirectories = paths(value, "executable-directories", allowsWildcards: false)
    case "controls": controls(value, in: &policy)
    default: unknown(entry, among: Self.keys, what: "setting")
    }
  }

  private mutating func version(_ value: Node) {
    if value.text == "1" { return }
    report(
      "Version '\(shown(value))' is not known to this program, which knows version 1.", at: value.location)
  }

  private mutating func function(_ value: Node) -> String? {
    guard let name = text(value, "function") else { return nil }
    if let problem = PathPattern.problem(ofText: name)
      ?? (name.utf8.count > PolicyLimits.nameBytes
        ? "is longer than \(PolicyLimits.nameBytes) bytes" : nil)
    {
      report("The function's name \(problem).", at: value.location)
      return nil
    }
    return name
  }

  private mutating func instant(_ value: Node) -> EnforcementInstant? {
    if value.isNull { return nil }
    guard let text = text(value, "enforce-after") else { return nil }
    guard let instant = EnforcementInstant(text) else {
      report(
        "enforce-after must be a day such as 2026-12-15, or a time in UTC such as 2026-12-15T08:30:00Z, not "
          + "'\(shown(value))'.", at: value.location)
      return nil
    }
    return instant
  }

  // MARK: Values

  mutating func unknown(_ entry: Entry, among keys: [String], what: String) {
    let nearest = Spelling.nearest(to: entry.key, among: keys).map { "; did you mean '\($0)'?" }
    let all = "; known are: \(keys.joined(separator: ", "))."
    report("There is no \(what) '\(Spelling.shown(entry.key))'\(nearest ?? all)", at: entry.keyLocation)
  }

  func shown(_ value: Node) -> String {
    value.scalar.map { Spelling.shown($0.text) } ?? (value.isMapping ? "a map" : "a list")
  }

  mutating func text(_ value: Node, _ key: String) -> String? {
    guard let text = value.text, !text.isEmpty else {
      report("\(key) must be a text.", at: value.location)
      return nil
    }
    return text
  }

  mutating func flag(_ value: Node, _ key: String) -> Bool? {
    guard let boolean = value.boolean else {
      report("\(key) must be true or false, not '\(shown(value))'.", at: value.location)
      return nil
    }
    return boolean
  }

  mutating func word<Choice>(
    _ value: Node, _ key: String, _ choices: KeyValuePairs<String, Choice>
  ) -> Choice? {
    if let text = value.text, let found = choices.first(where: { $0.key == text }) { return found.value }
    let names = choices.map(\.key)
    let list = names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
    report("\(key) must be \(list), not '\(shown(value))'.", at: value.location)
    return nil
  }

  /// The elements of a list; one text alone counts as a list of it.
  mutating func elements(_ value: Node, _ key: String) -> [Node] {
    if value.isNull { return [] }
    if value.scalar != nil { return [value] }
    guard value.isSequence else {
      report("\(key) must be a list.", at: value.location)
      return []
    }
    guard value.elements.count <= PolicyLimits.entries else {
      report(
        "\(key) has \(value.elements.count) entries; the most is \(PolicyLimits.entries). A glob may stand for many.",
        at: value.location)
      return []
    }
    return value.elements
  }

  mutating func paths(_ value: Node, _ key: String, allowsWildcards: Bool) -> [Annotated<String>] {
    texts(value, key) { text throws(PatternProblem) in
      if let problem = PathPattern.problem(ofPath: text, allowsWildcards: allowsWildcards) {
        throw PatternProblem(problem)
      }
      return text
    }
  }

  /// Every element of a list of texts as a value; what is wrong with one is reported where it stands.
  mutating func texts<Value: Hashable & Sendable>(
    _ value: Node, _ key: String, _ make: (String) throws(PatternProblem) -> Value
  ) -> [Annotated<Value>] {
    elements(value, key).compactMap { element in
      guard let text = text(element, "An entry of \(key)") else { return nil }
      do throws(PatternProblem) {
        return Annotated(try make(text))
      } catch {
        // A question ends the sentence itself.
        let end = error.text.hasSuffix("?") ? "" : "."
        report("\(key): '\(Spelling.shown(text))' \(error.text)\(end)", at: element.location)
        return nil
      }
    }
  }
}
