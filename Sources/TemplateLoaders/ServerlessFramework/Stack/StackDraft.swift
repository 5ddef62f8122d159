internal import Documents
internal import FindingModel

/// The template under construction: resources and outputs in the order they were added.
struct StackDraft {
  private(set) var resources = OrderedNodes()
  var outputs = OrderedNodes()
  /// Highest number tried per id, so that many sources of one name stay linear.
  private var numbers: [String: Int] = [:]

  /// Adds or replaces a resource.
  mutating func put(_ resource: StackResource, as id: String) {
    resources.put(resource.node, for: id, at: resource.place)
  }

  /// Adds a resource under the first free id of `id`, `id2`, `id3`, so that two sources whose names are not
  /// known do not replace each other.
  /// - Returns: The id it got.
  @discardableResult
  mutating func putUnique(_ resource: StackResource, as id: String) -> String {
    let free = freeID(id)
    put(resource, as: free)
    return free
  }

  /// A logical id nothing has yet.
  private mutating func freeID(_ id: String) -> String {
    guard resources[id] != nil else { return id }
    var number = numbers[id] ?? 2
    while resources[id + String(number)] != nil { number += 1 }
    numbers[id] = number
    return id + String(number)
  }

  func contains(_ id: String) -> Bool { resources[id] != nil }

  /// Changes a resource that is there; does nothing otherwise.
  mutating func change(_ id: String, _ body: (inout Node) -> Void) { resources.change(id, body) }

  /// Changes the `Properties` of a resource that is there.
  mutating func changeProperties(of id: String, _ body: (inout Node) -> Void) {
    resources.change(id) { resource in
      guard var properties = resource["Properties"] else { return }
      body(&properties)
      resource.set("Properties", to: properties)
    }
  }

  /// Replaces the node of a resource, keeping its position, or appends it.
  mutating func replace(_ id: String, with node: Node, keyAt place: SourceLocation) {
    resources.put(node, for: id, at: place)
  }
}

/// A resource of the template.
struct StackResource {
  let type: String
  var properties: Draft
  var attributes: [(String, Draft)] = []
  let place: SourceLocation
  /// Whether the framework adds it; otherwise it is the form of something the user declared.
  var isImplied = true

  var node: Node {
    var node = Draft.map([("Type", .text(type)), ("Properties", properties)] + attributes).node(at: place)
    node.isImplied = isImplied
    return node
  }
}

/// Keys and nodes in order, with constant time to find one.
struct OrderedNodes {
  private(set) var entries: [Entry] = []
  private var positions: [String: Int] = [:]

  init() {}

  init(_ entries: [Entry]) {
    for entry in entries { put(entry.value, for: entry.key, at: entry.keyLocation) }
  }

  subscript(key: String) -> Node? { positions[key].map { entries[$0].value } }

  mutating func put(_ node: Node, for key: String, at place: SourceLocation) {
    if let position = positions[key] {
      entries[position].value = node
    } else {
      positions[key] = entries.count
      entries.append(Entry(key, at: place, node))
    }
  }

  mutating func change(_ key: String, _ body: (inout Node) -> Void) {
    guard let position = positions[key] else { return }
    body(&entries[position].value)
  }
}
