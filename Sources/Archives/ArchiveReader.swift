/// Where the bytes of an archive are.
package enum ArchiveSource {
  /// A path of the file system; only regular files are opened.
  case file(String)
  case bytes([UInt8])
}

/// A regular file of an archive.
package struct ArchiveEntry: Hashable, Sendable {
  /// Without `.` and `..`, relative to the archive's root.
  package let path: String
  /// In bytes, as the archive says before the file is read; `nil` where it does not.
  package let declaredSize: Int?
  package let isExecutable: Bool

  package init(path: String, declaredSize: Int?, isExecutable: Bool) {
    self.path = path
    self.declaredSize = declaredSize
    self.isExecutable = isExecutable
  }
}

/// What came of reading an archive.
package struct ArchiveSummary: Sendable {
  /// Regular files that were visited.
  package var files = 0
  /// Bytes that were expanded.
  package var bytes = 0
  /// What was not read, in the archive's order; at most ``problemLimit`` of them.
  package var problems: [ArchiveError] = []
  /// Problems beyond those listed.
  package var unlistedProblems = 0
  /// Whether the archive was read to its end.
  package var isComplete = true

  package static let problemLimit = 100

  mutating func note(_ problem: ArchiveError) {
    if problem.endsReading { isComplete = false }
    // What ended the reading is always said.
    if problems.count < Self.problemLimit || problem.endsReading {
      problems.append(problem)
    } else {
      unlistedProblems += 1
    }
  }
}

/// Reads ZIP (jar, war, whl …) and tar archives (plain, gzip, bzip2, xz, zstd) entry by entry.
package enum ArchiveReader {
  /// Gives the bytes of one entry, each time the same way, once.
  package typealias Read = () throws(ArchiveError) -> [UInt8]

  /// Calls `visit` for each regular file in the archive's order.
  ///
  /// - Parameter visit: `read` expands the file and may be called once, during the visit; files that nobody reads
  ///   are passed over. An error that it throws is noted; reading goes on if it concerns that entry alone.
  /// - Throws: If it is no archive at all, or cannot be opened. What goes wrong later is in the summary.
  @discardableResult
  package static func visit(
    _ source: ArchiveSource, limits: ArchiveLimits = .standard,
    _ visit: (ArchiveEntry, Read) throws(ArchiveError) -> Void
  ) throws(ArchiveError) -> ArchiveSummary {
    try self.visit(source, within: ArchiveBudget(limits), visit)
  }

  /// The same for an archive inside another, from whose visitor this is called with the same budget.
  @discardableResult
  package static func visit(
    _ source: ArchiveSource, within budget: ArchiveBudget,
    _ visit: (ArchiveEntry, Read) throws(ArchiveError) -> Void
  ) throws(ArchiveError) -> ArchiveSummary {
    try budget.enter()
    defer { budget.leave() }
    let locale = UTF8Locale()
    defer { locale.restore() }
    switch source {
    case .file(let path):
      let file = try ArchiveFile(path)
      let handle = try ArchiveHandle.opening(file)
      let directory = ZipDirectory(size: file.size, read: file.bytes)
      return ArchiveWalk(handle, size: file.size, directory: directory, budget: budget).run(visit)
    case .bytes(let bytes):
      let result = bytes.withUnsafeBytes { buffer in
        Result { () throws(ArchiveError) in
          let handle = try ArchiveHandle.opening(buffer)
          let directory = ZipDirectory(size: buffer.count) { offset, count in
            offset >= 0 && offset <= buffer.count - count ? Array(buffer[offset..<(offset + count)]) : nil
          }
          return ArchiveWalk(handle, size: buffer.count, directory: directory, budget: budget).run(visit)
        }
      }
      return try result.get()
    }
  }
}
