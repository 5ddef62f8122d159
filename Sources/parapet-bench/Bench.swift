internal import ApplicationGraph
internal import ApplicationModel
internal import Glibc
internal import LanguageFrontends
internal import SourceModel

/// Measures single engines on inputs of a known size: graph, frontends, the search for secrets.
///
/// Prints one line of JSON for scripts/bench; not shipped.
@main
enum Bench {
  private static let usage = """
    usage: parapet-bench graph FUNCTIONS GRANTS
           parapet-bench frontends FOLDER
           parapet-bench advisories COUNT FOLDER
           parapet-bench secrets [--once] FOLDER
    """

  static func main() {
    let words = Array(CommandLine.arguments.dropFirst())
    if words.count == 3, words[0] == "graph", let functions = Int(words[1]), let grants = Int(words[2]),
      (1...1_000_000).contains(functions), (3...10_000).contains(grants)
    {
      measureGraph(functions: functions, grants: grants)
    } else if words.count == 2, words[0] == "frontends" {
      measureFrontends(folder: words[1])
    } else if words.count == 3, words[0] == "advisories", let count = Int(words[1]),
      (1...40_000).contains(count),
      let figures = AdvisorySpeed(records: count, folder: words[2]).json
    {
      print(figures)
    } else if words.count == 2, words[0] == "secrets" {
      print(SecretSpeed(files: Files.read(words[1])).json)
    } else if words.count == 3, words[0] == "secrets", words[1] == "--once" {
      print(SecretSpeed(files: Files.read(words[2]), isSingle: true).json)
    } else {
      print(usage)
      exit(64)
    }
  }

  private static func measureFrontends(folder: String) {
    let files = Files.read(folder) { Frontend.language(ofPath: $0) != nil }
    let speeds = [SourceLanguage.python, .javaScript].compactMap { language in
      FrontendSpeed(
        language: language, files: files.filter { Frontend.language(ofPath: $0.path) == language }
      ).json
    }
    print("[\(speeds.joined(separator: ","))]")
  }

  private static func measureGraph(functions: Int, grants: Int) {
    let application = LargeApplication(functions: functions, grants: grants).application
    let start = now
    let graph = AccessGraph(ApplicationGraph(application))
    let built = now
    let paths = graph.attackPaths()
    let found = now
    let radius = application.functions.prefix(1_000).compactMap { graph.node(ofFunction: $0.id) }
      .map { graph.blastRadius(of: $0).count }.reduce(0, +)
    let finished = now
    print(
      """
      {"nodes":\(graph.nodes.count),"edges":\(graph.edges.count),"paths":\(paths.paths.count + paths.omitted),\
      "graphSeconds":\(built - start),"pathSeconds":\(found - built),"radiusSeconds":\(finished - found),\
      "reached":\(radius),"megabytes":\(peakMegabytes)}
      """)
  }

  /// Seconds of a clock that only goes forward.
  static var now: Double { seconds(CLOCK_MONOTONIC) }

  /// Seconds that the process has computed.
  static var processorTime: Double { seconds(CLOCK_PROCESS_CPUTIME_ID) }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static var peakMegabytes: Int {
    var usage = rusage()
    getrusage(RUSAGE_SELF.rawValue, &usage)
    return usage.ru_maxrss / 1024
  }
}
