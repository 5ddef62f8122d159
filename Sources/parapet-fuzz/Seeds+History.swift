extension Seeds {
  /// Objects of a small repository, as the target for histories reads them.
  static let histories: [[UInt8]] = {
    func name(_ number: UInt8) -> [UInt8] { [UInt8](repeating: number, count: 20) }
    func hexadecimal(_ number: Int) -> String { String(repeating: "0\(number)", count: 20) }
    func record(_ kind: UInt8, _ bytes: [UInt8]) -> [UInt8] {
      [kind, UInt8(bytes.count >> 8), UInt8(bytes.count & 0xFF)] + bytes
    }
    let commit = { (tree: Int, parents: [Int]) in
      Array(
        ("tree \(hexadecimal(tree))\n" + parents.map { "parent \(hexadecimal($0))\n" }.joined()
          + "author A <a@b> 1700000000 +0000\ncommitter A <a@b> 1700000000 +0000\n\nChange\n").utf8)
    }
    let tree = Array("100644 a.env\u{0}".utf8) + name(3) + Array("40000 src\u{0}".utf8) + name(4)
    let blob = Array("DB_HOST=db\nDB_PORT=5432\n".utf8)
    let folder = Array("100644 b.py\u{0}".utf8) + name(6)
    // A copy of the first eight bytes of the blob, and four new ones.
    let delta: [UInt8] = name(3) + [UInt8(blob.count), 12, 0x90, 8, 4] + Array("new\n".utf8)
    return [
      record(1, commit(2, [5])) + record(2, tree) + record(3, blob) + record(2, folder)
        + record(1, commit(4, [])) + record(7, delta),
      record(4, Array("object \(hexadecimal(2))\ntype commit\n".utf8)) + record(1, commit(3, [1, 2]))
        + record(2, Array("100644 x\u{0}".utf8) + name(4)) + record(6, [40, 3, 3, 0x83, 0, 0]),
    ]
  }()
}
