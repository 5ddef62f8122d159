internal import SecretFiles

/// How fast secrets are looked for, by one thread, in each file and in all of them.
struct SecretSpeed {
  let files: [(path: String, bytes: [UInt8])]
  /// Look once, for a process that is measured from outside; else the figure is the best of several rounds.
  var isSingle = false

  /// The best of several rounds, as for the frontends.
  private static let rounds = 5

  /// One object of JSON.
  var json: String {
    let bytes = files.map(\.bytes.count).reduce(0, +)
    var found = 0
    let seconds =
      (0..<(isSingle ? 1 : Self.rounds)).map { _ in
        let start = Bench.processorTime
        found = scan()
        return Bench.processorTime - start
      }
      .min() ?? .infinity
    return """
      {"files":\(files.count),"bytes":\(bytes),"secrets":\(found),"seconds":\(seconds),\
      "megabytesPerSecond":\(Double(bytes) / 1e6 / seconds)}
      """
  }

  private func scan() -> Int {
    files.reduce(0) { count, file in
      count + FileSecrets.secrets(in: file.bytes, path: file.path).count
    }
  }
}
