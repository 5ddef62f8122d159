internal import Glibc

/// `parapet-fuzz`: gives parsers hostile input until the time is over or something breaks.
@main
enum Fuzz {
  static func main() {
    Watch.armAlarm()
    switch Arguments.parse(Array(CommandLine.arguments.dropFirst())) {
    case .list:
      for target in FuzzTarget.allCases { print(target.rawValue) }
    case .replay(let target, let file):
      guard let bytes = Corpus.file(file) else { stop("'\(file)' cannot be read", code: 64) }
      if let complaint = Watch.run(target, bytes) { stop(complaint, code: 1) }
      print("1 executions, 0 failures")
    case .fuzz(let target, let seconds, let seed, let corpus, let record):
      run(target, seconds: seconds, seed: seed, corpus: corpus, record: record)
    case nil:
      complain(Arguments.usage)
      exit(64)
    }
  }

  private static func run(
    _ target: FuzzTarget, seconds: Double, seed: UInt64, corpus: String?, record: String
  ) {
    var seeds = Seeds.inputs(for: target)
    if let corpus {
      guard let files = Corpus.read(corpus) else { stop("the folder '\(corpus)' cannot be read", code: 64) }
      seeds += files
    }
    guard let record = InputRecord(path: record) else { stop("'\(record)' cannot be written", code: 64) }
    var mutator = Mutator(seed: seed, seeds: seeds, tokens: Seeds.tokens(for: target))
    var executions = 0
    let start = Watch.now
    // The seeds themselves first: each of them is a good input.
    var waiting = Array(seeds.reversed())
    while Watch.now - start < seconds {
      let bytes = waiting.popLast() ?? mutator.next()
      guard record.write(bytes) else { stop("'\(record.path)' cannot be written", code: 64) }
      if let complaint = Watch.run(target, bytes) {
        stop(
          "\(complaint); the input is in \(record.path)\n\(executions + 1) executions, 1 failures", code: 1)
      }
      executions += 1
    }
    record.remove()
    print("\(Int(Double(executions) / max(Watch.now - start, 0.001))) executions per second")
    print("\(executions) executions, 0 failures")
  }

  private static func complain(_ text: String) {
    let bytes = Array(text.utf8)
    // Where nobody listens, the exit code says it.
    _ = write(STDERR_FILENO, bytes, bytes.count)
  }

  private static func stop(_ reason: String, code: Int32) -> Never {
    complain("error: \(reason)\n")
    exit(code)
  }
}
