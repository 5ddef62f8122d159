internal import Documents
internal import PackageModel

/// The list `affected` of a record of OSV.
enum OSVAffected {
  /// - Returns: One entry for each package, and the ecosystems that Parapet does not know.
  static func read(
    _ entries: [Node], limits: AdvisoryLimits
  ) throws(AdvisoryDefect) -> (packages: [AffectedPackage], foreign: [String]) {
    var packages: [AffectedPackage] = []
    var places: [PackageIdentity: Int] = [:]
    var foreign: [String] = []
    for entry in entries {
      guard let package = entry["package"], let name = package["name"]?.text,
        let world = package["ecosystem"]?.text
      else { continue }
      // `Debian:12` is Debian's, whatever its release.
      let ecosystemName = String(world.prefix { $0 != ":" })
      guard let ecosystem = Ecosystem(rawValue: ecosystemName) else {
        foreign.append(ecosystemName)
        continue
      }
      guard !name.isEmpty, name.utf8.count <= AdvisoryLimits.text else {
        throw .malformed(field: "package.name", value: String(name.prefix(60)))
      }
      let identity = PackageIdentity(ecosystem, name)
      let place = places[identity] ?? packages.count
      if place == packages.count {
        places[identity] = place
        packages.append(AffectedPackage(identity))
      }
      try add(entry, to: &packages[place], limits: limits)
    }
    return (packages, foreign)
  }

  private static func add(
    _ entry: Node, to package: inout AffectedPackage, limits: AdvisoryLimits
  ) throws(AdvisoryDefect) {
    // GitHub writes the end of a range that has no fix beside it.
    let bound = entry["database_specific"]?["last_known_affected_version_range"]?.text
    var ranges = try Self.ranges(entry["ranges"], endingAt: bound.flatMap(lastAffected), limits: limits)
    let specific = entry["ecosystem_specific"]
    let own = try Self.ranges(specific?["custom_ranges"], limits: limits)
    // Go's database takes all versions where a module's tags are none of Go's, and says the true ones beside it.
    if !own.isEmpty, ranges.allSatisfy(\.isEverything) { ranges = own }
    package.ranges += ranges
    package.versions += RecordFields.texts(entry["versions"]).filter { !$0.isEmpty && $0.utf8.count <= 256 }
    package.symbols += symbols(specific) + symbols(entry["database_specific"])
    try limits.check("ranges of one package", package.ranges.count, \.ranges)
    try limits.check("versions of one package", package.versions.count, \.versions)
    try limits.check("symbols", package.symbols.reduce(0) { $0 + 1 + $1.names.count }, \.symbols)
  }

  private static func ranges(
    _ node: Node?, endingAt bound: AffectedRange.Event? = nil, limits: AdvisoryLimits
  ) throws(AdvisoryDefect) -> [AffectedRange] {
    var ranges: [AffectedRange] = []
    for range in node?.elements ?? [] where range["type"]?.text != "GIT" {
      let events = range["events"]?.elements ?? []
      try limits.check("events of one range", events.count, \.events)
      var read: [AffectedRange.Event] = []
      for entry in events.lazy.flatMap(\.entries) {
        if let event = try event(entry) { read.append(event) }
      }
      if let bound, !read.contains(where: \.isEnd) { read.append(bound) }
      if !read.isEmpty { ranges.append(AffectedRange(read)) }
    }
    return ranges
  }

  private static func event(_ entry: Entry) throws(AdvisoryDefect) -> AffectedRange.Event? {
    // GitHub has records whose fix is an empty text: there is none.
    guard let version = entry.value.text, !version.isEmpty else { return nil }
    guard version.utf8.count <= 256 else {
      throw .malformed(field: "events.\(entry.key.prefix(20))", value: String(version.prefix(60)))
    }
    switch entry.key {
    case "introduced": return .introduced(version)
    case "fixed": return .fixed(version)
    case "last_affected": return .lastAffected(version)
    // `*` is no limit.
    case "limit": return version == "*" ? nil : .limit(version)
    default: return nil
    }
  }

  /// `<= 1.2.3` and `< 1.2.3`.
  private static func lastAffected(_ text: String) -> AffectedRange.Event? {
    let sign = text.prefix { "<=".contains($0) }
    let version = String(text.dropFirst(sign.count).drop { $0 == " " })
    guard !version.isEmpty, version.utf8.count <= 256 else { return nil }
    switch sign {
    case "<=": return .lastAffected(version)
    case "<": return .fixed(version)
    default: return nil
    }
  }

  /// Where the databases write what of a package has the flaw: Go's `imports`, and `affected_functions` and
  /// `functions` of others as `module.name`.
  private static func symbols(_ specific: Node?) -> [AffectedSymbols] {
    guard let specific else { return [] }
    var result: [AffectedSymbols] = []
    for element in specific["imports"]?.elements ?? [] {
      guard let path = element["path"]?.text ?? element["attribute"]?.text ?? element.text else { continue }
      // PyPI's `attribute` is a dotted name with the module before it.
      if element["path"] == nil, let dotted = dotted(path) {
        result.append(dotted)
      } else {
        result.append(AffectedSymbols(module: path, names: RecordFields.texts(element["symbols"])))
      }
    }
    for key in ["affected_functions", "functions"] {
      result += RecordFields.texts(specific[key]).compactMap { dotted($0) }
    }
    return result
  }

  private static func dotted(_ text: String) -> AffectedSymbols? {
    guard text.utf8.count <= AdvisoryLimits.text, let dot = text.lastIndex(of: ".") else { return nil }
    let name = String(text[text.index(after: dot)...])
    return name.isEmpty ? nil : AffectedSymbols(module: String(text[..<dot]), names: [name])
  }
}

extension AffectedRange {
  /// From the first version on without an end.
  fileprivate var isEverything: Bool { events == [.introduced("0")] }
}

extension AffectedRange.Event {
  fileprivate var isEnd: Bool {
    switch self {
    case .fixed, .lastAffected: true
    case .introduced, .limit: false
    }
  }
}
