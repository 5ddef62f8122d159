internal import Documents
internal import FindingModel

/// An API definition under edit, in OpenAPI 2 ("Swagger") or 3.
struct OpenAPIDocument {
  var node: Node

  init(_ node: Node) {
    self.node = node
  }

  static let methods: Set<String> = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace", "any", APIRoute.anyMethod,
  ]

  var paths: [Entry] { node.present("paths")?.entries ?? [] }

  /// Methods of a path item, over all branches of an `Fn::If` around it.
  static func methods(of item: Node) -> [String] {
    var names: [String] = []
    for branch in item.branches {
      for entry in branch.entries where methods.contains(entry.key.lowercased()) && !names.contains(entry.key)
      {
        names.append(entry.key)
      }
    }
    return names
  }

  /// Edits every path item that is a map, in every branch it may have.
  mutating func editItems(_ change: (_ path: String, _ item: inout Node) -> Void) {
    guard let paths = node.present("paths"), paths.isMapping else { return }
    // The whole section may be an `Fn::If` as well as each of its items.
    node.set(
      "paths",
      to: paths.mapBranches { section in
        guard section.isPlainMapping else { return section }
        var section = section
        section.content = .mapping(
          section.entries.map { entry in
            var entry = entry
            entry.value = entry.value.mapBranches { item in
              guard item.isPlainMapping else { return item }
              var item = item
              change(entry.key, &item)
              return item
            }
            return entry
          })
        return section
      })
  }

  /// Edits every operation that is a map.
  mutating func editOperations(_ change: (_ path: String, _ method: String, _ operation: inout Node) -> Void)
  {
    editItems { path, item in
      item.content = .mapping(
        item.entries.map { entry in
          guard Self.methods.contains(entry.key.lowercased()) else { return entry }
          var entry = entry
          entry.value = entry.value.mapBranches { operation in
            guard operation.isPlainMapping else { return operation }
            var operation = operation
            change(path, entry.key, &operation)
            return operation
          }
          return entry
        })
    }
  }

  /// Puts an operation at a path; what is there already is handed to `change`.
  mutating func edit(path: String, method: String, at place: SourceLocation, _ change: (Node?) -> Node) {
    let make = Implied(at: place)
    var paths = node.present("paths") ?? make.map([])
    guard paths.isPlainMapping else { return }
    let known = paths.present(path)
    let item = (known ?? make.map([])).mapBranches { item in
      guard item.isMapping || item.isNull else { return item }
      var item = item.isMapping ? item : make.map([])
      if item.isNoValue { return item }
      let key = Self.key(of: method, in: item)
      item.set(key, to: change(item.present(key)))
      return item
    }
    paths.set(path, to: item)
    node.set("paths", to: paths)
  }

  private static func key(of method: String, in item: Node) -> String {
    if method == APIRoute.anyMethod {
      // Definitions written by hand may call it `any`.
      return item.present(method) == nil && item.present("any") != nil ? "any" : method
    }
    return item.entries.first { $0.key.lowercased() == method }?.key ?? method
  }

  /// Merges entries into the map under a key.
  mutating func merge(_ entries: [Entry], into key: String, at place: SourceLocation) {
    guard !entries.isEmpty else { return }
    let known = node.present(key) ?? Implied(at: place).map([])
    node.set(
      key,
      to: known.mapBranches { map in
        guard map.isPlainMapping else { return map }
        var map = map
        for entry in entries { map.set(entry.key, to: entry.value) }
        return map
      })
  }
}
