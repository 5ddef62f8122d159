internal import Documents

/// What the Go linker writes into a program about the modules it was built from.
///
/// Source: `debug/buildinfo` of Go's standard library, in both layouts. Stripping symbols leaves it.
struct GoBuildInformation {
  struct Module: Hashable {
    let path: String
    let version: String
    /// `h1:…`, empty where Go has none.
    let sum: String
    /// What the module was replaced by; the code of that is in the program.
    var replacement: Replacement?
  }

  struct Replacement: Hashable {
    let path: String
    let version: String
    let sum: String
  }

  /// `go1.21.3`.
  let goVersion: String
  private(set) var main: Module?
  private(set) var dependencies: [Module] = []

  private static let magic: [UInt8] = [0xFF] + Array(" Go buildinf:".utf8)
  /// Of the texts, in bytes; a program of a thousand modules has 150 KB.
  static let textLimit = 16 << 20

  /// - Returns: `nil` for a program that was not built by Go.
  init?(_ file: ELFFile) {
    guard let start = Self.start(in: file) else { return nil }
    let flags = file.bytes[start + 15]
    let texts =
      flags & 2 != 0 ? Self.inlineTexts(file, at: start + 32) : Self.pointedTexts(file, at: start)
    guard let texts, texts.version.hasPrefix("go") || texts.version.hasPrefix("devel") else { return nil }
    goVersion = texts.version
    read(texts.modules)
  }

  /// The header's place: a section of its own, or the start of the first segment of data.
  private static func start(in file: ELFFile) -> Int? {
    var places = file.sections.filter { $0.name == ".go.buildinfo" }.map(\.bytes)
    places += file.segments.filter { $0.type == 1 && $0.flags & 2 != 0 }.map { $0.bytes.prefix(1 << 20) }
    for place in places {
      // It is aligned to 16 bytes, so that texts that name the magic are passed over.
      for offset in stride(from: place.lowerBound, to: place.upperBound, by: 16)
      where offset + 32 <= file.bytes.count && file.bytes[offset] == 0xFF
        && file.bytes[offset..<(offset + magic.count)].elementsEqual(magic)
      {
        return offset
      }
    }
    return nil
  }

  private typealias Texts = (version: String, modules: ArraySlice<UInt8>)

  /// Since Go 1.18: each text behind its length, which is a varint.
  private static func inlineTexts(_ file: ELFFile, at offset: Int) -> Texts? {
    guard let version = varintText(file, at: offset), let modules = varintText(file, at: version.end) else {
      return nil
    }
    return (String(decoding: version.text, as: UTF8.self), modules.text)
  }

  private static func varintText(_ file: ELFFile, at start: Int) -> (text: ArraySlice<UInt8>, end: Int)? {
    var length = 0
    var offset = start
    for shift in stride(from: 0, to: 35, by: 7) {
      guard offset < file.bytes.count else { return nil }
      let byte = Int(file.bytes[offset])
      offset += 1
      length |= (byte & 0x7F) << shift
      if byte < 0x80 {
        guard length <= textLimit, length <= file.bytes.count - offset else { return nil }
        return (file.bytes[offset..<(offset + length)], offset + length)
      }
    }
    return nil
  }

  /// Before Go 1.18: pointers to Go's strings, each an address and a length.
  private static func pointedTexts(_ file: ELFFile, at start: Int) -> Texts? {
    let width = Int(file.bytes[start + 14])
    let isBig = file.bytes[start + 15] & 1 != 0
    guard width == 4 || width == 8 else { return nil }
    func word(_ offset: Int) -> Int? { file.bytes.number(at: offset, count: width, isBig: isBig) }
    func text(_ pointer: Int) -> ArraySlice<UInt8>? {
      guard let header = word(pointer).flatMap(file.offset), let address = word(header),
        let length = word(header + width), length <= textLimit, let offset = file.offset(ofAddress: address),
        length <= file.bytes.count - offset
      else { return nil }
      return file.bytes[offset..<(offset + length)]
    }
    guard let version = text(start + 16) else { return nil }
    // Programs built without modules have no text for them.
    return (String(decoding: version, as: UTF8.self), text(start + 16 + width) ?? [])
  }

  private mutating func read(_ text: ArraySlice<UInt8>) {
    // Sixteen bytes before and after the text mark it for debuggers.
    var text = text
    if text.count >= 33, text[text.endIndex - 17] == UInt8(ascii: "\n") {
      text = text.dropFirst(16).dropLast(16)
    }
    for line in text.split(separator: UInt8(ascii: "\n")).prefix(InventoryLimits.packages) {
      let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      guard fields.count >= 3 else { continue }
      let sum = fields.count > 3 ? fields[3] : ""
      switch fields[0] {
      case "mod": main = Module(path: fields[1], version: fields[2], sum: sum)
      case "dep": dependencies.append(Module(path: fields[1], version: fields[2], sum: sum))
      case "=>":
        let replacement = Replacement(path: fields[1], version: fields[2], sum: sum)
        if dependencies.isEmpty {
          main?.replacement = replacement
        } else {
          dependencies[dependencies.count - 1].replacement = replacement
        }
      default: continue
      }
    }
  }
}
