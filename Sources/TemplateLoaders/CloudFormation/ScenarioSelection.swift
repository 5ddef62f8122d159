/// Chooses which combinations of assumptions are explored.
enum ScenarioSelection {
  struct Selection {
    /// Positions in each variable's domain, one per variable.
    var choices: [[Int]]
    /// How many combinations there are; `Int.max` stands for more than can be counted.
    var total: Int

    var isComplete: Bool { choices.count == total }
  }

  /// Most variables whose pairs are looked at; with more, single values are all that 32 scenarios can cover.
  private static let pairwiseVariables = 64

  /// Every combination if there are no more than `limit`; otherwise a fixed choice of `limit` that covers
  /// every value of every variable, then each variable changed alone, then as many pairs as fit.
  static func select(sizes: [Int], limit: Int) -> Selection {
    let limit = max(1, limit)
    let total = sizes.reduce(1) { product, size in
      let (result, overflow) = product.multipliedReportingOverflow(by: size)
      return overflow ? Int.max : result
    }
    if total <= limit { return Selection(choices: product(sizes), total: total) }
    var chosen = OrderedChoices(limit: limit)
    chosen.insert(sizes.map { _ in 0 })
    if sizes.reduce(1, { min($0 + $1 - 1, limit + 1) }) > limit {
      // No room to change one at a time: row n gives every variable its n-th value, which covers them all.
      for row in 1..<max(2, sizes.max() ?? 2) where !chosen.isFull {
        chosen.insert(sizes.map { row % max(1, $0) })
      }
    }
    for variable in sizes.indices where !chosen.isFull {
      for value in 1..<max(2, sizes[variable]) where !chosen.isFull && value < sizes[variable] {
        chosen.insert(sizes.indices.map { $0 == variable ? value : 0 })
      }
    }
    if sizes.count <= pairwiseVariables { addPairs(sizes, to: &chosen) }
    return Selection(choices: chosen.all, total: total)
  }

  private static func product(_ sizes: [Int]) -> [[Int]] {
    sizes.reduce([[]]) { rows, size in rows.flatMap { row in (0..<size).map { row + [$0] } } }
  }

  private struct OrderedChoices {
    let limit: Int
    private(set) var all: [[Int]] = []
    private var known: Set<[Int]> = []

    init(limit: Int) { self.limit = limit }

    var isFull: Bool { all.count >= limit }

    @discardableResult
    mutating func insert(_ choice: [Int]) -> Bool {
      guard !isFull, known.insert(choice).inserted else { return false }
      all.append(choice)
      return true
    }
  }

  private struct Pair: Hashable {
    let first: Int
    let firstValue: Int
    let second: Int
    let secondValue: Int
  }

  /// Adds rows that each cover as many pairs of values as a greedy choice finds.
  private static func addPairs(_ sizes: [Int], to chosen: inout OrderedChoices) {
    var covered: Set<Pair> = []
    for choice in chosen.all { covered.formUnion(pairs(of: choice)) }
    while !chosen.isFull {
      var row: [Int] = []
      for (variable, size) in sizes.enumerated() {
        let gains = (0..<size).map { value in
          row.indices.count {
            !covered.contains(
              Pair(first: $0, firstValue: row[$0], second: variable, secondValue: value))
          }
        }
        // The last of equals: the first values are what the rows before had most of.
        let best = gains.indices.max { gains[$0] <= gains[$1] && $0 < $1 } ?? 0
        row.append(best)
      }
      let new = pairs(of: row)
      guard !new.allSatisfy(covered.contains), chosen.insert(row) else { return }
      covered.formUnion(new)
    }
  }

  private static func pairs(of choice: [Int]) -> [Pair] {
    choice.indices.flatMap { second in
      (0..<second).map {
        Pair(first: $0, firstValue: choice[$0], second: second, secondValue: choice[second])
      }
    }
  }
}
