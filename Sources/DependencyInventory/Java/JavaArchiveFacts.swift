internal import Archives
internal import Documents
internal import FindingModel

/// What one jar says about where it and its parts come from.
struct JavaArchiveFacts {
  struct Package: Hashable {
    /// `nil` where nothing in the jar says it.
    let group: String?
    let artifact: String
    let version: String?
  }

  /// The jar's file name.
  let name: String
  /// Of `META-INF/maven`, in the order of the jar.
  private var described: [Package] = []
  private var manifest: [String: String] = [:]
  private var marked: [Package] = []

  init(name: String) {
    self.name = name
  }

  mutating func add(_ entry: ArchiveEntry, _ read: ArchiveReader.Read) throws(ArchiveError) {
    if let marker = JavaClassMarkers.package(of: entry.path) {
      if !marked.contains(marker) { marked.append(marker) }
      return
    }
    guard entry.path.hasPrefix("META-INF/"), described.count < JavaArchiveReader.descriptorCountLimit,
      (entry.declaredSize ?? 0) <= JavaArchiveReader.descriptorLimit
    else { return }
    if entry.path == "META-INF/MANIFEST.MF" {
      manifest = JavaManifest.read(try read())
    } else if entry.path.hasPrefix("META-INF/maven/") {
      if entry.path.hasSuffix("/pom.properties") {
        let values = JavaProperties.read(try read())
        describe(group: values["groupId"], artifact: values["artifactId"], version: values["version"])
      } else if entry.path.hasSuffix("/pom.xml") {
        readPom(try read(), path: entry.path)
      }
    }
  }

  private mutating func readPom(_ bytes: [UInt8], path: String) {
    // What it says is a second source beside pom.properties; a POM that cannot be parsed adds nothing.
    guard let root = try? XMLReader.parse(bytes, path: path, limits: InventoryLimits.document),
      let pom = PomFile(root, path: path)
    else { return }
    let properties = PomProperties([pom])
    let parent = pom.parent?.coordinates
    describe(
      group: (pom.coordinates.group ?? parent?.group).map(properties.interpolated),
      artifact: pom.coordinates.artifact.map(properties.interpolated),
      version: (pom.coordinates.version ?? parent?.version).map(properties.interpolated))
  }

  private mutating func describe(group: String?, artifact: String?, version: String?) {
    guard let group, let artifact, !group.isEmpty, !artifact.isEmpty else { return }
    let version = version.flatMap { $0.isEmpty || $0.contains("${") ? nil : $0 }
    let package = Package(group: group, artifact: artifact, version: version)
    guard let index = described.firstIndex(where: { $0.group == group && $0.artifact == artifact }) else {
      described.append(package)
      return
    }
    if described[index].version == nil { described[index] = package }
  }

  /// The jar itself, what it says was put into it, and what its classes show besides.
  var packages: [Package] {
    var packages = described
    if let own, !packages.contains(where: { isSame($0, own) }) { packages.append(own) }
    for marker in marked where !packages.contains(where: { isSame($0, marker) }) { packages.append(marker) }
    return packages
  }

  private func isSame(_ left: Package, _ right: Package) -> Bool {
    left.artifact == right.artifact && (left.group == right.group || left.group == nil || right.group == nil)
  }

  /// What manifest and file name say of the jar itself, where no descriptor can be meant.
  private var own: Package? {
    let file = JavaFileName(name)
    let version = file.version ?? manifestVersion
    if described.contains(where: { JavaFileName.isSame($0.artifact, file.artifact) }) { return nil }
    // One version for both: a descriptor under another name, as distributions rename jars.
    if described.contains(where: { $0.version == version || $0.version == manifestVersion }) { return nil }
    let group = JavaGroups.group(of: file.artifact) ?? manifestGroup(artifact: file.artifact)
    // The jar of an application that packs others has no place in a registry.
    guard described.isEmpty || group != nil, version != nil else { return nil }
    return Package(group: group, artifact: file.artifact, version: version)
  }

  private var manifestVersion: String? {
    ["Implementation-Version", "Bundle-Version", "Specification-Version"].lazy.compactMap { manifest[$0] }
      .first { $0.first?.isNumber == true }
  }

  private func manifestGroup(artifact: String) -> String? {
    if let vendor = manifest["Implementation-Vendor-Id"], vendor.contains(".") || vendor == artifact {
      return vendor
    }
    for key in ["Bundle-SymbolicName", "Automatic-Module-Name"] {
      guard let name = manifest[key]?.split(separator: ";").first, name.contains(".") else { continue }
      let parts = name.split(separator: ".")
      guard let last = parts.last else { continue }
      // `org.apache.commons.lang3` of commons-lang3 is the group and one word of the artifact.
      let isPart =
        JavaFileName.isSame(String(last), artifact) || artifact.split(separator: "-").contains(last)
      return isPart && parts.count > 2 ? parts.dropLast().joined(separator: ".") : String(name)
    }
    return nil
  }
}
