internal import FindingModel

/// Which files are looked at for secrets.
package enum FileSelection {
  /// Bytes of a file; larger ones are listed as not checked if they are text.
  package static let byteLimit = 16 << 20
  /// Bytes at the start of a file that tell text from other content, as git does it.
  package static let headCount = 8_000

  /// Whether a file may hold text, by its name.
  package static func mayHoldText(_ path: String) -> Bool {
    let name = FilePath.name(of: path)
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return true }
    let ending = name[name.index(after: dot)...]
    // Long endings are none of the list, and most names have short ones in lower case already.
    return ending.utf8.count > 8 || !FileNames.binaryEndings.contains(ending.lowercased())
  }

  /// Whether the name promises secrets, so that the file is looked at although git ignores it.
  package static func isPrivate(_ path: String) -> Bool {
    let kind = FileKind(path: path)
    let name = FilePath.name(of: path)
    return (kind.content == .environment || kind.content == .key || name == "credentials" || name == ".npmrc")
      && !kind.isTest
  }

  /// Whether bytes are text: none of the first is zero.
  package static func isText(_ bytes: some Collection<UInt8>) -> Bool {
    !bytes.prefix(headCount).contains(0)
  }
}
