internal import Archives
internal import Documents
package import FindingModel
internal import PackageModel

/// Brings advisories of every format into a database.
package struct AdvisoryImporter {
  package struct Options: Sendable {
    /// The day of the import.
    package var day: CalendarDate
    /// Starts from nothing instead of adding to what the database has.
    package var replaces = false
    package var limits = ImportLimits.standard

    package init(day: CalendarDate) { self.day = day }
  }

  /// Reads the paths and puts a new database in the place of the old one; until then the old one is as it was, also
  /// if the process is killed.
  ///
  /// - Parameters:
  ///   - paths: Folders, archives and files of advisories; CISA's catalogue and the table of EPSS.
  ///   - database: The file; its folder is made.
  ///   - progress: Gets the number of files so far, now and then.
  /// - Throws: ``AdvisoryStoreError`` if the database cannot be read or written. What is wrong with the input is in
  ///   the report, and never ends the import.
  package static func `import`(
    from paths: [String], into database: String, options: Options, progress: ((Int) -> Void)? = nil
  ) throws(AdvisoryStoreError) -> ImportReport {
    let file = try AtomicFile(database)
    let hasOld = options.replaces ? false : try file.copyExisting()
    let writer = try StoreWriter(path: file.temporary, isNew: !hasOld, day: options.day.description)
    var run = ImportRun(writer: writer, limits: options.limits)
    var walk = ImportWalk(limits: options.limits)
    for path in paths {
      try walk.run(path) { path, kind, bytes throws(AdvisoryStoreError) in
        try run.read(path, kind, bytes)
        if run.report.files % 500 == 0 { progress?(run.report.files) }
      }
    }
    for problem in walk.problems { run.report.note(problem.path, problem.reason) }
    run.report.otherFiles += walk.others
    for (source, count) in try writer.shared() { run.report.count(source) { $0.merged = count } }
    try writer.finish()
    try file.commit()
    return run.report
  }
}

/// One import on its way.
private struct ImportRun {
  let writer: StoreWriter
  let limits: ImportLimits
  var report = ImportReport()
  /// Keys of each source's records that this import has brought.
  private var seen: [AdvisorySource: Set<String>] = [:]

  init(writer: StoreWriter, limits: ImportLimits) {
    self.writer = writer
    self.limits = limits
  }

  mutating func read(_ path: String, _ kind: ImportWalk.Kind, _ bytes: [UInt8]) throws(AdvisoryStoreError) {
    switch kind {
    case .document: try readDocument(path, bytes)
    case .table: try readTable(path, bytes)
    case .compressedTable:
      let table: [UInt8]
      do throws(ArchiveError) {
        table = try CompressedFile.expand(bytes, limit: limits.tableBytes)
      } catch {
        report.note(path, error.description)
        return
      }
      try readTable(path, table)
    case .archive, .other: break
    }
  }

  private mutating func readDocument(_ path: String, _ bytes: [UInt8]) throws(AdvisoryStoreError) {
    let content: AdvisoryDocument.Content
    do {
      let document = try Document.parse(bytes, path: path, limits: limits.document)
      content = try AdvisoryDocument.read(document, limits: limits.record)
    } catch {
      report.note(path, "It cannot be used: \(error).")
      return
    }
    report.files += 1
    switch content {
    case .other:
      report.files -= 1
      report.otherFiles += 1
    case .knownExploited(let vulnerabilities):
      report.knownExploited += vulnerabilities.count
      for vulnerability in vulnerabilities { try writer.write(vulnerability) }
    case .advisories(let reading): try take(reading, path)
    }
  }

  private mutating func readTable(_ path: String, _ bytes: [UInt8]) throws(AdvisoryStoreError) {
    var count = 0
    let bad = try ExploitPrediction.read(bytes) { prediction throws(AdvisoryStoreError) in
      count += 1
      try writer.write(prediction)
    }
    guard let bad else {
      report.otherFiles += 1
      return
    }
    report.files += 1
    report.predictions += count
    if bad > 0 { report.note(path, "\(bad) of its lines are no predictions and were left out.") }
  }

  private mutating func take(_ reading: AdvisoryReading, _ path: String) throws(AdvisoryStoreError) {
    for (source, count) in reading.counts {
      let used = reading.records.count { $0.source == source }
      let skipped = reading.skipped[source, default: [:]].values.reduce(0, +)
      report.count(source) {
        $0.read += count
        $0.joined += max(0, count - used - skipped - reading.problems.count)
      }
    }
    for (source, reasons) in reading.skipped {
      report.count(source) { $0.skipped.merge(reasons) { $0 + $1 } }
    }
    for problem in reading.problems { report.note(path, "Part of it was left out: \(problem).") }
    for var record in reading.records {
      guard seen[record.source, default: []].insert(record.key).inserted else {
        report.count(record.source) { $0.repeated += 1 }
        continue
      }
      for index in record.advisory.affected.indices {
        for problem in record.advisory.affected[index].tidy() {
          report.note(path, "Of \(record.advisory.id) \(problem).")
        }
      }
      let outcome = try writer.write(record)
      report.count(record.source) { source in
        switch outcome {
        case .added: source.added += 1
        case .replaced: source.replaced += 1
        case .older: source.repeated += 1
        }
      }
    }
  }
}
