internal import FindingModel
internal import PackageModel

/// `Gemfile.lock` and `gems.locked`, whose structure is in the indentation.
struct GemfileLock {
  private enum Section {
    case source(PackageSource)
    case dependencies
    case checksums
    case other
  }

  /// Names of the sections that hold packages, with two spaces their attributes, with four the packages.
  private static let sources: Set<Substring> = ["GEM", "GIT", "PATH", "PLUGIN SOURCE"]

  private var section = Section.other
  private var indexes: [String: Int] = [:]
  private var needs: [(index: Int, name: String)] = []
  private var current: Int?
  private var direct: [String] = []
  /// Of a source that is not finished: its attributes come before its packages.
  private var remote: String?
  private var revision: String?

  static func read(_ source: ListSource, into list: inout PackageList) {
    var lock = GemfileLock()
    var isKnown = false
    for (index, raw) in TextLines.raw(source.bytes).enumerated() {
      let line = SourceLocation(path: source.path, line: index + 1, column: 1)
      let text = raw.drop { $0 == " " }
      let indent = raw.utf8.count - text.utf8.count
      if text.hasPrefix("<<<<<<<") || text.hasPrefix(">>>>>>>") {
        list.note("line \(index + 1): an unfinished merge; packages of both sides are listed")
      } else if indent == 0, !text.isEmpty {
        lock.open(text.trimmed)
        isKnown = isKnown || sources.contains(text.trimmed)
      } else if !text.isEmpty {
        lock.read(text.trimmed, indent: indent, at: line, &list)
      }
    }
    if !isKnown { list.note("no section GEM, GIT or PATH: no lockfile of Bundler") }
    lock.finish(&list, source)
  }

  private mutating func open(_ name: Substring) {
    current = nil
    (remote, revision) = (nil, nil)
    switch name {
    case "GEM": section = .source(.registry(nil))
    case "GIT": section = .source(.repository("", revision: nil))
    case "PATH": section = .source(.path("."))
    case "DEPENDENCIES": section = .dependencies
    case "CHECKSUMS": section = .checksums
    default: section = .other
    }
  }

  private mutating func read(
    _ text: Substring, indent: Int, at place: SourceLocation, _ list: inout PackageList
  ) {
    switch section {
    case .source:
      switch indent {
      case 2: attribute(text)
      case 4: package(text, at: place, &list)
      default:
        if let current { needs.append((current, Self.parts(text).name)) }
      }
    case .dependencies:
      // `rails (~> 7.0)!`: the mark is for sources of their own.
      direct.append(String(Self.parts(text).name.drop { $0 == "!" }))
    case .checksums: checksum(text, &list)
    case .other: break
    }
  }

  private mutating func attribute(_ text: Substring) {
    guard let mark = text.firstIndex(of: ":") else { return }
    let value = String(text[text.index(after: mark)...].trimmed)
    switch text[..<mark] {
    case "remote": remote = remote ?? value
    case "revision": revision = value
    default: return
    }
    switch section {
    case .source(.repository):
      section = .source(.repository(SourceAddress.safe(remote ?? ""), revision: revision))
    case .source(.path): section = .source(.path(remote ?? "."))
    case .source(.registry): section = .source(RubyRegistry.source(remote))
    default: break
    }
  }

  private mutating func package(_ text: Substring, at place: SourceLocation, _ list: inout PackageList) {
    let parts = Self.parts(text)
    guard case .source(let source) = section, !parts.name.isEmpty else { return }
    // The same version for another platform, `nokogiri (1.16.0-x86_64-linux)`, is the same package.
    let version = parts.detail.map { String($0.prefix { $0 != "-" }) }
    if let known = indexes[parts.name], list.packages[known].version == version {
      current = known
      return
    }
    let entry = PackageEntry(
      PackageIdentity(.rubyGems, parts.name), name: parts.name, version: version, source: source, at: place)
    current = list.add(entry)
    indexes[parts.name] = current
  }

  /// `name (version) sha256=…`.
  private func checksum(_ text: Substring, _ list: inout PackageList) {
    let parts = Self.parts(text)
    guard let index = indexes[parts.name], let close = text.lastIndex(of: ")"),
      list.packages[index].integrity.count < Integrity.countLimit
    else { return }
    list.packages[index].integrity += text[text.index(after: close)...].split { ", ".contains($0) }
      .compactMap { Integrity.labelled($0) }
  }

  private func finish(_ list: inout PackageList, _ source: ListSource) {
    var known: Set<[Int]> = []
    for need in needs {
      guard let needed = indexes[need.name], known.insert([need.index, needed]).inserted else { continue }
      list.packages[need.index].dependencies.append(needed)
    }
    let scopes = RubyManifest.scopes(around: source)
    let roots = direct.compactMap { name in
      indexes[name].map { (index: $0, scope: scopes[name] ?? .production) }
    }
    ScopeWalk.assign(to: &list, roots: roots)
  }

  /// `name (detail)` or a name alone.
  private static func parts(_ text: Substring) -> (name: String, detail: Substring?) {
    guard let open = text.firstIndex(of: "("), let close = text[open...].firstIndex(of: ")") else {
      return (String(text.prefix { $0 != " " && $0 != "!" }), nil)
    }
    return (String(text[..<open].trimmed), text[text.index(after: open)..<close])
  }
}

/// The registry of RubyGems and others.
enum RubyRegistry {
  static func source(_ address: String?) -> PackageSource {
    guard let address else { return .registry(nil) }
    let bare = address.hasSuffix("/") ? String(address.dropLast()) : address
    return .registry(bare == "https://rubygems.org" ? nil : SourceAddress.safe(bare))
  }
}
