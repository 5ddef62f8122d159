internal import Documents

/// Everything that one run of the lab saw.
package struct LabReport: Sendable {
  package let function: LabFunction
  package let runtimeDescription: String
  package let isolation: Isolation
  package let notes: [String]
  package var invocations: [InvocationResult] = []
  /// Durations of all invocations, also of those that are not kept whole.
  package var durations: [Duration] = []
  package var failures = 0

  /// Invocations kept whole; a measurement of twenty thousand keeps the first ones and what went wrong.
  package static let keptInvocations = 100

  package init(_ session: LabSession, notes: [String] = []) {
    function = session.function
    runtimeDescription = session.runtimeDescription
    isolation = session.isolation
    self.notes = notes + session.notes
  }

  package mutating func add(_ result: InvocationResult) {
    durations.append(result.duration)
    if result.status != .ok { failures += 1 }
    if invocations.count < Self.keptInvocations { invocations.append(result) }
  }

  /// What the enforcer says that it reached; `nil` without one.
  package var level: String? {
    for event in invocations.flatMap(\.events) {
      if let level = event[path: "unmapped", "parapet", "level"]?.text { return level }
    }
    return nil
  }

  package var statistics: DurationStatistics? { DurationStatistics(durations) }
}

/// What many durations have in common.
package struct DurationStatistics: Sendable {
  package let count: Int
  package let minimum: Duration
  package let median: Duration
  /// 99 of 100 took at most this.
  package let percentile99: Duration

  /// - Returns: `nil` for fewer than two.
  package init?(_ durations: [Duration]) {
    guard durations.count > 1 else { return nil }
    let sorted = durations.sorted()
    count = sorted.count
    minimum = sorted[0]
    median = sorted[(sorted.count - 1) / 2]
    percentile99 = sorted[max(0, (sorted.count * 99 + 99) / 100 - 1)]
  }
}
