/// Tokens that open nothing: they mark a request, a page or a state.
package enum HarmlessNames {
  private static let endings = [
    "clienttoken", "requesttoken", "changetoken", "nexttoken", "continuationtoken", "paginationtoken",
    "pagetoken", "tasktoken", "locktoken", "synctoken", "updatetoken", "idempotencytoken", "starttoken",
    "cursortoken", "csrftoken", "xsrftoken", "verificationtoken", "confirmationtoken", "ifmatchtoken",
    "revisiontoken", "exporttoken", "jobtoken", "creatortoken", "idempotencykey", "partitionkey", "sortkey",
    "hashkey", "rangekey", "sitekey", "recaptchakey", "publickey", "publishablekey", "spdxlicensekey",
    "hotkey", "shortcutkey",
    "translationkey", "cancellationtoken", "eoftoken", "starttokenid", "padtoken", "bostoken", "eostoken",
  ]

  package static func contains(_ name: String) -> Bool {
    let plain = name.lowercased().filter(\.isLetter)
    return endings.contains(where: plain.hasSuffix)
  }
}
