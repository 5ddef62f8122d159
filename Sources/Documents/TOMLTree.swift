internal import FindingModel

/// One part of a dotted key.
struct TOMLKey {
  let text: String
  let location: SourceLocation
}

/// The tables of a TOML document while it is read: they are named out of order, so nodes are made at the end.
struct TOMLTree {
  static let root = 0

  private enum Content {
    case value(Node)
    case table(Int)
    case tables([Int])
  }

  private struct Item {
    let key: TOMLKey
    var content: Content
  }

  private struct Table {
    var items: [Item] = []
    var positions: [String: Int] = [:]
    var location: SourceLocation?
    /// Named by a header or a dotted key, and so not to be named by another header.
    var isDefined = false
    /// Made by dotted keys: only they may add to it.
    var isDotted = false
  }

  private var tables: [Table] = [Table()]

  init() {}

  /// The table of a header; `nil` if the name means something else already.
  mutating func open(_ keys: [TOMLKey], isArray: Bool, at location: SourceLocation) -> Int? {
    var table = Self.root
    for key in keys.dropLast() {
      guard let next = descend(from: table, key, dotted: false) else { return nil }
      table = next
    }
    guard let last = keys.last else { return nil }
    if isArray { return append(last, to: table, at: location) }
    guard let position = tables[table].positions[last.text] else {
      return add(last, to: table, location: location, isDefined: true)
    }
    guard case .table(let known) = tables[table].items[position].content, !tables[known].isDefined,
      !tables[known].isDotted
    else { return nil }
    tables[known].isDefined = true
    tables[known].location = location
    return known
  }

  /// Sets a value under a dotted key; `false` if the name means something else already.
  mutating func set(_ keys: [TOMLKey], to value: Node, in start: Int) -> Bool {
    var table = start
    for key in keys.dropLast() {
      guard let next = descend(from: table, key, dotted: true) else { return false }
      table = next
    }
    guard let last = keys.last, tables[table].positions[last.text] == nil else { return false }
    tables[table].positions[last.text] = tables[table].items.count
    tables[table].items.append(Item(key: last, content: .value(value)))
    return true
  }

  private mutating func descend(from table: Int, _ key: TOMLKey, dotted: Bool) -> Int? {
    guard let position = tables[table].positions[key.text] else {
      let next = add(key, to: table, location: key.location, isDefined: false)
      tables[next].isDotted = dotted
      return next
    }
    switch tables[table].items[position].content {
    case .value: return nil
    case .table(let next): return dotted && !tables[next].isDotted ? nil : next
    // A header goes on in the last of several tables; a dotted key may not add to them.
    case .tables(let list): return dotted ? nil : list.last
    }
  }

  private mutating func add(
    _ key: TOMLKey, to table: Int, location: SourceLocation, isDefined: Bool
  ) -> Int {
    let index = makeTable(at: location, isDefined: isDefined)
    tables[table].positions[key.text] = tables[table].items.count
    tables[table].items.append(Item(key: key, content: .table(index)))
    return index
  }

  private mutating func append(_ key: TOMLKey, to table: Int, at location: SourceLocation) -> Int? {
    let index = makeTable(at: location, isDefined: true)
    guard let position = tables[table].positions[key.text] else {
      tables[table].positions[key.text] = tables[table].items.count
      tables[table].items.append(Item(key: key, content: .tables([index])))
      return index
    }
    guard case .tables(var list) = tables[table].items[position].content else { return nil }
    // Taken out first: a list that is held twice would be copied for every table.
    tables[table].items[position].content = .tables([])
    list.append(index)
    tables[table].items[position].content = .tables(list)
    return index
  }

  private mutating func makeTable(at location: SourceLocation, isDefined: Bool) -> Int {
    tables.append(Table(location: location, isDefined: isDefined))
    return tables.count - 1
  }

  // MARK: Nodes

  func node(path: String) -> Node { node(of: Self.root, path: path) }

  /// A new table for the keys of an inline one.
  mutating func beginInline() -> Int { makeTable(at: .start(of: ""), isDefined: true) }

  /// The node of an inline table, which is complete with its closing brace.
  mutating func endInline(_ table: Int, at location: SourceLocation) -> Node {
    let node = Node(.mapping(entries(of: table, path: location.path)), at: location)
    // Tables of dotted keys within it were made after it.
    tables.removeSubrange(table...)
    return node
  }

  /// Recursion is as deep as the longest name of a table, which the reader bounds.
  private func node(of table: Int, path: String) -> Node {
    Node(
      .mapping(entries(of: table, path: path)), at: tables[table].location ?? .start(of: path))
  }

  private func entries(of table: Int, path: String) -> [Entry] {
    tables[table].items.map { item in
      let value: Node
      switch item.content {
      case .value(let node): value = node
      case .table(let index): value = node(of: index, path: path)
      case .tables(let list):
        value = Node(.sequence(list.map { node(of: $0, path: path) }), at: item.key.location)
      }
      return Entry(item.key.text, at: item.key.location, value)
    }
  }
}
