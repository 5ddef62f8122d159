/// The cheapest ways from some states to all others, or from all others to some.
struct ShortestMoves {
  static let unreachable = Int32.max

  /// Points to each state; ``unreachable`` where there is no way.
  let cost: [Int32]
  /// The edge by which the cheapest way enters a state, or leaves it where ways to the starts were asked for.
  private let edge: [Int32]
  private let neighbour: [Int32]

  /// Cost is linear in edges and points; ties fall to what was found first, so that two runs agree.
  ///
  /// - Parameters:
  ///   - reversed: Ways to the starts instead of from them.
  ///   - expands: Whether ways lead on through a state that is no start.
  ///   - cut: Edges that count as removed.
  init(
    _ graph: AccessGraph, starts: [(state: AttackState, points: Int32)], reversed: Bool,
    through expands: (AttackState) -> Bool = { _ in true }, without cut: (Int32) -> Bool = { _ in false }
  ) {
    let count = graph.nodes.count * 2
    var cost = [Int32](repeating: Self.unreachable, count: count)
    var edge = [Int32](repeating: -2, count: count)
    var neighbour = [Int32](repeating: -1, count: count)
    var queue = BucketQueue()
    for (state, points) in starts where points < cost[Int(state.number)] {
      cost[Int(state.number)] = points
      queue.insert(state.number, points)
    }
    func relax(_ move: AttackMove, _ number: Int32, _ points: Int32) {
      if move.edge >= 0, cut(move.edge) { return }
      let next = Int((reversed ? move.from : move.to).number)
      let total = points + move.cost
      guard total < cost[next] else { return }
      cost[next] = total
      edge[next] = move.edge
      neighbour[next] = number
      queue.insert(Int32(next), total)
    }
    while let (number, points) = queue.next() {
      guard points == cost[Int(number)] else { continue }
      let state = AttackState(number: number)
      guard neighbour[Int(number)] < 0 || expands(state) else { continue }
      if reversed {
        graph.forEachMove(to: state) { relax($0, number, points) }
      } else {
        graph.forEachMove(from: state) { relax($0, number, points) }
      }
    }
    self.cost = cost
    self.edge = edge
    self.neighbour = neighbour
  }

  func reaches(_ state: AttackState) -> Bool { cost[Int(state.number)] != Self.unreachable }

  /// The way between a start and a state: states with the edge that leads to the next, in the order of the search.
  func chain(_ state: AttackState) -> [(state: AttackState, edge: Int32)] {
    var result: [(AttackState, Int32)] = []
    var number = state.number
    while number >= 0, result.count <= cost.count {
      result.append((AttackState(number: number), edge[Int(number)]))
      number = neighbour[Int(number)]
    }
    return result
  }
}

/// A queue by small whole numbers; those of the same number leave in the order in which they came.
private struct BucketQueue {
  private var buckets: [[Int32]] = []
  private var current = 0
  private var position = 0

  mutating func insert(_ value: Int32, _ points: Int32) {
    while buckets.count <= Int(points) { buckets.append([]) }
    buckets[Int(points)].append(value)
  }

  mutating func next() -> (value: Int32, points: Int32)? {
    while current < buckets.count {
      if position < buckets[current].count {
        position += 1
        return (buckets[current][position - 1], Int32(current))
      }
      buckets[current] = []
      current += 1
      position = 0
    }
    return nil
  }
}
