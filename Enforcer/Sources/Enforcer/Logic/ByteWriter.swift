/// Appends to memory of a fixed size; what does not fit is left out and remembered.
struct ByteWriter {
  let start: UnsafeMutablePointer<UInt8>
  let capacity: Int
  private(set) var count = 0
  private(set) var overflowed = false

  init(start: UnsafeMutablePointer<UInt8>, capacity: Int) {
    self.start = start
    self.capacity = capacity
  }

  var text: Text { Text(start: start, count: count) }

  mutating func append(_ byte: UInt8) {
    guard count < capacity else {
      overflowed = true
      return
    }
    start[count] = byte
    count &+= 1
  }

  @inline(never)
  mutating func append(_ text: Text) {
    for index in 0..<text.count { append(text.start[index]) }
  }

  @inline(never)
  mutating func append(_ literal: StaticString) { append(Text(literal)) }

  @inline(never)
  mutating func append(decimal value: UInt64) {
    if value >= 10 { append(decimal: value / 10) }
    append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: value % 10))
  }

  /// Ends the text for readers in C; the NUL does not count, and takes the last byte's place when all is full.
  @inline(never)
  mutating func terminate() {
    if count == capacity {
      overflowed = true
      count &-= 1
    }
    start[count] = 0
  }

  mutating func removeAll() {
    count = 0
    overflowed = false
  }
}
