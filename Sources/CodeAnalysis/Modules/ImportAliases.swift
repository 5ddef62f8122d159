internal import FindingModel
internal import Documents
internal import TemplateLoaders

/// Names that a compiler looks up in folders: `paths` and `baseUrl` of `tsconfig.json`.
struct ImportAliases: Sendable {
  private let patterns: [PathPattern]
  /// The folder below which targets of patterns are.
  private let patternFolder: String
  /// The folder below which plain names are looked up, where one is set.
  private let baseFolder: String?

  /// Settings that extend others which extend others.
  private static let extensionLimit = 8

  init?(in folder: String, _ project: ProjectFiles) {
    let names = ["tsconfig.json", "jsconfig.json"].map { FilePath.join(folder, $0) }
    guard let path = names.first(where: project.files.contains) else { return nil }
    var patterns: [PathPattern]?
    var patternFolder = folder
    var base: String?
    var waiting = [path]
    var count = 0
    // The nearest file that says something is right.
    while let next = waiting.first, count < Self.extensionLimit {
      waiting.removeFirst()
      count += 1
      guard let document = project.json(next, hasComments: true) else { continue }
      let own = FilePath.folder(of: next)
      let options = document["compilerOptions"]
      let ownBase = options?["baseUrl"]?.text.flatMap { FilePath.normalised(FilePath.join(own, $0)) }
      if patterns == nil, let paths = options?["paths"] {
        patterns = paths.entries.map { PathPattern($0.key, $0.value.elements.compactMap(\.text)) }
        patternFolder = ownBase ?? own
      }
      base = base ?? ownBase
      let parents = document["extends"].map { [$0] + $0.elements } ?? []
      waiting += parents.compactMap(\.text).compactMap { Self.file($0, from: own, project) }
    }
    guard patterns != nil || base != nil else { return nil }
    self.patterns = (patterns ?? []).sorted { $0.head.utf8.count > $1.head.utf8.count }
    self.patternFolder = patternFolder
    baseFolder = base
  }

  private static func file(_ name: String, from folder: String, _ project: ProjectFiles) -> String? {
    guard name.hasPrefix("."), let path = FilePath.normalised(FilePath.join(folder, name)) else { return nil }
    return [path, path + ".json"].first(where: project.files.contains)
  }

  func hasPattern(for name: String) -> Bool {
    patterns.contains { ($0.tail == nil || !$0.head.isEmpty) && !$0.targets(for: name).isEmpty }
  }

  /// Paths that a name may mean, the likeliest first.
  func candidates(for name: String) -> [String] {
    let aliased = patterns.flatMap { $0.targets(for: name) }.compactMap {
      FilePath.normalised(FilePath.join(patternFolder, $0))
    }
    return aliased + (baseFolder.map { [FilePath.join($0, name)] } ?? [])
  }
}
