package import Documents
internal import FindingModel
package import PackageModel

/// `package.json`, of a project or of a package in `node_modules`.
///
/// https://docs.npmjs.com/cli/configuring-npm/package-json
package enum NPMManifest {
  /// What npm runs by itself: for a project and for packages from repositories `prepare` too.
  private static let projectEvents = ["preinstall", "install", "postinstall", "prepare"]

  static let sections: [(key: String, scope: DependencyScope)] = [
    ("dependencies", .production), ("optionalDependencies", .optional),
    ("devDependencies", .development), ("peerDependencies", .provided),
  ]

  static func read(_ source: ListSource, into list: inout PackageList) {
    guard let document = source.document(.json, into: &list) else { return }
    guard document.isMapping else { return list.note("no object, as package.json has to be") }
    list.project = (document["name"]?.text, document["version"]?.text)
    list.licences = licences(of: document)
    list.engines = (document["engines"]?.entries ?? []).compactMap { entry in
      entry.value.text.map { (entry.key, $0) }
    }
    list.installScripts = scripts(of: document, events: projectEvents, source)
    let catalogs = PNPMWorkspace.catalogs(around: source)
    for section in sections {
      for requirement in requirements(of: document, section.key, section.scope, catalogs) {
        list.ask(for: requirement)
      }
    }
    list.overrides = NPMOverrides.read(document)
    list.registries = NPMRegistries.around(source)
  }

  /// The package that a manifest in `node_modules` describes, and what it asks for.
  static func readBundled(_ source: ListSource, into list: inout PackageList) {
    guard let document = source.document(.json, into: &list) else { return }
    let folder = FilePath.folder(of: source.path)
    let name = document["name"]?.text ?? NPMLock.name(ofLocation: folder)
    guard let name, !name.isEmpty else { return }
    list.project = (name, document["version"]?.text)
    list.licences = licences(of: document)
    // `prepare` only runs where a package is built, which one from the registry already is.
    list.installScripts = scripts(of: document, events: projectEvents.dropLast(), source)
    var entry = PackageEntry(
      PackageIdentity(.npm, name), name: name, version: document["version"]?.text, source: .bundle,
      at: document["version"]?.location ?? .start(of: source.path))
    entry.licences = list.licences
    entry.hasInstallScript = !list.installScripts.isEmpty
    entry.bundledPath = folder
    entry.importNames = [name]
    if let key = NPMLock.name(ofLocation: folder), key != name { entry.alias = key }
    for section in sections.prefix(2) {
      for requirement in requirements(of: document, section.key, section.scope, [:]) {
        list.ask(for: requirement)
      }
    }
    _ = list.add(entry)
  }

  /// Everything that a manifest asks for, in the order of ``sections``.
  package static func requirements(of document: Node) -> [PackageRequirement] {
    sections.flatMap { requirements(of: document, $0.key, $0.scope, [:]) }
  }

  private static func requirements(
    of document: Node, _ key: String, _ scope: DependencyScope, _ catalogs: PNPMWorkspace.Catalogs
  ) -> [PackageRequirement] {
    // npm lets the optional section win over the ordinary one.
    let optional = key == "dependencies" ? Set(keys(of: document["optionalDependencies"])) : []
    return (document[key]?.entries ?? []).compactMap { entry in
      guard let text = entry.value.text, !optional.contains(entry.key) else { return nil }
      return requirement(
        entry.key, PNPMWorkspace.resolve(text, of: entry.key, in: catalogs), scope: scope,
        at: entry.keyLocation)
    }
  }

  static func requirement(
    _ key: String, _ text: String, scope: DependencyScope, at location: SourceLocation
  ) -> PackageRequirement {
    let specifier = NPMSpecifier(key: key, text: text)
    var requirement = PackageRequirement(
      PackageIdentity(.npm, specifier.name), name: specifier.name, constraint: specifier.constraint,
      scope: scope, source: specifier.source, at: location)
    requirement.alias = specifier.alias
    return requirement
  }

  private static func keys(of node: Node?) -> [String] { node?.entries.map(\.key) ?? [] }

  /// SPDX text, or npm's old forms: an object with a type, a list of them.
  static func licences(of document: Node) -> [String] {
    let nodes = [document["license"], document["licenses"]].compactMap { $0 }
    return nodes.flatMap { $0.isSequence ? $0.elements : [$0] }
      .compactMap { $0.isMapping ? ($0["type"] ?? $0["name"])?.text : $0.text }
  }

  private static func scripts(
    of document: Node, events: some Sequence<String>, _ source: ListSource
  ) -> [InstallScript] {
    let scripts = document["scripts"]?.entries ?? []
    var found = events.compactMap { event in
      scripts.first { $0.key == event }.flatMap { entry in
        entry.value.text.map { InstallScript(event: event, command: $0, at: entry.keyLocation) }
      }
    }
    // npm builds native code by itself where nothing else is said.
    let gyp = FilePath.join(FilePath.folder(of: source.path), "binding.gyp")
    let saysHow = found.contains { $0.event == "install" || $0.event == "preinstall" }
    if !saysHow, document["gypfile"]?.boolean != false, source.files.contains(gyp) {
      found.append(InstallScript(event: "install", command: "node-gyp rebuild", at: .start(of: gyp)))
    }
    return found
  }
}
