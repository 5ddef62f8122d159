/// A text in a program's bytes that says which version of what it is.
struct ProductMark: Sendable {
  enum Place: Sendable {
    /// The version follows the text at once: `BusyBox v1.35.0`.
    case after
    /// The version is a text of its own, among those right before and behind: `0.95`, `Catdoc Version %s`.
    case beside
  }

  let product: String
  /// `nil` for what says its version in numbers only, or in its files' names.
  let text: StaticString?
  var place = Place.after
  /// How names of files that are it begin.
  let names: [String]
  /// Whether the text alone says what the program is; libraries are built into many programs.
  var isTelling = true
  /// Whether names of its files hold its own version, and not one of its interface.
  var isVersionInName = false

  /// Occurrences that are looked at.
  private static let attempts = 64
  /// Bytes around the text in which the version has to lie.
  private static let distance = 48

  func version(in bytes: [UInt8], _ ranges: [Range<Int>]) -> String? {
    guard let text else { return nil }
    for range in ranges {
      var start = range.lowerBound
      for _ in 0..<Self.attempts {
        guard let found = bytes.offset(of: text, in: start..<range.upperBound) else { break }
        let version =
          place == .after
          ? version(bytes, after: found, text, range) : version(bytes, beside: found, text, range)
        if let version { return version }
        start = found + text.utf8CodeUnitCount
      }
    }
    return nil
  }

  private func version(_ bytes: [UInt8], after found: Int, _ text: StaticString, _ range: Range<Int>)
    -> String?
  {
    let start = found + text.utf8CodeUnitCount
    return Self.version(bytes[start..<min(start + 40, range.upperBound)], isWhole: false)
  }

  private func version(_ bytes: [UInt8], beside found: Int, _ text: StaticString, _ range: Range<Int>)
    -> String?
  {
    let window =
      max(
        range.lowerBound, found - Self.distance)..<min(
        range.upperBound, found + text.utf8CodeUnitCount + Self.distance)
    // The first and the last text may be cut off by the window.
    let parts = bytes[window].split(separator: 0)
    return parts.lazy.compactMap { Self.version($0, isWhole: true) }.first
  }

  /// `1.35.0`, `3.0.22`, `5.1.9-0+deb12u1`, `1.0.2k-fips`: digits with at least one dot, and what belongs to them.
  private static func version(_ bytes: ArraySlice<UInt8>, isWhole: Bool) -> String? {
    guard let first = bytes.first, isDigit(first) else { return nil }
    let version = bytes.prefix { isDigit($0) || isLetter($0) || ".-+~:".utf8.contains($0) }
    guard version.count <= 32, version.contains(UInt8(ascii: ".")), !isWhole || version.count == bytes.count
    else {
      return nil
    }
    let end = version.lastIndex { isDigit($0) || isLetter($0) } ?? version.startIndex
    return String(decoding: version[...end], as: UTF8.self)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}

extension [UInt8] {
  /// Where a text first stands in a part of the bytes.
  ///
  /// Horspool's search: each miss moves on by up to the text's length, so that a look at a large program costs a
  /// fraction of its bytes.
  func offset(of text: StaticString, in range: Range<Int>) -> Int? {
    let length = text.utf8CodeUnitCount
    guard length > 0, range.upperBound <= count, range.count >= length else { return nil }
    let wanted = UnsafeBufferPointer(start: text.utf8Start, count: length)
    var moves = [Int](repeating: length, count: 256)
    for index in 0..<(length - 1) { moves[Int(wanted[index])] = length - 1 - index }
    return withUnsafeBufferPointer { bytes in
      var end = range.lowerBound + length - 1
      while end < range.upperBound {
        var index = length - 1
        while bytes[end - (length - 1) + index] == wanted[index] {
          if index == 0 { return end - (length - 1) }
          index -= 1
        }
        end += moves[Int(bytes[end])]
      }
      return nil
    }
  }
}
