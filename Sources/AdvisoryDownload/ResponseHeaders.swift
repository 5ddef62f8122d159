/// What of a response's headers matters to a download.
struct ResponseHeaders: Hashable {
  /// Longest header line that is looked at, in bytes.
  static let lineLimit = 8192

  private(set) var status = 0
  private(set) var entityTag: String?
  private(set) var lastModified: String?
  private(set) var contentLength: Int?
  /// Of an answer with a part of the file: where it starts, and how long the whole is.
  private(set) var rangeStart: Int?
  private(set) var rangeTotal: Int?
  /// Digests of the whole file in base64, by algorithm in small letters.
  private(set) var digests: [String: String] = [:]
  /// Digests are those of the stored bytes, and these are not what is sent.
  private(set) var isTranscoded = false

  /// Length of the whole file.
  var total: Int? { status == 206 ? rangeTotal : contentLength }

  /// Takes in one line as it arrives; a status line starts anew, because each redirect has headers of its own.
  mutating func take(_ line: String) {
    guard line.utf8.count <= Self.lineLimit else { return }
    if line.hasPrefix("HTTP/") {
      self = ResponseHeaders()
      let words = line.split(whereSeparator: \.isWhitespace)
      status = words.count > 1 ? Int(words[1]) ?? 0 : 0
      return
    }
    guard let colon = line.firstIndex(of: ":") else { return }
    let value = line[line.index(after: colon)...].trimmingSpace
    switch line[..<colon].lowercased() {
    case "etag": entityTag = String(value)
    case "last-modified": lastModified = String(value)
    case "content-length": contentLength = Int(value).flatMap { $0 >= 0 ? $0 : nil }
    case "content-range": takeRange(value)
    case "x-goog-hash": takeDigests(value)
    case "x-goog-stored-content-encoding": isTranscoded = value.lowercased() != "identity"
    default: break
    }
  }

  /// `bytes 1000-1999/2000`, the total possibly `*`.
  private mutating func takeRange(_ value: Substring) {
    guard value.hasPrefix("bytes ") else { return }
    let parts = value.dropFirst("bytes ".count).split(separator: "/")
    guard parts.count == 2, let start = parts[0].split(separator: "-").first.flatMap({ Int($0) }) else {
      return
    }
    rangeStart = start
    rangeTotal = Int(parts[1])
  }

  /// `crc32c=i67GjA==,md5=Ql15uc9uNKRlT8/uAEh95g==`, in one header or several.
  private mutating func takeDigests(_ value: Substring) {
    for part in value.split(separator: ",") {
      guard let sign = part.firstIndex(of: "=") else { continue }
      digests[part[..<sign].trimmingSpace.lowercased()] = String(
        part[part.index(after: sign)...].trimmingSpace)
    }
  }
}

extension Substring {
  var trimmingSpace: Substring {
    var text = self
    while let first = text.first, first.isWhitespace { text = text.dropFirst() }
    while let last = text.last, last.isWhitespace { text = text.dropLast() }
    return text
  }
}
