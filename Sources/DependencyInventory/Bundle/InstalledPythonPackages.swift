internal import FindingModel
internal import PackageModel

/// The packages in the `site-packages` folders of a bundle, or wherever `pip install --target` put them.
struct InstalledPythonPackages {
  private var descriptors: [String] = []

  mutating func add(_ path: String) {
    if descriptors.count < InventoryLimits.packages { descriptors.append(path) }
  }

  /// Whether a file is read together with a package's metadata.
  static func isCompanion(_ path: String) -> Bool {
    let name = FilePath.name(of: path)
    guard ["RECORD", "top_level.txt", "direct_url.json"].contains(name) else { return false }
    let folder = FilePath.folder(of: path)
    return folder.hasSuffix(".dist-info") || folder.hasSuffix(".egg-info")
      || FilePath.name(of: folder) == "EGG-INFO"
  }

  /// One list for each folder that packages were installed to.
  func lists(_ files: BundleFiles, place: (String) -> String) -> [PackageList] {
    let groups = Dictionary(grouping: descriptors.sorted(), by: Self.site)
    return groups.keys.sorted().map { site in list(groups[site] ?? [], site: site, files, place) }
  }

  /// The folder that holds `*.dist-info`.
  private static func site(of path: String) -> String {
    let folder = FilePath.folder(of: path)
    let isFile = path.hasSuffix(".whl") || path.hasSuffix(".egg-info")
    return isFile ? folder : FilePath.folder(of: folder)
  }

  private func list(
    _ paths: [String], site: String, _ files: BundleFiles, _ place: (String) -> String
  ) -> PackageList {
    var list = PackageList(path: place(site), format: .pythonBundle)
    var needs: [(index: Int, requirements: [PackageRequirement])] = []
    var indexes: [PackageIdentity: Int] = [:]
    for path in paths {
      let place = place(path)
      let one = PackageListReader.read(
        files.bytes(of: place) ?? [], path: place, format: .pythonBundle, files: files)
      list.problems += one.problems
      guard let entry = one.packages.first, let index = list.add(entry) else { continue }
      indexes[entry.identity] = index
      needs.append((index, one.requirements))
    }
    var optional: [Int: Set<Int>] = [:]
    for need in needs {
      // What an extra asks for as well is needed all the same.
      let always = Set(need.requirements.filter { $0.scope != .optional }.map(\.identity))
      for requirement in need.requirements {
        guard let needed = indexes[requirement.identity], needed != need.index else { continue }
        if !list.packages[need.index].dependencies.contains(needed) {
          list.packages[need.index].dependencies.append(needed)
        }
        if !always.contains(requirement.identity) { optional[need.index, default: []].insert(needed) }
      }
    }
    // Nothing in the folder says what was asked for: what no other package needs.
    let needed = Set(list.packages.flatMap(\.dependencies))
    let roots = list.packages.indices.filter { !needed.contains($0) }
    ScopeWalk.assign(to: &list, roots: roots.map { ($0, .production) }, optional: optional)
    return list
  }
}
