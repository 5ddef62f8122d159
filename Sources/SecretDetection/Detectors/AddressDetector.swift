/// Addresses with a user and a password in them, `postgres://shop:…@db/orders`.
enum AddressDetector {
  static func addresses(in bytes: [UInt8]) -> [DetectedSecret] {
    var found: [DetectedSecret] = []
    var position = 1
    while position + 2 < bytes.count {
      if bytes[position] == 0x3A, bytes[position + 1] == 0x2F, bytes[position + 2] == 0x2F,
        let secret = address(in: bytes, colon: position)
      {
        found.append(secret)
      }
      position += 1
    }
    return found
  }

  private static let schemes: Set<String> = [
    "amqp", "amqps", "clickhouse", "cockroachdb", "ftp", "ftps", "http", "https", "ldap", "ldaps", "mariadb",
    "mongodb", "mongodb+srv", "mssql", "mysql", "mysql2", "oracle", "postgres", "postgresql", "redis",
    "rediss",
    "sftp", "smtp", "smtps", "sqlserver", "ssh",
  ]

  private static func address(in bytes: [UInt8], colon: Int) -> DetectedSecret? {
    let before = bytes[..<colon].reversed().prefix {
      $0.isLetterOrDigit || $0 == 0x2B
    }
    guard before.count <= 12,
      schemes.contains(String(decoding: before.reversed(), as: UTF8.self).lowercased())
    else { return nil }
    let authority = bytes[(colon + 3)...].prefix(300).prefix { byte in
      byte > 0x20 && ![0x2F, 0x3F, 0x23, 0x22, 0x27, 0x3C, 0x3E, 0x60].contains(byte)
    }
    guard let at = authority.lastIndex(of: 0x40) else { return nil }
    let user = authority[..<at]
    guard let separator = user.firstIndex(of: 0x3A) else { return nil }
    let password = String(decoding: user[user.index(after: separator)...], as: UTF8.self)
    let host = String(decoding: authority[authority.index(after: at)...], as: UTF8.self)
    guard isPassword(password), !isLocal(host) else { return nil }
    return DetectedSecret(.databaseAddress, password)
  }

  private static func isPassword(_ text: String) -> Bool {
    guard text.utf8.count >= 3, !["$", "{", "}", "*", "%(", "["].contains(where: text.contains) else {
      return false
    }
    let words: Set<String> = ["password", "passwd", "pass", "pwd", "secret", "user", "username"]
    return !words.contains(text.lowercased()) && !SecretValue.isPlaceholder(text)
  }

  /// A database on the developer's own machine, or one of the names reserved for examples.
  private static func isLocal(_ host: String) -> Bool {
    let name = host.prefix { $0 != ":" }.lowercased()
    return ["localhost", "127.0.0.1", "0.0.0.0", "host.docker.internal"].contains(name)
      || name.hasSuffix("example.com") || name.hasSuffix("example.org")
  }
}

/// `AccountKey=…`, `SharedAccessKey=…`, `Server=…;Password=…`.
enum ConnectionStringDetector {
  static func secrets(in text: String) -> [DetectedSecret] {
    let fields = fields(of: text)
    guard fields.count > 1 else { return [] }
    // In a program the first field begins before its name, so the names are looked for in the text.
    let lowered = text.lowercased()
    let isDatabase = ["server=", "data source=", "datasource=", "host=", "hostname="].contains {
      lowered.contains($0)
    }
    return fields.compactMap { field in
      switch field.name {
      case "accountkey" where field.value.utf8.count == 88,
        "sharedaccesskey" where field.value.utf8.count == 44:
        return DetectedSecret(.azureKey, field.value)
      case "password", "pwd":
        guard isDatabase, field.value.utf8.count > 2, !SecretValue.isReference(field.value),
          !SecretValue.isPlaceholder(field.value)
        else { return nil }
        return DetectedSecret(.connectionString, field.value)
      default: return nil
      }
    }
  }

  private static func fields(of text: String) -> [(name: String, value: String)] {
    guard text.contains(";"), text.utf8.count < 4_000 else { return [] }
    return text.split(separator: ";").compactMap { field in
      guard let equals = field.firstIndex(of: "=") else { return nil }
      let name = field[..<equals].lowercased().filter { !$0.isNewline }
      let trimmed = name.drop { $0 == " " }
      return (String(trimmed), String(field[field.index(after: equals)...]))
    }
  }
}

/// A key in the form of `-----BEGIN … PRIVATE KEY-----`, with enough behind it to be one.
enum PrivateKeyDetector {
  static func key(in text: String) -> DetectedSecret? {
    guard let begin = text.firstRange(of: "-----BEGIN "),
      let marker = text[begin.upperBound...].prefix(60).firstRange(of: "PRIVATE KEY")
    else { return nil }
    let body = text[marker.upperBound...].drop { $0 != "\n" && $0 != "\\" && $0 != " " }
    // Escapes (`\n`) and blanks stand between the lines; a header alone is how programs recognise keys.
    let letters = body.utf8.prefix(20_000).prefix { byte in
      byte.isLetterOrDigit || [0x2B, 0x2F, 0x3D, 0x5C, 0x0A, 0x0D, 0x20, 0x3A, 0x2C].contains(byte)
    }.filter { $0.isLetterOrDigit || $0 == 0x2B || $0 == 0x2F }
    guard letters.count >= 64, Set(letters).count > 12 else { return nil }
    return DetectedSecret(.privateKey, String(decoding: letters, as: UTF8.self))
  }
}
