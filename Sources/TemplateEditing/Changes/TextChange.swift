internal import Documents

/// A change of the text; removals from one collection are made together.
enum TextChange {
  case single(TemplateChange)
  case removals(of: [PathStep], from: TemplatePath, isSpaced: Bool)

  /// Steps to the collection or scalar that is edited.
  private var depth: Int {
    switch self {
    case .removals(_, let path, _): path.count
    case .single(.add(_, let path, _)), .single(.append(_, let path)): path.count
    case .single(.remove(let path, _)), .single(.rename(let path, _)), .single(.prefix(let path, _)),
      .single(.removePrefix(let path, _)):
      path.count
    }
  }

  /// The deepest first: where a collection ends with another, what is added to the inner one comes before.
  static func groups(of changes: [TemplateChange]) -> [TextChange] {
    var groups: [TextChange] = []
    var order: [TemplatePath] = []
    var removals: [TemplatePath: (steps: [PathStep], isSpaced: Bool)] = [:]
    for change in changes {
      guard case .remove(let path, let isSpaced) = change, let last = path.last else {
        groups.append(.single(change))
        continue
      }
      let parent = Array(path.dropLast())
      if removals[parent] == nil { order.append(parent) }
      removals[parent, default: ([], false)].steps.append(last)
      if isSpaced { removals[parent]?.isSpaced = true }
    }
    let all =
      groups
      + order.map {
        .removals(of: removals[$0]?.steps ?? [], from: $0, isSpaced: removals[$0]?.isSpaced ?? false)
      }
    return all.enumerated().sorted { ($1.element.depth, $0.offset) < ($0.element.depth, $1.offset) }.map(
      \.element)
  }

  func edits(in document: TemplateDocument) throws(EditProblem) -> [TextEdit] {
    switch self {
    case .removals(let steps, let path, let isSpaced):
      return try Self.removal(of: steps, from: path, isSpaced: isSpaced, in: document)
    case .single(.add(let entries, let path, let isSpaced)):
      let mapping = try document.collection(path, isSequence: false)
      let insertion = Insertion(document)
      guard isSpaced, !mapping.isFlow else {
        return try [Self.required(insertion.edit(adding: entries, to: mapping), at: path)]
      }
      let spaced = Self.areSpaced(mapping.entries, in: document.bytes)
      return try [Self.required(insertion.edit(adding: entries, toBlock: mapping, spaced: spaced), at: path)]
    case .single(.append(let elements, let path)):
      let sequence = try document.collection(path, isSequence: true)
      let insertion = Insertion(document)
      return try [Self.required(insertion.edit(adding: elements, to: sequence), at: path)]
    case .single(.rename(let path, let name)): return [try Self.rename(path, to: name, in: document)]
    case .single(.prefix(let path, let text)):
      let offset = try Self.textStart(of: path, in: document)
      return [TextEdit(offset..<offset, Array(text.utf8))]
    case .single(.removePrefix(let path, let text)):
      let offset = try Self.textStart(of: path, in: document)
      guard document.bytes[offset...].starts(with: text.utf8) else { throw .unusualLayout(Self.name(path)) }
      return [TextEdit(offset..<offset + text.utf8.count)]
    case .single(.remove): return []
    }
  }

  private static func name(_ path: TemplatePath) -> String { path.last?.text ?? "document" }

  private static func required(_ edit: TextEdit?, at path: TemplatePath) throws(EditProblem) -> TextEdit {
    guard let edit else { throw .unusualLayout(name(path)) }
    return edit
  }

  private static func removal(
    of steps: [PathStep], from path: TemplatePath, isSpaced: Bool, in document: TemplateDocument
  ) throws(EditProblem) -> [TextEdit] {
    let collection = try document.writable(path)
    var positions: [Int] = []
    for step in steps {
      switch step {
      case .index(let index): positions.append(index)
      case .key(let key):
        guard let index = collection.entries.lastIndex(where: { $0.key.scalar?.value.text == key }) else {
          throw .merged(key)
        }
        positions.append(index)
      }
    }
    let removal = Removal(bytes: document.bytes)
    guard var edits = removal.edits(removing: positions.sorted(), from: collection), let first = edits.first
    else {
      throw .unusualLayout(name(path))
    }
    let others = collection.entries.indices.filter { !positions.contains($0) }.map { collection.entries[$0] }
    if isSpaced, !collection.isFlow, areSpaced(others, in: document.bytes),
      document.bytes.isEmptyLine(at: first.range.lowerBound),
      let before = document.bytes.previousLineEnd(at: first.range.lowerBound)
    {
      edits[0] = TextEdit(before..<first.range.upperBound)
    }
    return edits
  }

  /// Whether the last two entries have an empty line between them.
  private static func areSpaced(_ entries: [SyntaxEntry], in bytes: [UInt8]) -> Bool {
    guard entries.count > 1 else { return false }
    let first = entries[entries.count - 2]
    var end = bytes.lineStart(at: entries[entries.count - 1].key.range.lowerBound)
    let start = Insertion.blockEnd(of: first.value, in: bytes)
    while let previous = bytes.previousLineEnd(at: end), previous > start {
      if bytes.isEmptyLine(at: previous) { return true }
      end = previous
    }
    return false
  }

  private static func rename(
    _ path: TemplatePath, to name: String, in document: TemplateDocument
  ) throws(EditProblem) -> TextEdit {
    guard case .key(let key) = path.last,
      let entry = try document.writable(Array(path.dropLast())).entry(key)
    else { throw .missing(Self.name(path)) }
    let old = Array(key.utf8)
    let start = entry.key.range.lowerBound + (entry.key.scalar?.style == .plain ? 0 : 1)
    guard document.bytes[start...].starts(with: old) else { throw .unusualLayout(key) }
    return TextEdit(start..<start + old.count, Array(name.utf8))
  }

  /// Where a scalar's text begins, behind its quote.
  private static func textStart(
    of path: TemplatePath, in document: TemplateDocument
  ) throws(EditProblem) -> Int {
    let node = try document.writable(path)
    guard let style = node.scalar?.style, style != .block, node.tag == nil, node.anchor == nil else {
      throw .unusualLayout(name(path))
    }
    return node.range.lowerBound + (style == .plain ? 0 : 1)
  }
}
