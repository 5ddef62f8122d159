/// `artifact-1.2.3-classifier.jar`.
struct JavaFileName {
  let artifact: String
  let version: String?

  init(_ name: String) {
    let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name[...]
    var cut = stem.startIndex
    // The version starts at the first hyphen before a digit: `log4j-1.2-api-2.17.1` has two, and the last counts
    // if only words of versions come after it.
    var found: (artifact: Substring, version: Substring)?
    while let hyphen = stem[cut...].firstIndex(of: "-") {
      let rest = stem[stem.index(after: hyphen)...]
      if rest.first?.isNumber == true, hyphen > stem.startIndex, Self.isVersion(rest) {
        found = (stem[..<hyphen], rest)
        break
      }
      cut = stem.index(after: hyphen)
    }
    artifact = String(found?.artifact ?? stem)
    version = found.map { String(Self.withoutClassifier($0.version)) }
  }

  /// Whether no part is a name: `1.2-api-2.17.1` is none, `31.1-jre` and `1.0-beta-2` are.
  private static func isVersion(_ text: Substring) -> Bool {
    let words: Set<Substring> = [
      "jre", "android", "alpha", "beta", "rc", "cr", "m", "snapshot", "final", "ga", "release", "incubating",
      "jdk",
      "sp", "redhat", "atlassian", "build", "pre", "preview", "debian",
    ]
    return text.split(separator: "-").allSatisfy { part in
      part.first?.isNumber == true || words.contains(Substring(part.lowercased().prefix { $0.isLetter }))
        || classifiers.contains(where: part.hasPrefix)
    }
  }

  private static let classifiers = [
    "sources", "javadoc", "tests", "shaded", "all", "jakarta", "linux", "osx", "windows", "macos", "natives",
    "x86", "aarch", "jar", "with", "dependencies", "standalone", "uber", "fat", "spec", "no_aop", "runtime",
  ]

  private static func withoutClassifier(_ version: Substring) -> Substring {
    var end = version.startIndex
    var isFirst = true
    for part in version.split(separator: "-") {
      if !isFirst, classifiers.contains(where: part.hasPrefix) { break }
      end = part.endIndex
      isFirst = false
    }
    return version[..<end]
  }

  /// Artifacts of one name, however hyphens and dots are written.
  static func isSame(_ left: String, _ right: String) -> Bool {
    left.lowercased().filter { !"-_.".contains($0) } == right.lowercased().filter { !"-_.".contains($0) }
  }
}
