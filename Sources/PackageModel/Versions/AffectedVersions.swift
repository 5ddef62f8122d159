/// The versions that an advisory names for a package, taken apart once to be asked about many.
///
/// This is the evaluation of the OSV schema: a version is affected where it is listed, or where the last event of
/// a range at or before it says so. https://ossf.github.io/osv-schema/#evaluation
package struct AffectedVersions: Sendable {
  /// Most events and listed versions that are read of one package of an advisory.
  package static let entryLimit = 20_000

  fileprivate struct Range: Sendable {
    var events: [Event] = []
    /// Versions from which on the range says nothing; empty where it has no limit.
    var limits: [Version] = []
  }

  fileprivate struct Event: Sendable {
    /// `nil` for the beginning of all versions.
    let version: Version?
    /// Whether it takes effect only behind the version.
    let isBehind: Bool
    let startsFlaw: Bool
  }

  private let ranges: [Range]
  private let listedTexts: Set<String>
  /// The listed versions of an advisory without ranges; beside ranges the texts are enough, because the ranges say
  /// the same of versions that are written in another way.
  private let listed: Set<Version>
  /// Versions in which the flaw is mended, in the order of the advisory.
  let fixed: [Version]

  package init(_ affected: AffectedPackage) {
    let ecosystem = affected.identity.ecosystem
    var left = Self.entryLimit
    var fixed: [Version] = []
    ranges = affected.ranges.map { range in
      var parsed = Range()
      for event in range.events.prefix(left) {
        switch event {
        case .introduced("0"): parsed.events.append(Event(version: nil, isBehind: false, startsFlaw: true))
        case .introduced(let text):
          guard let version = Version(event: text, in: ecosystem) else { continue }
          parsed.events.append(Event(version: version, isBehind: false, startsFlaw: true))
        case .fixed(let text):
          guard let version = Version(event: text, in: ecosystem) else { continue }
          parsed.events.append(Event(version: version, isBehind: false, startsFlaw: false))
          fixed.append(version)
        case .lastAffected(let text):
          guard let version = Version(event: text, in: ecosystem) else { continue }
          parsed.events.append(Event(version: version, isBehind: true, startsFlaw: false))
        case .limit("*"): continue
        case .limit(let text):
          if let version = Version(event: text, in: ecosystem) { parsed.limits.append(version) }
        }
      }
      left -= min(left, range.events.count)
      return parsed
    }
    self.fixed = fixed
    let texts = affected.versions.prefix(left)
    listedTexts = Set(texts)
    listed = affected.ranges.isEmpty ? Set(texts.compactMap { Version(event: $0, in: ecosystem) }) : []
  }

  package func contains(_ version: Version) -> Bool {
    listedTexts.contains(version.text) || listed.contains(version)
      || ranges.contains { Self.range($0, contains: version) }
  }

  /// Whether the last event at or before the version starts the flaw.
  ///
  /// One pass instead of a sort: sources have the events in any order, and of events at one place the later written
  /// counts.
  private static func range(_ range: Range, contains version: Version) -> Bool {
    guard range.limits.isEmpty || range.limits.contains(where: { version < $0 }) else { return false }
    var last: Event?
    for event in range.events where event.isReached(by: version) {
      if let current = last, event.isBefore(current) { continue }
      last = event
    }
    return last?.startsFlaw ?? false
  }
}

extension AffectedVersions.Event {
  fileprivate func isReached(by version: Version) -> Bool {
    guard let bound = self.version else { return true }
    return isBehind ? version > bound : version >= bound
  }

  fileprivate func isBefore(_ other: Self) -> Bool {
    guard let theirs = other.version else { return false }
    guard let mine = version else { return true }
    return mine == theirs ? !isBehind && other.isBehind : mine < theirs
  }
}

extension Version {
  /// A version as advisories write it, who leave out numbers that the ecosystem itself demands: `1.2` of npm.
  fileprivate init?(event text: String, in ecosystem: Ecosystem) {
    if let version = Version(text, in: ecosystem) {
      self = version
      return
    }
    guard ecosystem == .npm || ecosystem == .swift else { return nil }
    for missing in [".0", ".0.0"] {
      if let version = Version(text + missing, in: ecosystem) {
        self = version
        return
      }
    }
    return nil
  }
}

extension AffectedPackage {
  /// Whether the version has the flaw; to ask about many versions, keep an ``AffectedVersions``.
  package func affects(_ version: Version) -> Bool {
    AffectedVersions(self).contains(version)
  }

  /// Whether a version as written has the flaw.
  ///
  /// One that its ecosystem cannot order, as those of PyPI before PEP 440, has it where it is listed.
  package func affects(written text: String) -> Bool {
    guard let version = Version(text, in: identity.ecosystem) else { return versions.contains(text) }
    return affects(version)
  }

  /// Versions above this one that the advisory names as mended, in ascending order.
  package func fixedVersions(after version: Version) -> [Version] {
    AffectedVersions(self).fixedVersions(after: version)
  }
}

extension AffectedVersions {
  package func fixedVersions(after version: Version) -> [Version] {
    var sorted: [Version] = []
    for fixed in fixed.filter({ $0 > version }).sorted() where sorted.last != fixed { sorted.append(fixed) }
    return sorted
  }
}
