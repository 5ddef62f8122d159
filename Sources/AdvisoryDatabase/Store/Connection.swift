internal import CSQLite

/// One connection to an SQLite file, closed with its last reference; used by one thread at a time.
final class Connection {
  private let handle: OpaquePointer

  enum Access {
    case readOnly
    case create
    case change
  }

  /// - Throws: ``AdvisoryStoreError``. SQLite creates and opens lazily: a file that is no database shows only at
  ///   the first statement.
  init(_ path: String, _ access: Access) throws(AdvisoryStoreError) {
    let flags =
      switch access {
      case .readOnly: SQLITE_OPEN_READONLY
      case .create: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
      case .change: SQLITE_OPEN_READWRITE
      }
    var opened: OpaquePointer?
    let code = sqlite3_open_v2(path, &opened, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
    guard code == SQLITE_OK, let opened else {
      sqlite3_close_v2(opened)
      throw .notReadable(path: path, reason: String(cString: sqlite3_errstr(code)))
    }
    handle = opened
    // The file may come from anywhere: its schema must not run functions, nor its pages mislead the reader.
    try execute("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON")
  }

  deinit { sqlite3_close_v2(handle) }

  /// Runs statements without values.
  func execute(_ statements: StaticString) throws(AdvisoryStoreError) {
    let code = sqlite3_exec(handle, statements.description, nil, nil, nil)
    guard code == SQLITE_OK else { throw failure(code) }
  }

  func prepare(_ statement: StaticString) throws(AdvisoryStoreError) -> Statement {
    var prepared: OpaquePointer?
    let code = sqlite3_prepare_v2(handle, statement.description, -1, &prepared, nil)
    guard code == SQLITE_OK, let prepared else { throw failure(code) }
    return Statement(prepared, of: self)
  }

  var lastRow: Int64 { sqlite3_last_insert_rowid(handle) }

  func failure(_ code: Int32) -> AdvisoryStoreError {
    .database(code: code, reason: String(cString: sqlite3_errmsg(handle)))
  }
}
