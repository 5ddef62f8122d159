import FindingModel

extension SARIFLog.ArtifactLocation {
  init(path: String) {
    uri = relativeReference(to: path)
    uriBaseId = "%SRCROOT%"
  }
}

extension SARIFLog.Location {
  init(_ location: SourceLocation, note: String? = nil, id: Int? = nil) {
    self.id = id
    physicalLocation = SARIFLog.PhysicalLocation(
      artifactLocation: SARIFLog.ArtifactLocation(path: location.path), region: SARIFLog.Region(location))
    message = note.map(SARIFLog.Message.init(plain:))
  }

  init(file path: String) {
    physicalLocation = SARIFLog.PhysicalLocation(artifactLocation: SARIFLog.ArtifactLocation(path: path))
  }
}

extension SARIFLog.Region {
  init(_ location: SourceLocation) {
    startLine = max(1, location.line)
    startColumn = max(1, location.column)
    let isForward = (location.endLine, location.endColumn) > (startLine, startColumn)
    endLine = isForward ? location.endLine : nil
    endColumn = isForward ? max(1, location.endColumn) : nil
  }
}

extension SARIFLog.Message {
  /// For text that is not ours: a `[text](target)` in it would be shown as a link, so it is escaped.
  init(plain text: String) {
    guard text.contains("](") else {
      self.init(text: text.printableBlock)
      return
    }
    var escaped = ""
    for character in text.printableBlock {
      if character == "[" || character == "]" || character == "\\" { escaped += "\\" }
      escaped.append(character)
    }
    self.init(text: escaped)
  }
}

/// A path as a relative URI reference that cannot be read as anything else.
///
/// Everything but unreserved characters is percent-encoded: a colon could start a scheme, and so is a slash
/// without a name before it, as two of them could start a host.
func relativeReference(to path: String) -> String {
  var result = ""
  var previous = UInt8(ascii: "/")
  for byte in path.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"):
      result.unicodeScalars.append(Unicode.Scalar(byte))
    case UInt8(ascii: "/") where previous != byte:
      result += "/"
    default:
      let digits = String(byte, radix: 16, uppercase: true)
      result += byte < 0x10 ? "%0\(digits)" : "%\(digits)"
    }
    previous = byte
  }
  return result
}
