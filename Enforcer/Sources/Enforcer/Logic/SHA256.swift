/// SHA-256 (FIPS 180-4), fed in pieces.
struct SHA256 {
  /// Processes whole blocks of 64 bytes: state, first block, number of blocks.
  typealias Compression = (UnsafeMutablePointer<UInt32>, UnsafePointer<UInt8>, Int) -> Void

  private var state: InlineArray<8, UInt32> = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]
  private var pending = InlineArray<64, UInt8>(repeating: 0)
  private var length: UInt64 = 0

  init() {}

  mutating func update(_ bytes: Text, with compress: Compression = SHA256.compress) {
    var index = 0
    var used = Int(truncatingIfNeeded: length & 63)
    length &+= UInt64(truncatingIfNeeded: bytes.count)
    if used > 0 {
      while index < bytes.count, used < 64 {
        pending[unchecked: used] = bytes.start[index]
        used &+= 1
        index &+= 1
      }
      guard used == 64 else { return }
      compressPending(with: compress)
    }
    let blocks = (bytes.count &- index) / 64
    if blocks > 0 {
      withState { compress($0, bytes.start + index, blocks) }
      index &+= blocks &* 64
    }
    used = 0
    while index < bytes.count {
      pending[unchecked: used] = bytes.start[index]
      used &+= 1
      index &+= 1
    }
  }

  /// Ends the message and writes its 32 bytes.
  mutating func finish(
    into digest: UnsafeMutablePointer<UInt8>, with compress: Compression = SHA256.compress
  ) {
    let bits = length &* 8
    var used = Int(truncatingIfNeeded: length & 63)
    pending[unchecked: used] = 0x80
    used &+= 1
    if used > 56 {
      while used < 64 {
        pending[unchecked: used] = 0
        used &+= 1
      }
      compressPending(with: compress)
      used = 0
    }
    while used < 56 {
      pending[unchecked: used] = 0
      used &+= 1
    }
    while used < 64 {
      pending[unchecked: used] = UInt8(truncatingIfNeeded: bits >> UInt64(8 &* (63 &- used)))
      used &+= 1
    }
    compressPending(with: compress)
    var index = 0
    while index < 32 {
      let word = state[unchecked: index / 4]
      digest[index] = UInt8(truncatingIfNeeded: word >> UInt32(8 &* (3 &- index % 4)))
      index &+= 1
    }
  }

  private mutating func compressPending(with compress: Compression) {
    let block = pending
    block.span.withUnsafeBufferPointer { block in
      guard let block = block.baseAddress else { return }
      withState { compress($0, block, 1) }
    }
  }

  private mutating func withState(_ body: (UnsafeMutablePointer<UInt32>) -> Void) {
    var words = state.mutableSpan
    words.withUnsafeMutableBufferPointer { buffer in
      if let words = buffer.baseAddress { body(words) }
    }
  }
}

extension SHA256 {
  /// The function of the standard, for processors without instructions for it.
  static func compress(_ state: UnsafeMutablePointer<UInt32>, _ data: UnsafePointer<UInt8>, _ blocks: Int) {
    var schedule = InlineArray<64, UInt32>(repeating: 0)
    var block = data
    var left = blocks
    while left > 0 {
      expand(block, into: &schedule)
      var (a, b, c, d) = (state[0], state[1], state[2], state[3])
      var (e, f, g, h) = (state[4], state[5], state[6], state[7])
      var round = 0
      // Two at once: the steps name the variables anew instead of moving all eight, which saves a third of the time.
      while round < 64 {
        step(a, b, c, &d, e, f, g, &h, schedule[unchecked: round] &+ sha256Constants[unchecked: round])
        step(
          h, a, b, &c, d, e, f, &g, schedule[unchecked: round | 1] &+ sha256Constants[unchecked: round | 1])
        (a, b, c, d, e, f, g, h) = (g, h, a, b, c, d, e, f)
        round &+= 2
      }
      state[0] &+= a
      state[1] &+= b
      state[2] &+= c
      state[3] &+= d
      state[4] &+= e
      state[5] &+= f
      state[6] &+= g
      state[7] &+= h
      block += 64
      left &-= 1
    }
  }

  @inline(__always)
  private static func step(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32,
    _ h: inout UInt32, _ word: UInt32
  ) {
    let mixed = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
    let added = h &+ mixed &+ (g ^ (e & (f ^ g))) &+ word
    d &+= added
    h = added &+ (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) &+ ((a & b) | (c & (a | b)))
  }

  @inline(__always)
  private static func expand(_ block: UnsafePointer<UInt8>, into schedule: inout InlineArray<64, UInt32>) {
    var index = 0
    while index < 16 {
      schedule[unchecked: index] =
        UnsafeRawPointer(block).loadUnaligned(fromByteOffset: index &* 4, as: UInt32.self).byteSwapped
      index &+= 1
    }
    while index < 64 {
      let early = schedule[unchecked: index &- 15]
      let late = schedule[unchecked: index &- 2]
      let first = rotate(early, 7) ^ rotate(early, 18) ^ (early &>> 3)
      let second = rotate(late, 17) ^ rotate(late, 19) ^ (late &>> 10)
      schedule[unchecked: index] =
        schedule[unchecked: index &- 16] &+ first &+ schedule[unchecked: index &- 7] &+ second
      index &+= 1
    }
  }

  @inline(__always)
  private static func rotate(_ value: UInt32, _ count: UInt32) -> UInt32 {
    (value &>> count) | (value &<< (32 &- count))
  }
}

/// First 32 bits of the fractional parts of the cube roots of the first 64 primes.
let sha256Constants: InlineArray<64, UInt32> = [
  0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
  0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
  0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
  0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
  0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
  0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
  0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
  0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
]
