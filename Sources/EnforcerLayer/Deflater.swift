/// Compresses bytes into DEFLATE's format (RFC 1951), the same way on every machine.
///
/// zlib was refused for writing: its versions and replacements choose different matches, and a layer must have the
/// same bytes wherever it is built. Fixed codes and a greedy search are a third larger than zlib's best, which
/// for a layer of this size costs nobody anything.
struct Deflater {
  private static let windowSize = 32_768
  private static let shortest = 3
  private static let longest = 258
  /// Earlier places that are compared before the best so far is taken.
  private static let searchLimit = 128
  private static let hashBits = 15

  private let input: [UInt8]
  private var bits = BitWriter()
  /// Last place of each hash of three bytes, and for each place the one before with the same hash; -1 for none.
  private var heads = [Int](repeating: -1, count: 1 << hashBits)
  private var previous: [Int]

  /// Cost grows with the length; at most ``searchLimit`` comparisons for each byte.
  static func deflate(_ input: [UInt8]) -> [UInt8] {
    var deflater = Deflater(input)
    return deflater.run()
  }

  private init(_ input: [UInt8]) {
    self.input = input
    previous = [Int](repeating: -1, count: input.count)
  }

  private mutating func run() -> [UInt8] {
    // One block, the last one, with the codes that the format itself fixes.
    bits.append(0b011, count: 3)
    var position = 0
    while position < input.count {
      let match = longestMatch(at: position)
      if match.length >= Self.shortest {
        writeMatch(length: match.length, distance: match.distance)
        for place in position..<position + match.length { remember(place) }
        position += match.length
      } else {
        writeSymbol(Int(input[position]))
        remember(position)
        position += 1
      }
    }
    writeSymbol(Self.endOfBlock)
    return bits.finished()
  }

  // MARK: Search

  private func hash(_ place: Int) -> Int? {
    guard place + Self.shortest <= input.count else { return nil }
    let value = UInt32(input[place]) | UInt32(input[place + 1]) << 8 | UInt32(input[place + 2]) << 16
    return Int((value &* 0x9E37_79B1) >> UInt32(32 - Self.hashBits))
  }

  private mutating func remember(_ place: Int) {
    guard let hash = hash(place) else { return }
    previous[place] = heads[hash]
    heads[hash] = place
  }

  private func longestMatch(at position: Int) -> (length: Int, distance: Int) {
    guard let hash = hash(position) else { return (0, 0) }
    let limit = min(Self.longest, input.count - position)
    var best = (length: 0, distance: 0)
    var candidate = heads[hash]
    var tries = 0
    while candidate >= 0, position - candidate <= Self.windowSize, tries < Self.searchLimit,
      best.length < limit
    {
      var length = 0
      while length < limit, input[candidate + length] == input[position + length] { length += 1 }
      if length > best.length { best = (length, position - candidate) }
      candidate = previous[candidate]
      tries += 1
    }
    return best
  }

  // MARK: Codes

  private static let endOfBlock = 256
  private static let firstLength = 257

  /// Literals, the end of the block, and lengths (RFC 1951, 3.2.6).
  private mutating func writeSymbol(_ symbol: Int) {
    switch symbol {
    case 0..<144: bits.appendCode(0x30 + symbol, count: 8)
    case 144..<256: bits.appendCode(0x190 + symbol - 144, count: 9)
    case 256..<280: bits.appendCode(symbol - 256, count: 7)
    default: bits.appendCode(0xC0 + symbol - 280, count: 8)
    }
  }

  private mutating func writeMatch(length: Int, distance: Int) {
    let lengths = Self.bucket(of: length - Self.shortest, step: 4)
    // The longest match has a code of its own.
    let isLongest = length == Self.longest
    writeSymbol(isLongest ? 285 : Self.firstLength + lengths.code)
    if !isLongest { bits.append(lengths.rest, count: lengths.extraBits) }
    let distances = Self.bucket(of: distance - 1, step: 2)
    bits.appendCode(distances.code, count: 5)
    bits.append(distances.rest, count: distances.extraBits)
  }

  /// Both tables of the format grow alike: `step` codes for each doubling, the first two rows without extra bits.
  private static func bucket(of value: Int, step: Int) -> (code: Int, extraBits: Int, rest: Int) {
    guard value >= 2 * step else { return (value, 0, 0) }
    let exponent = Int.bitWidth - 1 - value.leadingZeroBitCount
    let stepBits = step.trailingZeroBitCount
    let extraBits = exponent - stepBits
    let row = (value >> extraBits) & (step - 1)
    return ((extraBits + 1) * step + row, extraBits, value & ((1 << extraBits) - 1))
  }
}

/// Bits in the order of DEFLATE: from the least significant of each byte on.
private struct BitWriter {
  private var bytes: [UInt8] = []
  private var pending: UInt64 = 0
  private var count = 0

  mutating func append(_ value: Int, count: Int) {
    pending |= UInt64(value) << UInt64(self.count)
    self.count += count
    while self.count >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: pending))
      pending >>= 8
      self.count -= 8
    }
  }

  /// Codes go the other way round than numbers.
  mutating func appendCode(_ code: Int, count: Int) {
    var reversed = 0
    for bit in 0..<count where code >> bit & 1 == 1 { reversed |= 1 << (count - 1 - bit) }
    append(reversed, count: count)
  }

  mutating func finished() -> [UInt8] {
    if count > 0 { bytes.append(UInt8(truncatingIfNeeded: pending)) }
    return bytes
  }
}
