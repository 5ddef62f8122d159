/// A Telegram bot's number, and thirty-five characters that begin with `AA`.
struct TelegramTokenDetector: Detector {
  let anchors = [Anchor(":AA")]

  func match(in bytes: ByteView, at anchor: Int, context: SecretContext) -> RankedMatch? {
    let start = bytes.start(of: .digits, before: anchor, limit: 11)
    let end = bytes.end(of: .word, from: anchor + 1, limit: 36)
    // The address of the interface puts `bot` before the number.
    let isBoundary = bytes.isBoundary(before: start) || bytes.holds(Array("bot".utf8), at: start - 3)
    guard (8...10).contains(anchor - start), end - anchor == 36, isBoundary,
      Plausibility.isRandom(bytes.array((anchor + 3)..<end))
    else { return nil }
    return RankedMatch(DetectedSecret(.telegramToken, bytes.text(start..<end)), at: start..<end, .form)
  }
}

/// Three parts, of which the first decodes to the decimal number of the bot's user.
struct DiscordTokenDetector: Detector {
  /// How three decimal digits begin in base 64.
  let anchors: [Anchor] = "MNO".utf8.flatMap { first in
    "DTjz".utf8.flatMap { second in
      "AEIMQUYcgk".utf8.compactMap { third in
        // `O` is of the digits 8 and 9 alone.
        first == UInt8(ascii: "O") && second > UInt8(ascii: "T") ? nil : Anchor([first, second, third])
      }
    }
  }

  func match(in bytes: ByteView, at anchor: Int, context: SecretContext) -> RankedMatch? {
    // The length of the first part rules out nearly everything.
    let first = bytes.end(of: .alphanumeric, from: anchor, limit: 29)
    guard (23...28).contains(first - anchor), bytes[first] == UInt8(ascii: "."),
      bytes.isBoundary(before: anchor)
    else {
      return nil
    }
    let second = bytes.end(of: .word, from: first + 1, limit: 8)
    let end = bytes.end(of: .word, from: second + 1, limit: 42)
    guard second - first == 7, bytes[second] == UInt8(ascii: "."), (28...41).contains(end - second),
      let number = Base64.decoded(bytes.array(anchor..<first)), (17...20).contains(number.count),
      number.allSatisfy(ByteSet.digits.contains), Plausibility.isRandom(bytes.array((second + 1)..<end))
    else { return nil }
    let evidence = "its first part decodes to the number of a user"
    return RankedMatch(
      DetectedSecret(.discordToken, bytes.text(anchor..<end), evidence: evidence), at: anchor..<end, .form)
  }
}
