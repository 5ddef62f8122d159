internal import FindingModel
internal import PackageModel

/// `Gemfile`: a program of which the plain lines are read, and nothing is run.
///
/// https://bundler.io/man/gemfile.5.html
struct RubyManifest {
  /// A block that a line opens: what holds for the lines within, from all blocks around them.
  private struct Block {
    var groups: [String] = []
    var source: PackageSource?
  }

  private var blocks: [Block] = []
  /// Groups that count for one line; Gemfiles name two or three.
  private static let groupLimit = 32

  static func read(_ source: ListSource, into list: inout PackageList) {
    var manifest = RubyManifest()
    for (line, words) in RubyWords.lines(source.bytes) {
      manifest.read(words, at: SourceLocation(path: source.path, line: line, column: 1), &list)
    }
  }

  /// What a Gemfile beside a lockfile says its gems are for.
  static func scopes(around source: ListSource) -> [String: DependencyScope] {
    let folder = FilePath.folder(of: source.path)
    let name = FilePath.name(of: source.path) == "gems.locked" ? "gems.rb" : "Gemfile"
    let path = FilePath.join(folder, name)
    guard let bytes = source.files.bytes(of: path), bytes.count <= InventoryLimits.programBytes else {
      return [:]
    }
    var list = PackageList(path: path, format: .gemfile)
    read(ListSource(bytes: bytes, path: path, files: source.files), into: &list)
    // A gem of several groups is there for the strongest.
    return Dictionary(list.requirements.map { ($0.name, $0.scope) }) { $0 == .production ? $0 : $1 }
  }

  private mutating func read(_ words: RubyWords, at place: SourceLocation, _ list: inout PackageList) {
    switch words.command {
    case "end": _ = blocks.popLast()
    case "gem": gem(words, at: place, &list)
    case "source":
      guard let address = words.arguments.first else { return }
      if words.opensBlock {
        open(source: RubyRegistry.source(address))
      } else {
        list.registries.append((SourceAddress.safe(address), nil))
      }
    case "group" where words.opensBlock: open(groups: words.arguments + words.symbols)
    case "git", "path", "github":
      if words.opensBlock { open(source: Self.source([words.command: words.arguments.first ?? ""])) }
    default: if words.opensBlock { open() }
    }
  }

  private mutating func open(groups: [String] = [], source: PackageSource? = nil) {
    let around = blocks.last ?? Block()
    let all = (around.groups + groups).prefix(Self.groupLimit)
    blocks.append(Block(groups: Array(all), source: source ?? around.source))
  }

  private func gem(_ words: RubyWords, at place: SourceLocation, _ list: inout PackageList) {
    guard let name = words.arguments.first, !name.isEmpty else { return }
    let versions = words.arguments.dropFirst()
    let own = ["group", "groups"].flatMap { words.lists[$0] ?? [] }
    let groups = own + (blocks.last?.groups ?? [])
    let source = Self.source(words.options) ?? blocks.last?.source ?? .registry(nil)
    list.ask(
      for: PackageRequirement(
        PackageIdentity(.rubyGems, name), name: name,
        constraint: versions.isEmpty ? nil : versions.joined(separator: ", "), scope: Self.scope(groups),
        source: source, at: place))
  }

  private static func scope(_ groups: [String]) -> DependencyScope {
    let development: Set<String> = ["development", "test", "dev", "ci", "lint", "doc", "docs", "rubocop"]
    return !groups.isEmpty && groups.allSatisfy(development.contains) ? .development : .production
  }

  private static func source(_ options: [String: String]) -> PackageSource? {
    let revision = options["ref"] ?? options["tag"] ?? options["branch"]
    if let address = options["git"] { return .repository(SourceAddress.safe(address), revision: revision) }
    if let name = options["github"] {
      let path = name.contains("/") ? name : name + "/" + name
      return .repository(name.contains("://") ? name : "https://github.com/" + path, revision: revision)
    }
    if let gist = options["gist"] {
      return .repository("https://gist.github.com/" + gist, revision: revision)
    }
    if let path = options["path"] { return .path(path) }
    return options["source"].map(RubyRegistry.source)
  }
}
