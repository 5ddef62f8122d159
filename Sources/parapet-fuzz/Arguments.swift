/// What the command line asks for.
enum Arguments {
  case list
  case fuzz(FuzzTarget, seconds: Double, seed: UInt64, corpus: String?, record: String)
  /// One input again, as a crash left it.
  case replay(FuzzTarget, file: String)

  static let usage = """
    usage: parapet-fuzz --list
           parapet-fuzz TARGET --seconds N --seed S [--corpus DIR] [--record FILE]
           parapet-fuzz TARGET --replay FILE

    """

  /// - Returns: `nil` for a line that makes no sense.
  static func parse(_ words: [String]) -> Arguments? {
    if words == ["--list"] { return .list }
    guard let target = words.first.flatMap(FuzzTarget.init), words.count % 2 == 1 else { return nil }
    var options: [String: String] = [:]
    for index in stride(from: 1, to: words.count, by: 2) { options[words[index]] = words[index + 1] }
    if let file = options["--replay"] { return options.count == 1 ? .replay(target, file: file) : nil }
    guard Set(options.keys).isSubset(of: ["--seconds", "--seed", "--corpus", "--record"]),
      let seconds = UInt32(options["--seconds"] ?? "20"), let seed = UInt64(options["--seed"] ?? "1")
    else { return nil }
    return .fuzz(
      target, seconds: Double(seconds), seed: seed, corpus: options["--corpus"],
      record: options["--record"] ?? InputRecord.standardPath(for: target))
  }
}
