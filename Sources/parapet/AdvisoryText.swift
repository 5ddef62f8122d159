internal import AdvisoryDatabase
internal import Documents
internal import FindingModel
internal import PackageModel

/// What `parapet advisories` prints.
enum AdvisoryText {
  // MARK: Import

  static func text(of report: ImportReport) -> String {
    var lines: [String] = []
    for source in report.sources {
      var facts = ["\(source.read) read", "\(source.imported) imported"]
      if source.replaced > 0 { facts[1] += " (\(source.replaced) in place of older ones)" }
      if source.merged > 0 { facts.append("\(source.merged) merged with other sources") }
      if source.repeated > 0 { facts.append("\(source.repeated) there already") }
      if source.joined > 0 { facts.append("\(source.joined) joined with others of the same flaw") }
      for (reason, count) in source.skipped.sorted(by: { $0.key.description < $1.key.description }) {
        facts.append("\(count) skipped, \(reason)")
      }
      lines.append("\(source.name): \(facts.joined(separator: ", "))")
    }
    if report.knownExploited > 0 { lines.append("Known exploited vulnerabilities: \(report.knownExploited)") }
    if report.predictions > 0 { lines.append("Predictions of exploits: \(report.predictions)") }
    if report.otherFiles > 0 { lines.append("Files that hold no advisories: \(report.otherFiles)") }
    if report.problemCount > 0 {
      lines.append("Problems: \(report.problemCount)")
      lines += report.problems.map { "  \($0.path): \($0.reason)" }
      let more = report.problemCount - report.problems.count
      if more > 0 { lines.append("  and \(more) more") }
    }
    if report.files == 0 { lines.append("Nothing was imported: no file is one of advisories.") }
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: Status

  static func text(of database: LayerStatus?, _ seed: LayerStatus, path: String?, asOf day: CalendarDate)
    -> String
  {
    var lines: [String] = []
    if let database, let path {
      lines.append("Database: \(path)")
      lines += facts(of: database, asOf: day)
    } else {
      lines.append("There is no database; scans know the embedded advisories only.")
      lines.append("Fetch one with: parapet advisories update, or: parapet advisories import PATH")
    }
    lines.append(
      "Embedded: \(seed.records) advisories as of \(seed.imported ?? "")\(age(seed.imported, day))")
    return lines.joined(separator: "\n") + "\n"
  }

  private static func facts(of status: LayerStatus, asOf day: CalendarDate) -> [String] {
    var lines = ["Imported: \(status.imported ?? "never")\(age(status.imported, day))"]
    lines.append("Newest advisory: \(status.newest ?? "without a date")\(age(status.newest, day))")
    for source in status.sources {
      var line = "  \(source.name): \(source.records) advisories"
      if source.shared > 0 { line += ", \(source.shared) of flaws that other sources have too" }
      if source.withdrawn > 0 { line += ", \(source.withdrawn) withdrawn" }
      line += ", newest \(source.newest ?? "without a date"), imported \(source.imported)"
      lines.append(line)
    }
    let packages = Ecosystem.allCases.compactMap { ecosystem in
      status.packages[ecosystem].map { "\(ecosystem.rawValue) \($0)" }
    }
    lines.append("Packages with advisories: \(packages.isEmpty ? "none" : packages.joined(separator: ", "))")
    lines.append("Known exploited vulnerabilities: \(status.knownExploited)")
    lines.append("Predictions of exploits: \(status.predictions)")
    return lines
  }

  private static func age(_ from: String?, _ day: CalendarDate) -> String {
    guard let from = from.flatMap({ CalendarDate($0) }) else { return "" }
    let days = max(0, day.days(since: from))
    return days == 1 ? ", 1 day ago" : ", \(days) days ago"
  }

  static func json(of database: LayerStatus?, _ seed: LayerStatus, path: String?, asOf day: CalendarDate)
    -> String
  {
    var facts: [(String, Node)] = []
    if let database, let path {
      var layer = [("path", text(path))]
      layer += layerFacts(database, asOf: day)
      facts.append(("database", .mapping(layer, at: nowhere)))
    } else {
      facts.append(("database", .null(at: nowhere)))
    }
    facts.append(("embedded", .mapping(layerFacts(seed, asOf: day), at: nowhere)))
    return NodeJSON.write(.mapping(facts, at: nowhere))
  }

  private static func layerFacts(_ status: LayerStatus, asOf day: CalendarDate) -> [(String, Node)] {
    let sources = status.sources.map { source in
      Node.mapping(
        [
          ("name", text(source.name)), ("advisories", .integer(source.records, at: nowhere)),
          ("shared", .integer(source.shared, at: nowhere)),
          ("withdrawn", .integer(source.withdrawn, at: nowhere)), ("newest", text(source.newest)),
          ("imported", text(source.imported)),
        ], at: nowhere)
    }
    let packages = Ecosystem.allCases.compactMap { ecosystem in
      status.packages[ecosystem].map { (ecosystem.rawValue, Node.integer($0, at: nowhere)) }
    }
    return [
      ("advisories", .integer(status.records, at: nowhere)), ("imported", text(status.imported)),
      ("newest", text(status.newest)), ("ageInDays", days(status.newest, day)),
      ("daysSinceImport", days(status.imported, day)), ("sources", .sequence(sources, at: nowhere)),
      ("packages", .mapping(packages, at: nowhere)),
      ("knownExploited", .integer(status.knownExploited, at: nowhere)),
      ("predictions", .integer(status.predictions, at: nowhere)),
    ]
  }

  private static func days(_ from: String?, _ day: CalendarDate) -> Node {
    guard let from = from.flatMap({ CalendarDate($0) }) else { return .null(at: nowhere) }
    return .integer(max(0, day.days(since: from)), at: nowhere)
  }

  private static func text(_ text: String?) -> Node {
    text.map { .string($0, at: nowhere) } ?? .null(at: nowhere)
  }

  private static let nowhere = SourceLocation.start(of: "")

  // MARK: Show

  static func text(of advisory: Advisory, _ exploit: KnownExploit?) -> String {
    var lines = ["\(advisory.id)  \(advisory.summary)"]
    func add(_ name: String, _ value: String?) {
      if let value, !value.isEmpty { lines.append("  \(name): \(value)") }
    }
    add("Also known as", advisory.aliases.joined(separator: ", "))
    add("Severity", severity(of: advisory))
    add("Weaknesses", advisory.weaknesses.map { "CWE-\($0)" }.joined(separator: ", "))
    add("Published", advisory.published)
    if let exploit {
      if exploit.inKEV { add("Known to be exploited", exploit.dateAdded.map { "listed \($0)" } ?? "yes") }
      add("Probability of exploitation within 30 days", exploit.epss.map { percent($0) })
    }
    for package in advisory.affected {
      lines.append("  \(package.identity.ecosystem.rawValue) \(package.identity.name)")
      for range in package.ranges { lines.append("    affected: \(words(range))") }
      if !package.versions.isEmpty {
        let shown = package.versions.prefix(20).joined(separator: ", ")
        let more = package.versions.count - 20
        lines.append("    affected: \(shown)\(more > 0 ? " and \(more) more" : "")")
      }
      for symbols in package.symbols.prefix(20) {
        let names = symbols.names.isEmpty ? "all of it" : symbols.names.prefix(20).joined(separator: ", ")
        lines.append("    in \(symbols.module): \(names)")
      }
    }
    for reference in advisory.references { lines.append("  \(reference)") }
    // Text of a source goes to a terminal: nothing in it may move the cursor or set colours.
    return lines.map(printable).joined(separator: "\n") + "\n"
  }

  private static func severity(of advisory: Advisory) -> String {
    let computed = advisory.vectors.compactMap { CVSSScore(vector: $0) }.map(\.base).max()
    var facts: [String] = []
    if let word = advisory.severityWord { facts.append(word.lowercased()) }
    if let score = computed ?? advisory.score { facts.append("\(score)") }
    return (facts + advisory.vectors).joined(separator: ", ")
  }

  private static func percent(_ probability: Double) -> String {
    let tenths = Int((probability * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10) %"
  }

  private static func words(_ range: AffectedRange) -> String {
    range.events.map { event in
      switch event {
      case .introduced("0"): "from the first version on"
      case .introduced(let version): "from \(version)"
      case .fixed(let version): "before \(version)"
      case .lastAffected(let version): "up to \(version)"
      case .limit(let version): "on branches before \(version)"
      }
    }.joined(separator: ", ")
  }

  private static func printable(_ line: String) -> String {
    String(
      String.UnicodeScalarView(
        line.unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{FFFD}" : $0 }))
  }
}
