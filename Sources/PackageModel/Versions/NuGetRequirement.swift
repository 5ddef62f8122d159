/// What a project file asks for: `1.2`, which is the least version, `1.*`, or an interval.
enum NuGetRequirement: Sendable {
  case atLeast(NuGetVersion, text: String)
  case interval(VersionIntervals<NuGetVersion>, exact: String?)
  case floating(NuGetFloat)

  init?(_ text: String) {
    var scanner = VersionScanner(text)
    if scanner.next == UInt8(ascii: "[") || scanner.next == UInt8(ascii: "(") {
      self.init(interval: &scanner)
      return
    }
    let written = scanner.text
    if written.utf8.contains(UInt8(ascii: "*")) {
      guard let float = NuGetFloat(&scanner), scanner.isAtEnd else { return nil }
      self = .floating(float)
    } else {
      guard let version = NuGetVersion(&scanner), scanner.isAtEnd else { return nil }
      self = .atLeast(version, text: written)
    }
  }

  private init?(interval scanner: inout VersionScanner) {
    var last = ""
    let intervals = VersionIntervals(&scanner) { scanner -> NuGetVersion? in
      var bound = scanner.takeBound()
      last = bound.text
      if last.utf8.contains(UInt8(ascii: "*")) { return NuGetFloat(&bound)?.least }
      guard let version = NuGetVersion(&bound), bound.isAtEnd else { return nil }
      return version
    }
    guard let intervals, scanner.isAtEnd else { return nil }
    self = .interval(intervals, exact: intervals.exact == nil ? nil : last)
  }

  func allows(_ version: NuGetVersion) -> Bool {
    switch self {
    case .atLeast(let least, _): version >= least
    case .interval(let intervals, _): intervals.allows(version)
    case .floating(let float): float.allows(version)
    }
  }

  /// NuGet takes the lowest version that is allowed, so that a least version is the one it takes.
  var pinned: String? {
    switch self {
    case .atLeast(_, let text): text
    case .interval(_, let exact): exact
    case .floating: nil
    }
  }
}

/// A version of which the end floats: `1.2.*`, `1.0.0-beta*`, `*-*`.
struct NuGetFloat: Sendable {
  /// The numbers before the star.
  private let numbers: [UInt64]
  /// Whether a number floats; else only the labels do.
  private let floatsNumber: Bool
  /// What labels begin with, in lower case; `nil` where prereleases are not wanted.
  private let labelPrefix: String?

  init?(_ scanner: inout VersionScanner) {
    var numbers: [UInt64] = []
    var floatsNumber = false
    repeat {
      guard numbers.count < 4 else { return nil }
      floatsNumber = scanner.take("*")
      if floatsNumber { break }
      guard let number = scanner.takeNumber(allowsLeadingZeros: true), number <= NuGetVersion.numberLimit
      else { return nil }
      numbers.append(number)
    } while scanner.take(".")
    var labelPrefix: String?
    if scanner.take("-") {
      let prefix = scanner.take { $0.isIdentifier || $0 == UInt8(ascii: ".") }
      guard scanner.take("*") else { return nil }
      labelPrefix = String(decoding: prefix.map(\.lowercased), as: UTF8.self)
    }
    guard floatsNumber || labelPrefix != nil else { return nil }
    self.numbers = numbers
    self.floatsNumber = floatsNumber
    self.labelPrefix = labelPrefix
  }

  /// The lowest version that it can mean.
  var least: NuGetVersion {
    NuGetVersion(numbers, labels: labelPrefix == nil ? [] : [.number(.zero)])
  }

  func allows(_ version: NuGetVersion) -> Bool {
    guard floatsNumber ? version.numbers.starts(with: numbers) : version.numbers == least.numbers else {
      return false
    }
    guard version.isPrerelease else { return true }
    guard let labelPrefix else { return false }
    return version.labels.map(\.text).joined(separator: ".").hasPrefix(labelPrefix)
  }
}
