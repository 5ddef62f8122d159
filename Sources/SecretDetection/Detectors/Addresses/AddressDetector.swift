internal import FindingModel

/// Addresses with a user and a password in them, `postgres://shop:…@db/orders`.
struct AddressDetector: Detector {
  /// Bytes of the part before the path that are read.
  static let authorityLimit = 300

  let anchors = [Anchor("://")]

  func match(in bytes: ByteView, at anchor: Int, context: SecretContext) -> RankedMatch? {
    let start = anchor + 3
    let authority = start..<bytes.end(of: Self.authority, from: start, limit: Self.authorityLimit)
    // Nearly every address ends here.
    guard let at = authority.last(where: { bytes[$0] == UInt8(ascii: "@") }),
      let colon = bytes.first(UInt8(ascii: ":"), in: start..<at)
    else { return nil }
    let schemeStart = bytes.start(of: Self.scheme, before: anchor, limit: 24)
    let scheme = bytes.text(schemeStart..<anchor).lowercased()
    guard let kind = Self.kind(of: scheme) else { return nil }
    let password = bytes.text((colon + 1)..<at)
    let user = bytes.text(start..<colon)
    let isFile = context.format != .value
    guard PasswordText.isPlausible(password, user: user, isFile: isFile),
      !Host.isReserved(bytes.text((at + 1)..<authority.upperBound)), !Self.isExample(user: user),
      !isFile || !context.isTest
    else { return nil }
    let secret = DetectedSecret(kind, password, confidence: Self.confidence(password, isFile: isFile))
    return RankedMatch(secret, at: (colon + 1)..<at, .service)
  }

  /// Oracle's first user is the one of every tutorial.
  private static func isExample(user: String) -> Bool {
    user.lowercased() == "scott" || Plausibility.containsWord(Array(user.utf8))
  }

  private static func confidence(_ password: String, isFile: Bool) -> Confidence {
    isFile && !SecretValue.looksRandom(password) ? .medium : .high
  }

  private static let authority: ByteSet = {
    let ends = Set("/?#\"'<>`(),;|\\ ".utf8)
    return ByteSet((0x21...0x7E).filter { !ends.contains($0) })
  }()

  private static let scheme = ByteSet(ranges: "azAZ09", and: "+")

  private static func kind(of scheme: String) -> SecretKind? {
    if databases.contains(scheme)
      || scheme.firstIndex(of: "+").map({ databases.contains(String(scheme[..<$0])) }) == true
    {
      return .databaseAddress
    }
    return services.contains(scheme) ? .webAddress : nil
  }

  /// Also before a driver: `postgresql+psycopg2`.
  private static let databases: Set<String> = [
    "amqp", "amqps", "clickhouse", "cockroachdb", "couchdb", "db2", "elasticsearch", "influxdb", "mariadb",
    "mongodb",
    "mssql", "mysql", "mysql2", "mysqlx", "nats", "neo4j", "neo4js", "bolt", "oracle", "postgres",
    "postgresql",
    "redis", "rediss", "redshift", "snowflake", "sqlserver", "cloudinary",
  ]

  private static let services: Set<String> = [
    "ftp", "ftps", "http", "https", "imap", "imaps", "ldap", "ldaps", "mqtt", "mqtts", "pop3", "sftp", "smb",
    "smtp",
    "smtps", "socks5", "ssh", "git", "rtsp", "ws", "wss",
  ]
}

/// Hosts that are nobody's.
enum Host {
  /// A developer's own machine, or a name that is reserved for examples.
  static func isReserved(_ text: String) -> Bool {
    let name = text.prefix { $0 != ":" }.lowercased()
    if name.isEmpty || local.contains(name) || name.contains("example") { return true }
    if endings.contains(where: name.hasSuffix) { return true }
    return !name.utf8.allSatisfy { $0.isLetterOrDigit || $0.isJoint }
  }

  private static let local: Set<String> = [
    "localhost", "127.0.0.1", "0.0.0.0", "host.docker.internal", "host", "hostname", "server", "servername",
    "foo",
    "bar", "domain", "proxy", "test", "domain.com", "yourdomain.com", "mydomain.com", "company.com",
    "foo.com",
    "bar.com", "site.com", "host.com", "server.com", "user.com", "10.0.0.1", "192.168.1.1", "192.168.0.1",
    "1.2.3.4",
  ]

  private static let endings = [".test", ".invalid", ".localhost", ".local", ".foo", ".bar"]
}
