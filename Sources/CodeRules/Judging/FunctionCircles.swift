internal import CodeAnalysis

/// Circles of links between different functions, each once, beginning with the function whose id is least.
enum FunctionCircles {
  /// Functions of one circle; longer ones are no clearer to anybody.
  static let lengthLimit = 6
  /// Circles that are reported of one application.
  static let countLimit = 20

  static func find(in links: [FunctionLink]) -> [[FunctionLink]] {
    let starting = links.filter { !$0.fields.isEmpty && $0.isInevitable && $0.writer != $0.reader }
    let next = Dictionary(grouping: starting, by: \.writer)
    var circles: [[FunctionLink]] = []
    for first in next.keys.sorted() {
      var waiting: [[FunctionLink]] = (next[first] ?? []).map { [$0] }
      var steps = 0
      while let path = waiting.popLast(), circles.count < countLimit, steps < 10_000 {
        steps += 1
        guard let last = path.last else { continue }
        if last.reader == first {
          if !circles.contains(where: { $0.map(\.writer) == path.map(\.writer) }) { circles.append(path) }
          continue
        }
        // Beginning with the least id, a circle is found once and not from each of its functions.
        guard path.count < lengthLimit, last.reader > first,
          !path.contains(where: { $0.writer == last.reader })
        else {
          continue
        }
        waiting += (next[last.reader] ?? []).map { path + [$0] }
      }
    }
    return circles
  }
}
