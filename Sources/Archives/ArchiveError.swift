package import FindingModel

/// Why an archive, or one entry of it, was not read.
package enum ArchiveError: Error, Hashable, Sendable {
  // Of the archive: nothing more is read of it.
  case libraryMissing(reason: String)
  case unreadable(problem: String)
  case notAnArchive
  case damaged(after: String?, problem: String)
  case tooManyEntries(limit: Int)
  case tooManyBytes(limit: Int)
  case expandsTooFar(times: Int, after: String?)
  case overlapping(entry: String, other: String)
  case nestedTooDeep(limit: Int)
  // Of one entry: the others are read.
  case escapes(entry: String)
  case link(entry: String, target: String)
  case special(entry: String)
  case encrypted(entry: String)
  case entryTooLarge(entry: String, limit: Int)
  case pathTooLong(entry: String, limit: Int)
  case duplicate(entry: String)
  case corrupt(entry: String, problem: String)
  case wrongSize(entry: String, declared: Int, found: Int)

  /// Whether nothing after it was read.
  package var endsReading: Bool {
    switch self {
    case .libraryMissing, .unreadable, .notAnArchive, .damaged, .tooManyEntries, .tooManyBytes,
      .expandsTooFar, .overlapping,
      .nestedTooDeep:
      true
    case .escapes, .link, .special, .encrypted, .entryTooLarge, .pathTooLong, .duplicate, .corrupt,
      .wrongSize:
      false
    }
  }

  /// Links inside an archive and files that are there twice are no mistake of whoever made it.
  package var isError: Bool {
    switch self {
    case .link, .special, .duplicate: false
    default: true
    }
  }

  package func notChecked(in path: String) -> NotChecked {
    NotChecked(path: path, reason: description, isError: isError)
  }
}

extension ArchiveError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .libraryMissing(let reason):
      "The archive was not read: that needs libarchive (Debian package libarchive13), which could not be loaded: "
        + "\(reason)."
    case .unreadable(let problem): "The archive cannot be read: \(problem)."
    case .notAnArchive: "The file is neither a ZIP nor a tar archive."
    case .damaged(let entry, let problem):
      "The archive is damaged (\(problem)); what comes after \(Self.place(entry)) was not read."
    case .tooManyEntries(let limit):
      "The archive has more than \(limit) entries; those after the limit were not read."
    case .tooManyBytes(let limit):
      "The archive expands to more than \(limit) bytes; what comes after the limit was not read."
    case .expandsTooFar(let times, let entry):
      "The archive expands to more than \(times) times its size, as archives do that are made to exhaust their "
        + "readers; reading stopped after \(Self.place(entry))."
    case .overlapping(let entry, let other):
      "The entries '\(other)' and '\(entry)' of the archive share bytes, as in archives that are made to exhaust "
        + "their readers; it was not read."
    case .nestedTooDeep(let limit):
      "The archive lies in more than \(limit) other archives and was not read."
    case .escapes(let entry): "The entry '\(entry)' leads out of the archive and was not read."
    case .link(let entry, let target):
      "The entry '\(entry)' is a link to '\(target)', and links are not followed."
    case .special(let entry): "The entry '\(entry)' is neither a file nor a folder and was not read."
    case .encrypted(let entry): "The entry '\(entry)' is encrypted and was not read."
    case .entryTooLarge(let entry, let limit):
      "The entry '\(entry)' has more than \(limit) bytes and was not read."
    case .pathTooLong(let entry, let limit):
      "The path of the entry '\(entry)…' is longer than \(limit) bytes; it was not read."
    case .duplicate(let entry):
      "The archive holds '\(entry)' more than once; which of them is used depends on who unpacks it."
    case .corrupt(let entry, let problem): "The entry '\(entry)' is damaged (\(problem)) and was not read."
    case .wrongSize(let entry, let declared, let found):
      "The entry '\(entry)' is said to have \(declared) bytes and has \(found); it was not read."
    }
  }

  private static func place(_ entry: String?) -> String {
    entry.map { "'\($0)'" } ?? "its start"
  }
}
