internal import CTreeSitter

/// How much of a file a parser and a tree may take.
struct SyntaxLimits: Sendable {
  /// Largest file; a bundle of a whole application is 5 to 10 MB.
  var bytes = 32 << 20
  /// Nodes kept, 20 bytes each.
  var nodes = 6_000_000
  /// Steps of the parser, in hundreds, besides one for each eight bytes, which is twice what dense code takes.
  ///
  /// Broken files take some hundreds more, and so does input from which the parser recovers by trying everything.
  var steps = 1_000
  /// Besides a second for each megabyte: where the parser recovers from errors, a single step may take long.
  var time: Duration = .seconds(2)
}

/// What stops a parser: counted steps first, because they are the same on every machine, then a clock.
private struct ParserBudget {
  var stepsLeft: Int
  let deadline: ContinuousClock.Instant
  let bytes: UnsafeRawBufferPointer

  mutating func isSpent() -> Bool {
    stepsLeft -= 1
    // Not at every step, or the clock would cost as much as parsing.
    return stepsLeft < 0 || (stepsLeft & 0x7 == 0 && ContinuousClock.now > deadline)
  }
}

/// - Returns: `nil` where the parser gave up, or the grammar does not fit the library.
func parse(_ bytes: [UInt8], _ grammar: Grammar, _ limits: SyntaxLimits) -> OpaquePointer? {
  guard let parser = ts_parser_new() else { return nil }
  defer { ts_parser_delete(parser) }
  guard ts_parser_set_language(parser, grammar.language) else { return nil }
  return bytes.withUnsafeBytes { buffer in
    var budget = ParserBudget(
      stepsLeft: limits.steps + buffer.count / 8,
      deadline: .now + limits.time + .microseconds(buffer.count), bytes: buffer)
    return withUnsafeMutablePointer(to: &budget) { budget in
      let input = TSInput(
        payload: budget, read: readInput, encoding: TSInputEncodingUTF8, decode: nil)
      let options = TSParseOptions(payload: budget, progress_callback: isSpent)
      return ts_parser_parse_with_options(parser, nil, input, options)
    }
  }
}

private let isSpent: @convention(c) (UnsafeMutablePointer<TSParseState>?) -> Bool = { state in
  guard let payload = state?.pointee.payload else { return true }
  return payload.assumingMemoryBound(to: ParserBudget.self).pointee.isSpent()
}

private let readInput:
  @convention(c) (UnsafeMutableRawPointer?, UInt32, TSPoint, UnsafeMutablePointer<UInt32>?)
    -> UnsafePointer<CChar>? = { payload, offset, _, length in
      length?.pointee = 0
      guard let budget = payload?.assumingMemoryBound(to: ParserBudget.self) else { return nil }
      let bytes = budget.pointee.bytes
      guard let base = bytes.baseAddress, offset < bytes.count else { return nil }
      length?.pointee = UInt32(clamping: bytes.count - Int(offset))
      return base.advanced(by: Int(offset)).assumingMemoryBound(to: CChar.self)
    }
