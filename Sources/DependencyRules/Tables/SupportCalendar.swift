internal import FindingModel
internal import PackageModel

/// When packages, and lines of their versions, stop or stopped being looked after.
struct SupportCalendar {
  /// A package, or a family of packages, in versions of one line.
  struct Line {
    /// In a sentence: `the AWS SDK for JavaScript v2`.
    let product: String
    let ecosystem: Ecosystem
    /// In the registry's form; a star at the end stands for any ending.
    let names: [String]
    /// The leading numbers of its versions; empty for all versions.
    let versions: [[Int]]
    /// From the day after there are no fixes; `nil` for what its own maintainers gave up on no particular day.
    let ended: CalendarDate?
    let successor: String
    let reference: String
  }

  /// The day the table was last compared with the projects' pages.
  let asOf: CalendarDate
  let lines: [Line]

  /// The line of a package whose support ended before a day; `nil` if it goes on or nobody knows.
  func ended(_ entry: PackageEntry, on day: CalendarDate) -> Line? {
    let name = entry.identity.name
    return lines.first { line in
      line.ecosystem == entry.identity.ecosystem && line.ended.map { $0 < day } ?? true && line.covers(name)
        && (line.versions.isEmpty || line.covers(version: entry.version))
    }
  }
}

extension SupportCalendar.Line {
  fileprivate func covers(_ name: String) -> Bool {
    names.contains { $0.hasSuffix("*") ? name.hasPrefix($0.dropLast()) : name == $0 }
  }

  fileprivate func covers(version: String?) -> Bool {
    let numbers = Self.numbers(of: version ?? "")
    return versions.contains { numbers.starts(with: $0) }
  }

  /// `v1.44.0-rc.1` is 1, 44 and 0: lines are told by the numbers at the front, in every registry.
  static func numbers(of version: String) -> [Int] {
    var numbers: [Int] = []
    for part in version.drop(while: { $0 == "v" }).split(separator: ".", omittingEmptySubsequences: false) {
      let digits = part.prefix { $0.isASCII && $0.isNumber }
      guard let number = Int(digits) else { break }
      numbers.append(number)
      if digits.count < part.count { break }
    }
    return numbers
  }
}
