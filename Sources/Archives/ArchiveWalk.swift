/// One way through one archive.
final class ArchiveWalk {
  private let handle: ArchiveHandle
  private let directory: ZipDirectory?
  private let budget: ArchiveBudget
  /// Bytes that this archive may expand to.
  private let allowance: Int
  private var summary = ArchiveSummary()
  private var paths: Set<String> = []
  /// Bytes of entries that were expanded so far, and those of the outer compression that the budget knows of.
  private var expanded = 0
  /// The last entry that was read to its end, for messages.
  private var last: String?

  init(_ handle: ArchiveHandle, size: Int, directory: ZipDirectory?, budget: ArchiveBudget) {
    self.handle = handle
    self.directory = directory
    self.budget = budget
    allowance = budget.limits.expandedBytes(of: size)
  }

  func run(_ visit: (ArchiveEntry, ArchiveReader.Read) throws(ArchiveError) -> Void) -> ArchiveSummary {
    do throws(ArchiveError) {
      if let overlap = directory?.overlap {
        throw .overlapping(entry: EntryPath.shown(overlap.name), other: EntryPath.shown(overlap.other))
      }
      while let head = try next() {
        try budget.spendEntry()
        try self.visit(head, visit)
      }
    } catch {
      summary.note(error)
    }
    summary.bytes = expanded
    return summary
  }

  private func next() throws(ArchiveError) -> ArchiveHandle.Head? {
    do throws(ArchiveHandle.Problem) {
      return try handle.next()
    } catch {
      throw .damaged(after: last, problem: error.text)
    }
  }

  private func visit(
    _ head: ArchiveHandle.Head, _ visit: (ArchiveEntry, ArchiveReader.Read) throws(ArchiveError) -> Void
  ) throws(ArchiveError) {
    let shown = EntryPath.shown(head.path)
    var isRead = false
    do throws(ArchiveError) {
      if let entry = try regularFile(head, shown: shown) {
        summary.files += 1
        try visit(entry) { () throws(ArchiveError) in
          isRead = true
          return try bytes(of: head, shown: shown)
        }
      }
    } catch {
      guard !error.endsReading else { throw error }
      summary.note(error)
    }
    if !isRead, !handle.skipsFreely { try drain(shown: shown) }
    last = shown
  }

  /// - Returns: `nil` for folders.
  private func regularFile(_ head: ArchiveHandle.Head, shown: String) throws(ArchiveError) -> ArchiveEntry? {
    guard head.path.utf8.count <= budget.limits.pathBytes else {
      throw .pathTooLong(entry: String(shown.prefix(80)), limit: budget.limits.pathBytes)
    }
    guard let path = EntryPath.normalised(head.path), directory?.cutNames.contains(head.path) != true else {
      // `./` is how many tar archives start.
      if case .folder = head.kind, head.path == "." || head.path == "./" { return nil }
      throw .escapes(entry: shown)
    }
    switch head.kind {
    case .folder: return nil
    case .link(let target): throw .link(entry: shown, target: EntryPath.shown(target))
    case .special: throw .special(entry: shown)
    case .file: break
    }
    guard !head.isEncrypted else { throw .encrypted(entry: shown) }
    // It is visited all the same: whoever unpacks it may take either.
    if !paths.insert(path).inserted { summary.note(.duplicate(entry: shown)) }
    return ArchiveEntry(path: path, declaredSize: head.size, isExecutable: head.isExecutable)
  }

  private func bytes(of head: ArchiveHandle.Head, shown: String) throws(ArchiveError) -> [UInt8] {
    let limit = budget.limits.entryBytes
    var bytes: [UInt8] = []
    var isTooLarge = (head.size ?? 0) > limit
    // The declared size is believed only as far as it costs nothing.
    if !isTooLarge { bytes.reserveCapacity(min(head.size ?? 0, 1 << 20)) }
    try blocks(shown: shown) { block, offset throws(ArchiveError) in
      guard !isTooLarge, offset >= bytes.count, offset <= limit - block.count else {
        isTooLarge = true
        bytes = []
        return
      }
      if offset > bytes.count { try fill(&bytes, to: offset) }
      bytes.append(contentsOf: block)
    }
    if isTooLarge { throw .entryTooLarge(entry: shown, limit: limit) }
    guard let size = head.size, size != bytes.count else { return bytes }
    // A hole at the end of a sparse file has no block.
    guard size > bytes.count, size <= limit, handle.isTar else {
      throw .wrongSize(entry: shown, declared: size, found: bytes.count)
    }
    try fill(&bytes, to: size)
    return bytes
  }

  /// Holes of sparse files take no bytes of the archive and cost what written zeros cost.
  private func fill(_ bytes: inout [UInt8], to count: Int) throws(ArchiveError) {
    try spend(count - bytes.count)
    bytes.append(contentsOf: repeatElement(0, count: count - bytes.count))
  }

  private func spend(_ count: Int) throws(ArchiveError) {
    try budget.spend(bytes: count)
    expanded += count
    guard max(expanded, handle.expandedBytes) <= allowance else {
      throw .expandsTooFar(times: budget.limits.expansion, after: last)
    }
  }

  private func drain(shown: String) throws(ArchiveError) {
    do throws(ArchiveError) {
      try blocks(shown: shown) { _, _ throws(ArchiveError) in }
    } catch {
      // Damage in a file that nobody wanted is still damage of the archive.
      guard !error.endsReading else { throw error }
      summary.note(error)
    }
  }

  /// Expands the current entry, watching the bounds.
  private func blocks(
    shown: String, _ use: (UnsafeRawBufferPointer, Int) throws(ArchiveError) -> Void
  ) throws(ArchiveError) {
    while true {
      let next: (bytes: UnsafeRawBufferPointer, offset: Int)?
      do throws(ArchiveHandle.Problem) {
        next = try handle.block()
      } catch {
        if error.isFatal { throw .damaged(after: last, problem: error.text) }
        throw .corrupt(entry: shown, problem: error.text)
      }
      guard let next else { return }
      try spend(next.bytes.count)
      try use(next.bytes, next.offset)
    }
  }
}
