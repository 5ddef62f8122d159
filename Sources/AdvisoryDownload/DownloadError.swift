/// Why a file could not be fetched.
package enum DownloadError: Error, Hashable, Sendable {
  case libraryMissing(reason: String)
  case notHTTPS(address: String)
  case connection(address: String, reason: String)
  case timeout(address: String)
  case certificate(address: String, reason: String)
  case status(address: String, code: Int)
  case tooLarge(address: String, bytes: Int, limit: Int)
  case redirectNotHTTPS(address: String, target: String)
  case tooManyRedirects(address: String, limit: Int)
  case interrupted(address: String, received: Int, total: Int?)
  case wrongRange(address: String)
  case digest(address: String, algorithm: String)
  case file(path: String, reason: String)
  case busy(folder: String)

  /// Whether another file would meet with the same.
  package var concernsAll: Bool {
    switch self {
    case .libraryMissing, .connection, .timeout, .certificate, .file, .busy: true
    default: false
    }
  }

  /// Whether another attempt may succeed, with what has arrived so far.
  var isPassing: Bool {
    switch self {
    case .connection, .timeout, .interrupted, .wrongRange: true
    case .status(_, let code): code == 408 || code == 429 || code >= 500
    default: false
    }
  }
}

extension DownloadError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .libraryMissing(let reason):
      "Downloading needs libcurl (Debian package libcurl4), which could not be loaded: \(reason)"
    case .notHTTPS(let address):
      "'\(address)' is not fetched: an address has to start with https:// and to hold no user or password"
    case .connection(let address, let reason): "\(address) cannot be reached: \(reason)"
    case .timeout(let address):
      "\(address) answers too slowly and was given up; the same command continues where it stopped"
    case .certificate(let address, let reason):
      "\(address) does not prove who it is, so nothing was read from it: \(reason). Behind a proxy that opens "
        + "connections, name its certificates in SSL_CERT_FILE"
    case .status(let address, let code): "\(address) answered with status \(code)\(Self.meaning(of: code))"
    case .tooLarge(let address, let bytes, let limit):
      "\(address) has at least \(bytes) bytes, more than the limit of \(limit)"
    case .redirectNotHTTPS(let address, let target):
      "\(address) leads to '\(target)', which is not https; it was not followed"
    case .tooManyRedirects(let address, let limit): "\(address) leads on more than \(limit) times"
    case .interrupted(let address, let received, let total):
      "\(address) broke off after \(received)\(total.map { " of \($0)" } ?? "") bytes; "
        + "the same command continues where it stopped"
    case .wrongRange(let address): "\(address) answered with another part of the file than was asked for"
    case .digest(let address, let algorithm):
      "\(address) arrived damaged: its \(algorithm) is not the one the server names. It was deleted; try again"
    case .file(let path, let reason): "'\(path)' cannot be written: \(reason)"
    case .busy(let folder): "Another update is writing to '\(folder)'; try again when it has ended"
    }
  }

  private static func meaning(of code: Int) -> String {
    switch code {
    case 404: ": there is no such file"
    case 401, 403: ": access is denied"
    case 407: ": the proxy wants a password"
    case 429: ": too many requests; try again later"
    case 500...: ": the server has a fault of its own; try again later"
    default: ""
    }
  }
}
