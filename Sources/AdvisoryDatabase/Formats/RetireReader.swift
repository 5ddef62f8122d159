internal import Documents
internal import FindingModel
internal import PackageModel

/// The repositories of retire.js: libraries with a list of flaws each, by file or by npm package.
///
/// Source: https://github.com/RetireJS/retire.js, `repository/`.
enum RetireReader {
  /// Libraries that share a flaw: jQuery UI's widgets are a handful.
  private static let packagesOfOneFlaw = 50

  /// - Returns: Advisories, of which one may stand for several entries, and the number of entries.
  static func read(
    _ document: Node, limits: AdvisoryLimits
  ) throws(AdvisoryDefect) -> (
    source: AdvisorySource, advisories: [Advisory], entries: Int, problems: [String]
  ) {
    var advisories: [Advisory] = []
    var places: [String: Int] = [:]
    var entries = 0
    var problems: [String] = []
    var hasFiles = false
    for library in document.entries {
      let name = library.value["npmname"]?.text ?? library.key
      if library.value["extractors"] != nil { hasFiles = true }
      for entry in library.value["vulnerabilities"]?.elements ?? [] {
        entries += 1
        try limits.check("entries", entries, \.records)
        guard let advisory = advisory(entry, name: name) else {
          problems.append("an entry of '\(name.prefix(60))' has no version below which it holds")
          continue
        }
        if let place = places[advisory.id], advisories[place].affected.count < packagesOfOneFlaw {
          advisories[place].add(advisory)
        } else {
          places[advisory.id] = advisories.count
          advisories.append(advisory)
        }
      }
    }
    return (hasFiles ? .retireLibraries : .retirePackages, advisories, entries, problems)
  }

  private static func advisory(_ entry: Node, name: String) -> Advisory? {
    guard let below = entry["below"]?.text, !name.isEmpty, name.utf8.count <= AdvisoryLimits.text,
      below.utf8.count <= 256
    else { return nil }
    let identifiers = entry["identifiers"]
    let info = RecordFields.texts(entry["info"])
    var names = RecordFields.texts(identifiers?["githubID"]).filter { $0.hasPrefix("GHSA-") }
    names += RecordFields.texts(identifiers?["CVE"]).compactMap { RecordFields.cve($0) }
    names += info.compactMap { workingGroupNumber($0) }.map { "NSWG-ECO-\($0)" }
    names = names.filter { RecordFields.isIdentifier($0) }
    var advisory = Advisory(id: names.first ?? ownName(entry, name: name))
    advisory.aliases = Array(names.dropFirst().prefix(20))
    advisory.summary = RecordFields.summary(identifiers?["summary"], nil)
    if advisory.summary.isEmpty { advisory.summary = "Flaw in \(name) before \(below)" }
    advisory.severityWord = (entry["severity"]?.text).flatMap { RecordFields.severityWord($0) }
    advisory.weaknesses = RecordFields.weaknesses(entry["cwe"])
    advisory.references = RecordFields.references(info)
    var affected = AffectedPackage(PackageIdentity(.npm, name))
    affected.ranges = [range(from: entry["atOrAbove"]?.text, below: below)]
    advisory.affected = [affected]
    return advisory
  }

  private static func range(from: String?, below: String) -> AffectedRange {
    // `1.3.0-*` is the first of all prereleases; `~` below is no end, since nothing sorts after it.
    let start = from.map { $0.hasSuffix("-*") ? $0.dropLast(2) + "-0" : $0[...] }.map { String($0) } ?? "0"
    return AffectedRange([.introduced(start)] + (below == "~" ? [] : [.fixed(below)]))
  }

  /// The advisories of nodesecurity.io are those of the working group, under the same numbers.
  private static func workingGroupNumber(_ address: String) -> Int? {
    for site in ["nodesecurity.io/advisories/", "npmjs.com/advisories/"] {
      guard let range = address.firstRange(of: site) else { continue }
      return Int(address[range.upperBound...].prefix { $0.isNumber })
    }
    return nil
  }

  /// Where nobody has given the flaw a name: the same for the same entry at every import.
  private static func ownName(_ entry: Node, name: String) -> String {
    let summary = entry["identifiers"]?["summary"]?.text ?? RecordFields.texts(entry["info"]).joined()
    let facts = [name, entry["atOrAbove"]?.text ?? "", entry["below"]?.text ?? "", summary]
    return "RETIREJS-" + StableHash.hexadecimal(of: facts).prefix(16)
  }
}

extension Advisory {
  /// Takes up the packages, ranges and names of another record of the same flaw.
  fileprivate mutating func add(_ other: Advisory) {
    for alias in other.aliases where alias != id && !aliases.contains(alias) && aliases.count < 20 {
      aliases.append(alias)
    }
    for package in other.affected {
      if let place = affected.firstIndex(where: { $0.identity == package.identity }) {
        affected[place].ranges += package.ranges
      } else {
        affected.append(package)
      }
    }
  }
}
