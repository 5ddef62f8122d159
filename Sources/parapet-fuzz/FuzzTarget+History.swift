internal import GitHistory
internal import Glibc

extension FuzzTarget {
  /// Bytes as the objects of a repository, read as a scan reads them.
  static func history(_ bytes: [UInt8]) -> String? {
    guard let folder = HistoryFolder.write(PackWriter(bytes)) else {
      return "the repository cannot be written"
    }
    guard let repository = try? Repository(holding: folder),
      let history = try? History(of: repository, isWanted: { _, _ in true })
    else { return "a repository with a pack and an index is refused" }
    for version in history.versions {
      // An object that cannot be read is counted by the scan.
      let content = try? history.bytes(of: version)
      if content.map({ $0.count > 1 << 24 }) ?? false { return "an object is larger than the limit" }
    }
    return nil
  }
}

/// Records of one byte for the kind, two for the length and then the object, as a pack with its index.
///
/// Each object is stored without compression, so that changes of the bytes reach the readers of trees, commits and
/// deltas. Its name is its number, repeated: a tree names the second object by twenty bytes of 2.
struct PackWriter {
  private(set) var pack: [UInt8]
  private(set) var index: [UInt8]

  static let objectLimit = 40

  init(_ input: [UInt8]) {
    pack = Array("PACK".utf8) + [0, 0, 0, 2]
    var objects: [(kind: UInt8, bytes: [UInt8])] = []
    var position = 0
    while position + 3 <= input.count, objects.count < Self.objectLimit {
      let length = Int(input[position + 1]) << 8 | Int(input[position + 2])
      objects.append((input[position] & 7, Array(input[(position + 3)...].prefix(length))))
      position += 3 + length
    }
    pack += Self.word(objects.count)
    var offsets: [Int] = []
    for object in objects {
      offsets.append(pack.count)
      pack += Self.entry(object.kind, object.bytes)
    }
    pack += [UInt8](repeating: 0, count: 20)
    index = [0xFF, 0x74, 0x4F, 0x63, 0, 0, 0, 2]
    for first in 0..<256 { index += Self.word(min(first, offsets.count)) }
    for number in offsets.indices { index += [UInt8](repeating: UInt8(number + 1), count: 20) }
    for _ in offsets { index += Self.word(0) }
    for offset in offsets { index += Self.word(offset) }
    index += [UInt8](repeating: 0, count: 40)
  }

  /// A delta begins with where its base is: the distance or the name.
  private static func entry(_ kind: UInt8, _ bytes: [UInt8]) -> [UInt8] {
    let baseCount = kind == 7 ? 20 : kind == 6 ? 1 : 0
    let content = Array(bytes.dropFirst(baseCount))
    var size = content.count
    var head = [kind << 4 | UInt8(size & 15)]
    size >>= 4
    while size > 0 {
      head[head.count - 1] |= 0x80
      head.append(UInt8(size & 0x7F))
      size >>= 7
    }
    return head + bytes.prefix(baseCount) + stored(content)
  }

  /// One block of zlib that is not compressed.
  private static func stored(_ bytes: [UInt8]) -> [UInt8] {
    let count = UInt16(truncatingIfNeeded: bytes.count)
    var low: UInt32 = 1
    var high: UInt32 = 0
    for byte in bytes {
      low = (low + UInt32(byte)) % 65_521
      high = (high + low) % 65_521
    }
    let head: [UInt8] = [
      0x78, 0x01, 0x01, UInt8(count & 0xFF), UInt8(count >> 8), UInt8(~count & 0xFF), UInt8(~count >> 8),
    ]
    return head + bytes + word(Int(high << 16 | low))
  }

  private static func word(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }
}

/// One folder for all inputs of a run, removed at its end.
private enum HistoryFolder {
  private static let path: String? = {
    var template = Array("/tmp/parapet-fuzz-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template).map({ String(cString: $0) }) else { return nil }
    let folders = ["", "/.git", "/.git/objects", "/.git/objects/pack", "/.git/refs"]
    guard folders.dropFirst().allSatisfy({ mkdir(made + $0, 0o700) == 0 }) else { return nil }
    atexit { HistoryFolder.remove() }
    return realpath(made, nil).map { resolved in
      defer { free(resolved) }
      return String(cString: resolved)
    }
  }()

  static func write(_ pack: PackWriter) -> String? {
    guard let path, save(pack.pack, path + "/.git/objects/pack/a.pack"),
      save(pack.index, path + "/.git/objects/pack/a.idx"),
      save(Array((String(repeating: "01", count: 20) + "\n").utf8), path + "/.git/HEAD")
    else { return nil }
    return path
  }

  private static func save(_ bytes: [UInt8], _ path: String) -> Bool {
    guard let file = fopen(path, "w") else { return false }
    let count = fwrite(bytes, 1, bytes.count, file)
    return fclose(file) == 0 && count == bytes.count
  }

  private static func remove() {
    guard let path else { return }
    for name in ["/.git/objects/pack/a.pack", "/.git/objects/pack/a.idx", "/.git/HEAD"] {
      unlink(path + name)
    }
    for name in ["/.git/refs", "/.git/objects/pack", "/.git/objects", "/.git", ""] { rmdir(path + name) }
  }
}
