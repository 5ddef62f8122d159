import Foundation

@testable import EnforcerLogic

/// Calls `body` with the bytes as a text of the enforcer, in memory of exactly their size.
func withText<Result>(_ bytes: some Collection<UInt8>, _ body: (Text) throws -> Result) rethrows -> Result {
  let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: max(bytes.count, 1))
  defer { memory.deallocate() }
  for (index, byte) in bytes.enumerated() { memory[index] = byte }
  return try body(Text(start: memory, count: bytes.count))
}

func withText<Result>(_ string: String, _ body: (Text) throws -> Result) rethrows -> Result {
  try withText(Array(string.utf8), body)
}

extension Text {
  var bytes: [UInt8] { (0..<count).map { start[$0] } }
  var string: String { String(decoding: bytes, as: UTF8.self) }
}

/// What `body` writes into a buffer of the capacity.
func written(capacity: Int = 8192, _ body: (inout ByteWriter) -> Void) -> [UInt8] {
  let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
  defer { memory.deallocate() }
  var writer = ByteWriter(start: memory, capacity: capacity)
  body(&writer)
  return writer.text.bytes
}

/// Calls `body` with an argument list as C has it.
func withArguments<Result>(
  _ arguments: [[UInt8]], _ body: (UnsafePointer<UnsafePointer<UInt8>?>) throws -> Result
) rethrows -> Result {
  let list = UnsafeMutablePointer<UnsafePointer<UInt8>?>.allocate(capacity: arguments.count + 1)
  var strings: [UnsafeMutablePointer<UInt8>] = []
  defer {
    for string in strings { string.deallocate() }
    list.deallocate()
  }
  for (index, argument) in arguments.enumerated() {
    let string = UnsafeMutablePointer<UInt8>.allocate(capacity: argument.count + 1)
    for (place, byte) in (argument + [0]).enumerated() { string[place] = byte }
    strings.append(string)
    list[index] = UnsafePointer(string)
  }
  list[arguments.count] = nil
  return try body(list)
}

/// Numbers that are the same in every run.
struct FixedRandom: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 33)
  }
}
