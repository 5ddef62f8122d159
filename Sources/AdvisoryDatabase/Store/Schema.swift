/// The tables of a database of advisories.
enum Schema {
  /// Raised with every change that an older program would misread.
  static let version = 1
  /// `PrpA`, in the file's header: says whose file it is.
  static let application = 0x5072_7041

  /// `affected` is what scans ask, so that its rows lie together by package; `alias` also holds each record's own id.
  static let statements: StaticString = """
    PRAGMA application_id = 0x50727041;
    PRAGMA user_version = 1;
    CREATE TABLE source (
      key INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, imported TEXT NOT NULL);
    CREATE TABLE advisory (
      key INTEGER PRIMARY KEY, source INTEGER NOT NULL, record TEXT NOT NULL, id TEXT NOT NULL, aliases TEXT NOT NULL, modified TEXT,
      withdrawn TEXT, body BLOB NOT NULL, UNIQUE (source, record));
    CREATE TABLE affected (
      ecosystem TEXT NOT NULL, name TEXT NOT NULL, advisory INTEGER NOT NULL, body BLOB NOT NULL,
      PRIMARY KEY (ecosystem, name, advisory)) WITHOUT ROWID;
    CREATE INDEX affected_advisory ON affected (advisory);
    CREATE TABLE alias (
      name TEXT NOT NULL, advisory INTEGER NOT NULL, PRIMARY KEY (name, advisory)) WITHOUT ROWID;
    CREATE INDEX alias_advisory ON alias (advisory);
    CREATE TABLE exploit (cve TEXT PRIMARY KEY, listed INTEGER NOT NULL, added TEXT, probability REAL) WITHOUT ROWID;
    CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    """

  /// - Throws: ``AdvisoryStoreError`` if the file is no database of this version.
  static func check(_ connection: Connection, path: String) throws(AdvisoryStoreError) {
    var application = 0
    var version = 0
    var strangers = 0
    do {
      try connection.prepare("PRAGMA application_id").rows { row in application = row.integer(0) }
      try connection.prepare("PRAGMA user_version").rows { row in version = row.integer(0) }
      // Views, triggers and virtual tables would run what whoever made the file wrote into them.
      let stranger = try connection.prepare(
        "SELECT count(*) FROM sqlite_schema WHERE type NOT IN ('table', 'index') OR sql LIKE 'CREATE VIRTUAL%'"
      )
      try stranger.rows { row in strangers = row.integer(0) }
    } catch {
      // A file that SQLite cannot read at all is not ours either.
      throw .foreign(path: path)
    }
    guard application == Self.application, strangers == 0 else { throw .foreign(path: path) }
    guard version == Self.version else {
      throw .otherVersion(path: path, found: version, expected: Self.version)
    }
  }
}
