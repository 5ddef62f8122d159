/// A label on a value, and how it came there.
struct Taint: Hashable, Sendable {
  let label: LabelID
  let trace: TraceID

  /// Merges two sorted lists; of one label on both sides the shorter way stays.
  static func union(_ left: [Taint], _ right: [Taint], _ traces: TraceTable) -> [Taint] {
    if right.isEmpty { return left }
    if left.isEmpty { return right }
    var union: [Taint] = []
    union.reserveCapacity(left.count + right.count)
    var (i, j) = (0, 0)
    while i < left.count, j < right.count {
      let (a, b) = (left[i], right[j])
      if a.label < b.label {
        union.append(a)
        i += 1
      } else if b.label < a.label {
        union.append(b)
        j += 1
      } else {
        union.append(traces.length(of: b.trace) < traces.length(of: a.trace) ? b : a)
        i += 1
        j += 1
      }
    }
    union += left[i...]
    union += right[j...]
    return union.count > Value.taintLimit ? Array(union.prefix(Value.taintLimit)) : union
  }

  /// Sorts and drops doubles.
  static func normalised(_ taints: [Taint], _ traces: TraceTable) -> [Taint] {
    if taints.count < 2 { return taints }
    var kept: [Taint] = []
    for taint in taints.sorted(by: { $0.label < $1.label }) {
      if let last = kept.last, last.label == taint.label {
        if traces.length(of: taint.trace) < traces.length(of: last.trace) { kept[kept.count - 1] = taint }
      } else {
        kept.append(taint)
      }
    }
    return kept.count > Value.taintLimit ? Array(kept.prefix(Value.taintLimit)) : kept
  }
}
