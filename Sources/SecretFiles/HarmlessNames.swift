/// Tokens that open nothing: they mark a request, a page or a state.
enum HarmlessNames {
  private static let endings = [
    "clienttoken", "requesttoken", "changetoken", "nexttoken", "continuationtoken", "paginationtoken",
    "pagetoken", "tasktoken", "locktoken", "synctoken", "updatetoken", "idempotencytoken", "starttoken",
    "cursortoken", "csrftoken", "xsrftoken", "verificationtoken", "confirmationtoken", "ifmatchtoken",
    "revisiontoken", "exporttoken", "jobtoken", "creatortoken", "idempotencykey", "partitionkey", "sortkey",
    "hashkey", "rangekey", "sitekey", "recaptchakey", "publickey", "publishablekey", "spdxlicensekey",
    "hotkey", "shortcutkey",
    "translationkey", "cancellationtoken", "eoftoken", "starttokenid", "padtoken", "bostoken", "eostoken",
  ]

  static func contains(_ name: String) -> Bool {
    let plain = name.lowercased().filter(\.isLetter)
    return endings.contains(where: plain.hasSuffix)
  }
}

/// Values that standards and manuals print, and that programs copy into their comments.
enum PublishedExamples {
  static let values: Set<String> = [
    // RFC 5849 and RFC 6749.
    "0685bd9184jfhq22", "ad180jjd733klru7", "kd94hf93k423kf44", "nnch734d00sl2jdk", "pfkkdhi9sl3r4s00",
    "hh5s93j4hdidpola", "hdhd0244k9j7ao03", "j49sk3j29djd", "dh893hdasih9", "2YotnFZFEjr1zCsicMWpAA",
    "tGzv3JOkF0XG5Qx2TlKWIA", "czZCaGRSa3F0MzpnWDFmQmF0M2JW", "SplxlOBeZQQYbYS6WxSbIA", "gX1fBat3bV",
    "mF_9.B5f-4.1JqM", "h480djs93hd8",
    // RFC 7617.
    "QWxhZGRpbjpvcGVuIHNlc2FtZQ==", "QWxhZGRpbjpPcGVuU2VzYW1l",
    // AWS's manuals.
    "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
  ]
}
