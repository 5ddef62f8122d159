internal import Documents

/// A template as values and as text, and the edits that keep the two together.
struct TemplateDocument {
  let bytes: [UInt8]
  let path: String
  let root: Node
  let syntax: SyntaxNode
  let style: WritingStyle
  /// Texts that get a comment when they are added to a list, because they do not say themselves whose they are.
  var marked: Set<String> = []
  /// Whether what all functions inherit is edited in place of the functions.
  var editsShared = false
  /// Anchors that something refers to.
  private let usedAnchors: Set<String>

  /// - Throws: ``DocumentError``.
  init(_ bytes: [UInt8], path: String) throws(DocumentError) {
    self.bytes = bytes
    self.path = path
    root = try Document.parse(bytes, path: path)
    let (syntax, isJSON) = try Syntax.read(bytes, path: path)
    self.syntax = syntax
    style = WritingStyle(of: syntax, isJSON: isJSON, in: bytes)
    var used: Set<String> = []
    var pending = [syntax]
    while let node = pending.popLast() {
      if case .alias(let name) = node.content { used.insert(name) }
      pending += node.elements
      for entry in node.entries { pending += [entry.key, entry.value] }
    }
    usedAnchors = used
  }

  /// The collection or scalar at a path, if a change there changes nothing else.
  ///
  /// - Throws: ``EditProblem``.
  func writable(_ path: TemplatePath) throws(EditProblem) -> SyntaxNode {
    var node = syntax
    for (depth, step) in path.enumerated() {
      switch step {
      case .key(let key):
        guard let entry = node.entry(key) else {
          throw root[at: path[...depth]] == nil ? .missing(key) : .merged(key)
        }
        node = entry.value
      case .index(let index):
        guard node.elements.indices.contains(index) else { throw .missing(step.text) }
        node = node.elements[index]
      }
      if case .alias(let name) = node.content { throw .alias(step.text, name: name) }
      if let anchor = node.anchor, usedAnchors.contains(anchor) { throw .shared(step.text, anchor: anchor) }
    }
    return node
  }

  /// A collection that entries or elements can be added to, as written.
  ///
  /// - Throws: ``EditProblem``.
  func collection(_ path: TemplatePath, isSequence: Bool) throws(EditProblem) -> SyntaxNode {
    let name = path.last?.text ?? "document"
    let syntax = try writable(path)
    guard let node = root[at: path], !node.isNull else { throw .noValue(name) }
    if let function = node.intrinsic?.name { throw .computed(name, by: Self.shortForm(function)) }
    // A value of the Serverless Framework that comes from elsewhere.
    if let text = node.text, text.hasPrefix("${") { throw .computed(name, by: String(text.prefix(80))) }
    guard isSequence ? syntax.isSequence : syntax.isMapping else { throw .notACollection(name) }
    return syntax
  }

  static func shortForm(_ function: String) -> String {
    function.hasPrefix("Fn::") ? "!" + function.dropFirst(4) : "!" + function
  }

  // MARK: Editing

  /// The document after changes, which is read again and compared with what they mean.
  ///
  /// - Throws: ``EditProblem``; then nothing of the changes is to be used.
  func applying(_ changes: [TemplateChange]) throws(EditProblem) -> TemplateDocument {
    var expected = root
    for change in Self.inSafeOrder(changes) where !change.apply(to: &expected) { throw .notVerified }
    var edits: [TextEdit] = []
    for group in TextChange.groups(of: changes) { edits += try group.edits(in: self) }
    guard let text = TextEdit.apply(edits, to: bytes),
      // An edit that leaves no readable document is as wrong as one that changes it.
      var result = try? TemplateDocument(text, path: path), result.root.hasSameContent(as: expected)
    else { throw .notVerified }
    result.marked = marked
    result.editsShared = editsShared
    return result
  }

  /// What is removed goes first, so that its key is free for another, and elements of a list from the last to the
  /// first, so that positions stay true; then keys get new names, and what is added comes last.
  private static func inSafeOrder(_ changes: [TemplateChange]) -> [TemplateChange] {
    func rank(_ change: TemplateChange) -> Int {
      switch change {
      case .remove(let path, _):
        if case .index(let index) = path.last { return -1 - index }
        return 0
      case .rename: return 1
      default: return 2
      }
    }
    return changes.enumerated().sorted {
      (rank($0.element), $0.offset) < (rank($1.element), $1.offset)
    }.map(\.element)
  }
}
