/// Bounds and habits of downloads; each bound has a test on both of its sides.
package struct DownloadOptions: Sendable {
  /// Largest file; OSV's archive of npm, the largest, has some hundred megabytes.
  package var byteLimit = 2 << 30
  package var redirectLimit = 5
  /// Seconds until a connection must stand.
  package var connectSeconds = 30
  /// Seconds without a thousand bytes each, after which a transfer is given up.
  package var stallSeconds = 30
  /// Seconds for one transfer as a whole; what has arrived by then is kept and continued.
  package var totalSeconds = 3600
  /// How often a transfer that broke off is taken up again.
  package var retries = 3
  /// Seconds before the first retry, twice as many before each further one.
  package var retrySeconds = 1
  /// A file of certificates to trust instead of the system's, such as that of a company's proxy.
  package var certificates: String?
  package var userAgent = "parapet"

  package init() {}
}

/// A file to fetch and what to call it.
package struct RemoteFile: Hashable, Sendable {
  /// File name on disk, `npm.zip`.
  package let name: String
  package let address: String

  package init(name: String, address: String) {
    self.name = name
    self.address = address
  }
}

/// A file that is there, complete and checked.
package struct FetchedFile: Hashable, Sendable {
  package let path: String
  /// Whether it was there before and the server has nothing newer.
  package let isUnchanged: Bool
  package let bytes: Int
  /// What the server's own digest was compared with; `nil` if it gave none.
  package let verified: String?
}

/// How far a transfer is.
package struct DownloadProgress: Hashable, Sendable {
  package let file: RemoteFile
  package let received: Int
  /// `nil` where the server does not say.
  package let total: Int?
}
