/// Makes inputs that are almost right: far into a parser come only those that look like its format.
struct Mutator {
  /// Longer inputs cost time and find the same.
  static let sizeLimit = 1 << 16

  private var random: SplitMix64
  private let seeds: [[UInt8]]
  private let tokens: [[UInt8]]

  /// - Parameter seeds: Not empty.
  init(seed: UInt64, seeds: [[UInt8]], tokens: [String]) {
    random = SplitMix64(seed: seed)
    self.seeds = seeds
    self.tokens = tokens.map { Array($0.utf8) }
  }

  mutating func next() -> [UInt8] {
    if random.oneIn(40) { return noise() }
    if random.oneIn(40) { return nesting() }
    var bytes = pick(seeds)
    // Few changes reach deep code, many reach the error paths.
    let changes = 1 + random.below(random.oneIn(4) ? 24 : 4)
    for _ in 0..<changes { mutate(&bytes) }
    if bytes.count > Self.sizeLimit { bytes.removeLast(bytes.count - Self.sizeLimit) }
    return bytes
  }

  private mutating func mutate(_ bytes: inout [UInt8]) {
    let position = random.below(bytes.count + 1)
    switch random.below(10) {
    case 0: flip(&bytes)
    case 1: bytes.removeLast(bytes.count - position)
    case 2: splice(into: &bytes, at: position)
    case 3: bytes.insert(contentsOf: repeated(slice(of: bytes, limit: 64)), at: position)
    case 4: bytes.removeSubrange(range(of: bytes, limit: 32))
    case 5: bytes.insert(contentsOf: nesting(), at: position)
    case 6: bytes.replaceSubrange(range(of: bytes, limit: 16), with: pick(tokens))
    case 7: swapLines(&bytes)
    default: bytes.insert(contentsOf: pick(tokens), at: position)
    }
  }

  private mutating func flip(_ bytes: inout [UInt8]) {
    guard !bytes.isEmpty else { return }
    let index = random.below(bytes.count)
    bytes[index] = random.oneIn(2) ? bytes[index] ^ (1 << UInt8(random.below(8))) : UInt8(random.below(256))
  }

  private mutating func splice(into bytes: inout [UInt8], at position: Int) {
    let other = slice(of: pick(seeds), limit: 512)
    bytes.insert(contentsOf: other, at: position)
  }

  /// Puts one line where another stands: keys under the wrong parent, values of the wrong kind.
  private mutating func swapLines(_ bytes: inout [UInt8]) {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init)
    lines.swapAt(random.below(lines.count), random.below(lines.count))
    bytes = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
  }

  private mutating func repeated(_ slice: [UInt8]) -> [UInt8] {
    let count = random.oneIn(8) ? random.below(400) : random.below(12)
    return Array(repeatElement(slice, count: count).joined())
  }

  /// One token many times, so that what it opens is never closed.
  private mutating func nesting() -> [UInt8] {
    let openers = [
      "[", "{", "- ", "? ", "{\"a\":", "{a: ", "[[", "${", "!Sub [", "{Fn::If: [C, ", "&a [*a, ",
      "(", "f(", "a + ", "not ", "lambda: ", "a if b else ", "if a:\n ", "f\"{", "a.b",
      "a => ", "`${", "a ? b : ", "await (", "function f() {", "class A { a = ", "<a>", "a && (", "x[a++][",
    ]
    return repeated(Array(openers[random.below(openers.count)].utf8))
  }

  private mutating func noise() -> [UInt8] { (0..<random.below(512)).map { _ in UInt8(random.below(256)) } }

  private mutating func pick(_ choices: [[UInt8]]) -> [UInt8] { choices[random.below(choices.count)] }

  private mutating func range(of bytes: [UInt8], limit: Int) -> Range<Int> {
    let start = random.below(bytes.count)
    return start..<(start + random.below(min(limit, bytes.count - start) + 1))
  }

  private mutating func slice(of bytes: [UInt8], limit: Int) -> [UInt8] {
    Array(bytes[range(of: bytes, limit: limit)])
  }
}
