internal import Documents
internal import FindingModel

/// SAM writes tags as a map, CloudFormation mostly as a list of `{Key, Value}`.
enum Tags {
  /// The list for a map; a list or an intrinsic stays as it is.
  static func list(_ tags: Node?) -> [Node] {
    guard let tags else { return [] }
    if tags.isSequence { return tags.elements }
    guard tags.isPlainMapping else { return [] }
    return tags.entries.map { entry in
      let make = Implied(at: entry.keyLocation)
      return make.map(["Key": make.text(entry.key), "Value": entry.value])
    }
  }

  static func mark(_ key: String, at place: SourceLocation) -> Node {
    let make = Implied(at: place)
    return make.map(["Key": make.text(key), "Value": make.text("SAM")])
  }
}
