internal import FindingModel

/// The path of an entry as an unpacker would use it.
enum EntryPath {
  /// - Returns: The path without `.` and `..`; `nil` if it leads out of the folder that the archive is unpacked to.
  static func normalised(_ path: String) -> String? {
    let bytes = path.utf8
    guard let first = bytes.first, first != UInt8(ascii: "/"), first != UInt8(ascii: "\\"),
      !bytes.contains(0),
      !hasDriveLetter(bytes)
    else { return nil }
    // Some unpackers take a backslash for a separator; a path must stay inside for both.
    if bytes.contains(UInt8(ascii: "\\")), FilePath.normalised(path.replacing("\\", with: "/")) == nil {
      return nil
    }
    guard let normalised = FilePath.normalised(path), !normalised.isEmpty else { return nil }
    return normalised
  }

  private static func hasDriveLetter(_ bytes: String.UTF8View) -> Bool {
    guard let first = bytes.first, bytes.dropFirst().first == UInt8(ascii: ":") else { return false }
    return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first | 0x20)
  }

  /// For messages: no control characters, and not longer than anybody reads.
  static func shown(_ path: String) -> String {
    var shown = ""
    for scalar in path.unicodeScalars.prefix(200) {
      shown.unicodeScalars.append(scalar.value < 0x20 || scalar.value == 0x7F ? "\u{FFFD}" : scalar)
    }
    return shown
  }
}
