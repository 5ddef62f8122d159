internal import ApplicationGraph
internal import ApplicationModel
internal import Glibc

/// `parapet-bench graph FUNCTIONS GRANTS`: how long the graph of a large application takes.
///
/// Prints one line of JSON for scripts/bench; not shipped.
@main
enum Bench {
  static func main() {
    let words = CommandLine.arguments.dropFirst()
    guard words.first == "graph", words.count == 3,
      let functions = words.dropFirst().first.flatMap({ Int($0) }),
      let grants = words.last.flatMap({ Int($0) }), (1...1_000_000).contains(functions),
      (3...10_000).contains(grants)
    else {
      print("usage: parapet-bench graph FUNCTIONS GRANTS")
      exit(64)
    }
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
  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static var peakMegabytes: Int {
    var usage = rusage()
    getrusage(RUSAGE_SELF.rawValue, &usage)
    return usage.ru_maxrss / 1024
  }
}
