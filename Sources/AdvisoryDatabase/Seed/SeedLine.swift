internal import PackageModel

/// One line of the seed: what is known of one flaw of one package.
///
/// Fields, separated by `|`: id; aliases; package; versions; severity, a vector or a word; CWE numbers; symbols;
/// summary. Lists are separated by spaces.
///
/// Versions are `a..<b` for a flaw that is mended in `b`, `a...b` for one that `b` still has, `a...` for one without
/// a fix, and `=a` for a version alone. Symbols are `module:name,name`, or `module` for all of it.
enum SeedLine {
  static func read(_ line: Substring, ecosystem: Ecosystem) -> Advisory? {
    let fields = line.split(separator: "|", omittingEmptySubsequences: false)
    guard fields.count == 8, !fields[0].isEmpty, !fields[2].isEmpty, !fields[7].isEmpty else { return nil }
    var advisory = Advisory(id: String(fields[0]))
    advisory.aliases = list(fields[1])
    var package = AffectedPackage(PackageIdentity(ecosystem, String(fields[2])))
    for versions in list(fields[3]) {
      if versions.hasPrefix("=") {
        package.versions.append(String(versions.dropFirst()))
      } else {
        guard let range = range(versions) else { return nil }
        package.ranges.append(range)
      }
    }
    guard !package.ranges.isEmpty || !package.versions.isEmpty else { return nil }
    if fields[4].contains("/") {
      advisory.vectors = [String(fields[4])]
    } else if !fields[4].isEmpty {
      guard let word = RecordFields.severityWord(String(fields[4])) else { return nil }
      advisory.severityWord = word
    }
    advisory.weaknesses = list(fields[5]).compactMap { Int($0) }
    package.symbols = list(fields[6]).map { symbols($0) }
    advisory.summary = String(fields[7])
    advisory.affected = [package]
    advisory.references = references(advisory)
    return advisory
  }

  private static func list(_ field: Substring) -> [String] { field.split(separator: " ").map(String.init) }

  private static func range(_ text: String) -> AffectedRange? {
    guard let dots = text.firstRange(of: "..") else { return nil }
    let start = String(text[..<dots.lowerBound])
    let sign = text[dots.upperBound...].first
    let end = String(text[dots.upperBound...].dropFirst())
    guard !start.isEmpty else { return nil }
    switch sign {
    case "<": return end.isEmpty ? nil : AffectedRange([.introduced(start), .fixed(end)])
    case ".": return AffectedRange([.introduced(start)] + (end.isEmpty ? [] : [.lastAffected(end)]))
    default: return nil
    }
  }

  private static func symbols(_ text: String) -> AffectedSymbols {
    let parts = text.split(separator: ":", maxSplits: 1)
    let names = parts.count == 2 ? parts[1].split(separator: ",").map(String.init) : []
    return AffectedSymbols(module: String(parts.first ?? ""), names: names)
  }

  /// Where one reads on: the databases have a page for each id.
  private static func references(_ advisory: Advisory) -> [String] {
    ([advisory.id] + advisory.aliases).compactMap { name in
      if name.hasPrefix("GHSA-") { return "https://github.com/advisories/" + name }
      if name.hasPrefix("CVE-") { return "https://nvd.nist.gov/vuln/detail/" + name }
      if name.hasPrefix("GO-") { return "https://pkg.go.dev/vuln/" + name }
      if name.hasPrefix("PYSEC-") || name.hasPrefix("MAL-") { return "https://osv.dev/vulnerability/" + name }
      return nil
    }
  }
}
