/// What a server called the state of a file, to ask later whether it is still that.
struct Validator: Hashable {
  let address: String
  let entityTag: String?
  let lastModified: String?

  /// `nil` if the server gave nothing to ask by.
  init?(address: String, _ headers: ResponseHeaders) {
    guard headers.entityTag != nil || headers.lastModified != nil else { return nil }
    self.address = address
    entityTag = headers.entityTag
    lastModified = headers.lastModified
  }

  /// Three lines; an empty one for what is not there.
  var text: String { [address, entityTag ?? "", lastModified ?? ""].joined(separator: "\n") + "\n" }

  /// - Returns: `nil` for anything but what ``text`` gives.
  init?(text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.count == 4, lines[3].isEmpty, !lines[0].isEmpty else { return nil }
    // A control character would end the header and start another.
    guard lines.allSatisfy({ $0.utf8.allSatisfy { byte in byte >= 0x20 && byte != 0x7F } }) else {
      return nil
    }
    address = lines[0]
    entityTag = lines[1].isEmpty ? nil : lines[1]
    lastModified = lines[2].isEmpty ? nil : lines[2]
    guard entityTag != nil || lastModified != nil else { return nil }
  }

  /// Headers that ask for the file only if it is another one.
  var ifChanged: [String] {
    entityTag.map { ["If-None-Match: \($0)"] } ?? lastModified.map { ["If-Modified-Since: \($0)"] } ?? []
  }

  /// Headers that ask for the rest of the file, or for all of it if it is another one.
  ///
  /// - Returns: `nil` for a weak tag, which says that files are alike, not that their bytes are.
  func rest(from offset: Int) -> [String]? {
    if let entityTag {
      return entityTag.hasPrefix("W/") ? nil : ["Range: bytes=\(offset)-", "If-Range: \(entityTag)"]
    }
    return lastModified.map { ["Range: bytes=\(offset)-", "If-Range: \($0)"] }
  }
}
