/// An object of a repository with what it holds.
struct GitObject: Sendable {
  enum Kind: Int, Sendable {
    case commit = 1
    case tree
    case blob
    case tag
  }

  /// Bytes of one object; larger ones are counted as not read.
  static let byteLimit = 16 << 20

  let kind: Kind
  let bytes: [UInt8]

  static func kind(named name: some StringProtocol) -> Kind? {
    switch name {
    case "commit": .commit
    case "tree": .tree
    case "blob": .blob
    case "tag": .tag
    default: nil
    }
  }
}

/// What matters of a commit.
struct Commit: Sendable {
  let tree: ObjectID
  let parents: [ObjectID]
  /// Seconds since 1970, when it was made a commit.
  let time: Int

  /// Parents of one commit past this number are left out; git itself merges far fewer.
  static let parentLimit = 256

  /// - Returns: `nil` for bytes that are no commit.
  init?(_ bytes: [UInt8]) {
    var tree: ObjectID?
    var parents: [ObjectID] = []
    var time = 0
    // The header ends at the first empty line.
    for line in bytes.split(separator: 0x0A, maxSplits: 4_096, omittingEmptySubsequences: false) {
      if line.isEmpty { break }
      let fields = line.split(separator: 0x20, maxSplits: 1)
      guard fields.count == 2 else { continue }
      switch String(decoding: fields[0], as: UTF8.self) {
      case "tree": tree = ObjectID(hexadecimal: String(decoding: fields[1], as: UTF8.self))
      case "parent":
        guard parents.count < Self.parentLimit,
          let parent = ObjectID(hexadecimal: String(decoding: fields[1], as: UTF8.self))
        else { continue }
        parents.append(parent)
      case "committer":
        let words = fields[1].split(separator: 0x20)
        time = words.dropLast().last.flatMap { Int(String(decoding: $0, as: UTF8.self)) } ?? 0
      default: continue
      }
    }
    guard let tree else { return nil }
    self.tree = tree
    self.parents = parents
    self.time = time
  }
}

/// One line of a tree.
struct TreeEntry: Sendable {
  enum Kind: Sendable {
    case file
    case folder
    /// A link or another repository.
    case other
  }

  let name: String
  let kind: Kind
  let id: ObjectID

  /// The entries up to the first that is malformed.
  static func entries(of tree: [UInt8]) -> [TreeEntry] {
    var entries: [TreeEntry] = []
    var position = 0
    while let space = tree[position...].firstIndex(of: 0x20),
      let end = tree[space...].firstIndex(of: 0), let id = ObjectID(tree[(end + 1)...].prefix(20))
    {
      let mode = String(decoding: tree[position..<space], as: UTF8.self)
      let kind: Kind = mode.hasPrefix("100") ? .file : mode == "40000" || mode == "040000" ? .folder : .other
      let name = String(decoding: tree[(space + 1)..<end], as: UTF8.self)
      if !name.isEmpty, !name.contains("/") { entries.append(TreeEntry(name: name, kind: kind, id: id)) }
      position = end + 1 + ObjectID.byteCount
    }
    return entries
  }
}
