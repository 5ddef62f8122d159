internal import Documents
internal import FindingModel

/// A resource of the template as the user wrote it, with the Globals merged in.
struct SAMResource {
  let id: String
  let idLocation: SourceLocation
  let type: String
  let node: Node
  /// A mapping, empty where the user wrote none.
  let properties: Node

  init(_ entry: Entry) {
    id = entry.key
    idLocation = entry.keyLocation
    node = entry.value
    type = entry.value["Type"]?.text ?? ""
    if let properties = entry.value["Properties"], properties.isPlainMapping {
      self.properties = properties
    } else {
      properties = Node(.mapping([]), at: entry.value.location)
    }
  }

  var location: SourceLocation { node.location }

  subscript(name: String) -> Node? { properties.present(name) }

  var condition: String? { node["Condition"]?.text }

  /// What resources that are generated from this one take over from it.
  var inheritedAttributes: [Entry] {
    node.entries.filter { ["Condition", "DeletionPolicy", "UpdateReplacePolicy"].contains($0.key) }
  }

  /// What the resource that replaces this one keeps.
  var ownAttributes: [Entry] {
    node.entries.filter { !["Type", "Properties", "Connectors", "IgnoreGlobals"].contains($0.key) }
  }

  /// Whether generated resources carry this resource's tags.
  var propagatesTags: Bool { self["PropagateTags"]?.boolean ?? false }
}
