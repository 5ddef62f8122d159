/// One clause, `>=1.2`.
struct PythonSpecifier: Sendable {
  private enum Relation: Sendable {
    case compared(Comparison<PythonVersion>)
    /// `==1.2.*`, or `!=1.2.*` where it is not wanted.
    case prefix(PythonVersion, isWanted: Bool)
    /// `~=1.4.2`.
    case compatible(PythonVersion)
    /// `===`, which compares texts.
    case identical(String)
    /// Between two versions, as Poetry's `^` and `~` say it.
    case between(PythonVersion, PythonVersion)
  }

  private let relation: Relation
  /// Whether the clause itself names a prerelease, which lets prereleases in.
  let asksForPrereleases: Bool

  init?(_ scanner: inout VersionScanner) {
    if scanner.take(text: "===") {
      scanner.skipSpaces()
      let text = scanner.take { !$0.isWhitespace && $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "|") }
      guard !text.isEmpty else { return nil }
      let written = String(decoding: text, as: UTF8.self)
      self.init(.identical(written.lowercased()), Version(written, in: .pypi)?.isPrerelease ?? false)
    } else if scanner.take(text: "~=") {
      scanner.skipSpaces()
      guard let version = PythonVersion(&scanner), version.local.isEmpty, version.release.count > 1
      else { return nil }
      self.init(.compatible(version), version.isPrerelease)
    } else if scanner.take("^") {
      self.init(caret: &scanner)
    } else if scanner.take("~") {
      self.init(tilde: &scanner)
    } else {
      self.init(comparison: &scanner)
    }
  }

  private init(_ relation: Relation, _ asksForPrereleases: Bool) {
    self.relation = relation
    self.asksForPrereleases = asksForPrereleases
  }

  private init?(comparison scanner: inout VersionScanner) {
    let relation = scanner.takeRelation(for: PythonVersion.self) ?? .equal
    scanner.skipSpaces()
    let isEquality = relation == .equal || relation == .notEqual
    let start = scanner.position
    if isEquality, let prefix = PythonVersion(releaseOf: &scanner), scanner.take(text: ".*") {
      self.init(.prefix(prefix, isWanted: relation == .equal), false)
      return
    }
    scanner.rewind(to: start)
    guard let version = PythonVersion(&scanner), isEquality || version.local.isEmpty else { return nil }
    // `!=` names a prerelease to have it not.
    self.init(.compared(Comparison(relation, version)), relation != .notEqual && version.isPrerelease)
  }

  /// Poetry's `^1.2`: up to the next change of the first number that is not zero.
  private init?(caret scanner: inout VersionScanner) {
    scanner.skipSpaces()
    guard let version = PythonVersion(&scanner) else { return nil }
    let place = version.release.firstIndex { $0 != .zero } ?? version.release.count - 1
    self.init(.between(version, version.next(at: place)), version.isPrerelease)
  }

  /// Poetry's `~1.2.3`: up to the next minor version, or major where no minor is named.
  private init?(tilde scanner: inout VersionScanner) {
    scanner.skipSpaces()
    guard let version = PythonVersion(&scanner) else { return nil }
    self.init(.between(version, version.next(at: min(1, version.release.count - 1))), version.isPrerelease)
  }

  func allows(_ version: PythonVersion, text: String) -> Bool {
    switch relation {
    case .prefix(let prefix, let isWanted): version.hasPrefix(prefix) == isWanted
    case .compatible(let bound):
      version.public >= bound
        && version.hasPrefix(PythonVersion(epoch: bound.epoch, release: bound.release.dropLast()))
    case .identical(let wanted): text.lowercased() == wanted
    case .between(let first, let end): version.public >= first && version.base < end
    case .compared(let comparison): Self.allows(version, comparison)
    }
  }

  private static func allows(_ version: PythonVersion, _ comparison: Comparison<PythonVersion>) -> Bool {
    let bound = comparison.bound
    switch comparison.relation {
    // A local part that the clause does not name does not count.
    case .equal, .notEqual: return comparison.allows(bound.local.isEmpty ? version.public : version)
    case .lessOrEqual, .greaterOrEqual: return comparison.allows(version.public)
    case .less:
      // `<1.2` means no prerelease of 1.2 either.
      return version < bound
        && !(version.isPrerelease && !bound.isPrerelease && version.base == bound.base)
    case .greater:
      // `>1.2` means neither a later repackaging of 1.2 nor a local build of it.
      guard version > bound, version.public != bound else { return false }
      return bound.dev != nil || bound.post != nil || !version.isRepackaging(of: bound)
    }
  }

  /// The version that the clause allows alone.
  var exactText: String? {
    switch relation {
    case .identical(let text): text
    case .compared(let comparison) where comparison.relation == .equal: comparison.bound.text
    default: nil
    }
  }
}

extension PythonVersion {
  /// The release whose number at a place is one higher, and zero behind it.
  fileprivate func next(at place: Int) -> PythonVersion {
    PythonVersion(epoch: epoch, release: release[..<place] + [release[place].successor])
  }

  /// Whether it has the same release and phase as another, whatever comes behind.
  fileprivate func isRepackaging(of other: PythonVersion) -> Bool {
    base == other.base && pre?.phase == other.pre?.phase && pre?.number == other.pre?.number
  }

  /// In the normal form of PEP 440.
  var text: String {
    var text = epoch == .zero ? "" : "\(epoch)!"
    text += release.map(\.description).joined(separator: ".")
    if let pre { text += ["a", "b", "rc"][pre.phase.rawValue] + pre.number.description }
    if let post { text += ".post\(post)" }
    if let dev { text += ".dev\(dev)" }
    return local.isEmpty ? text : text + "+" + local.map(\.text).joined(separator: ".")
  }
}

extension PythonVersion.LocalSegment {
  fileprivate var text: String {
    switch self {
    case .word(let word): word
    case .number(let number): number.description
    }
  }
}
