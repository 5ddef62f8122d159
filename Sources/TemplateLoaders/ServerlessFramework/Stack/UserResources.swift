internal import Documents
internal import FindingModel

/// Merges `resources` of a service into the generated template.
struct UserResources {
  /// Sections of a template besides resources, in the order templates have them.
  private static let sections = [
    "AWSTemplateFormatVersion", "Description", "Metadata", "Parameters", "Mappings", "Rules", "Conditions",
    "Transform",
    "Hooks", "Outputs",
  ]

  private var resources: OrderedNodes
  private var others: [String: OrderedNodes] = [:]
  private var scalars: [String: Node] = [:]
  private var extensions: [Entry] = []
  private(set) var problems: ProblemList

  init(stack: StackDraft, problems: ProblemList) {
    resources = stack.resources
    others["Outputs"] = stack.outputs
    self.problems = problems
  }

  /// An object, or a list of objects that are merged one after the other.
  mutating func merge(_ node: Node) {
    for part in node.isSequence ? node.elements : [node] where !part.isNull {
      if UnresolvedVariable.kind(of: part) != nil {
        problems.add(
          at: part.location, "a part of 'resources' comes from outside and is not known", isError: false)
      } else if part.isSequence {
        // A file may itself be a list.
        for inner in part.elements where inner.isOwnMapping { mergeObject(inner) }
      } else if part.isOwnMapping {
        mergeObject(part)
      } else {
        problems.add(at: part.location, "a part of 'resources' is not a map; it is not read")
      }
    }
    for entry in extensions { extend(entry) }
  }

  private mutating func mergeObject(_ object: Node) {
    for entry in object.entries where !entry.value.isNull {
      switch entry.key {
      case "Resources": mergeResources(entry.value)
      case "extensions": extensions += entry.value.entries
      case let key where entry.value.isOwnMapping && Self.sections.contains(key):
        for inner in entry.value.entries {
          var section = others[key] ?? OrderedNodes()
          others[key] = nil
          section.put(
            Self.merged(section[inner.key], with: inner.value), for: inner.key, at: inner.keyLocation)
          others[key] = section
        }
      case let key where Self.sections.contains(key): scalars[key] = entry.value
      default:
        problems.add(
          at: entry.keyLocation, "'\(entry.key)' is no section of a template; it is not read", isError: false)
      }
    }
  }

  private mutating func mergeResources(_ node: Node) {
    // Lists of objects stand here where each comes from a file of its own.
    for map in node.isSequence ? node.elements : [node] where !map.isNull {
      guard map.isOwnMapping else {
        problems.add(at: map.location, "a part of 'Resources' is not a map; it is not read", isError: false)
        continue
      }
      for entry in map.entries {
        resources.put(
          Self.merged(resources[entry.key], with: entry.value), for: entry.key, at: entry.keyLocation)
      }
    }
  }

  /// Deep: maps are merged key by key and lists place by place; what the user wrote wins.
  static func merged(_ generated: Node?, with own: Node, depth: Int = 0) -> Node {
    guard let generated, depth < 30 else { return own }
    switch (generated.content, own.content) {
    case (.mapping(let old), .mapping(let new)) where generated.intrinsic == nil && own.intrinsic == nil:
      var entries = OrderedNodes(old)
      for entry in new {
        entries.put(
          merged(entries[entry.key], with: entry.value, depth: depth + 1), for: entry.key,
          at: entry.keyLocation)
      }
      return Node(.mapping(entries.entries), at: own.location)
    case (.sequence(let old), .sequence(let new)):
      var elements = old
      for (index, element) in new.enumerated() {
        if index < elements.count {
          elements[index] = merged(elements[index], with: element, depth: depth + 1)
        } else {
          elements.append(element)
        }
      }
      return Node(.sequence(elements), at: own.location)
    default:
      return own
    }
  }

  /// `extensions` changes generated resources: properties are replaced, dependencies are added.
  private mutating func extend(_ entry: Entry) {
    guard var resource = resources[entry.key] else {
      problems.add(
        at: entry.keyLocation, "'\(entry.key)' cannot be extended: the service generates no such resource")
      return
    }
    for change in entry.value.entries {
      switch change.key {
      case "Properties", "Metadata":
        var section = OrderedNodes(resource[change.key]?.entries ?? [])
        for property in change.value.entries {
          section.put(property.value, for: property.key, at: property.keyLocation)
        }
        resource.set(change.key, to: Node(.mapping(section.entries), at: change.value.location))
      case "DependsOn":
        let dependencies = (resource["DependsOn"]?.oneOrMore ?? []) + change.value.oneOrMore
        resource.set("DependsOn", to: Node(.sequence(dependencies), at: change.value.location))
      case "Condition", "CreationPolicy", "DeletionPolicy", "UpdatePolicy", "UpdateReplacePolicy":
        resource.set(change.key, to: change.value)
      default:
        problems.add(
          at: change.keyLocation, "'\(change.key)' of '\(entry.key)' cannot be extended; it is not read",
          isError: false)
      }
    }
    // Somebody wrote a part of it, so it is no longer only implied.
    resource.isImplied = false
    resources.put(resource, for: entry.key, at: entry.keyLocation)
  }

  /// The whole template.
  func template(at place: SourceLocation) -> Node {
    var entries = Self.sections.compactMap { section -> Entry? in
      if let scalar = scalars[section] { return Entry(section, at: scalar.location, scalar) }
      guard let nodes = others[section], !nodes.entries.isEmpty else { return nil }
      return Entry(section, at: place, Node(.mapping(nodes.entries), at: place))
    }
    let all = Entry("Resources", at: place, Node(.mapping(resources.entries), at: place))
    let outputs = entries.firstIndex { $0.key == "Outputs" } ?? entries.endIndex
    entries.insert(all, at: outputs)
    return Node(.mapping(entries), at: place)
  }
}
