internal import Documents
internal import FindingModel
internal import PackageModel

/// Reads `packages.config`, where projects of the .NET Framework list all packages with one version each.
enum PackagesConfigReader {
  static func read(_ source: ListSource, into list: inout PackageList) {
    guard let root = XMLText.document(source, into: &list) else { return }
    for package in root.children(named: "package") {
      guard let name = package.attribute("id"), let version = package.attribute("version") else {
        list.note("line \(package.location.line): a package without id or version")
        continue
      }
      var entry = PackageEntry(
        PackageIdentity(.nuget, name), name: name, version: version, at: package.location)
      entry.isDirect = true
      if package.attribute("developmentDependency")?.lowercased() == "true" { entry.scope = .development }
      if list.add(entry) == nil { return }
    }
    list.registries = NuGetSources.near(source)
  }
}

/// An XML file that a reader of lists was given.
enum XMLText {
  static func document(_ source: ListSource, into list: inout PackageList) -> XMLElement? {
    do throws(DocumentError) {
      return try XMLReader.parse(source.bytes, path: source.path, limits: InventoryLimits.document)
    } catch {
      list.note(error.description)
      return nil
    }
  }
}
