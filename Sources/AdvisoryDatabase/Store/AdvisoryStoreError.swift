/// Why a database of advisories cannot be used.
package enum AdvisoryStoreError: Error, Hashable, Sendable {
  case notReadable(path: String, reason: String)
  case notWritable(path: String, reason: String)
  /// The file is something else than a database of advisories.
  case foreign(path: String)
  case otherVersion(path: String, found: Int, expected: Int)
  /// SQLite's own code, of a damaged file or a full disk.
  case database(code: Int32, reason: String)
  /// A record that does not decode; its file is damaged.
  case damagedRecord(id: String)
}

extension AdvisoryStoreError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notReadable(let path, let reason): "'\(path)' cannot be read: \(reason)"
    case .notWritable(let path, let reason): "'\(path)' cannot be written: \(reason)"
    case .foreign(let path): "'\(path)' is no database of advisories"
    case .otherVersion(let path, let found, let expected):
      "'\(path)' is a database of version \(found), and this program reads version \(expected); import it anew"
    case .database(let code, let reason):
      "the database of advisories is damaged: \(reason) (SQLite code \(code))"
    case .damagedRecord(let id): "the record of \(id) in the database is damaged; import it anew"
    }
  }
}
