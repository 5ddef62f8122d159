/// Writes a run as one line of JSON, for other programs.
package struct LabJSONWriter {
  package init() {}

  package func text(_ report: LabReport) -> String {
    let function = report.function
    return JSONPiece.object([
      ("runtime", .string(function.runtime.description)),
      ("interpreter", .string(report.runtimeDescription)),
      (
        "function",
        .object([
          ("name", .string(function.name)), ("handler", .string(function.handler)),
          ("memory_mb", .number(function.memory)), ("timeout_ms", .milliseconds(function.timeout)),
        ])
      ),
      ("isolation", isolation(report.isolation)), ("notes", .array(report.notes.map(JSONPiece.string))),
      ("level", report.level.map(JSONPiece.string) ?? .null),
      (
        "cold",
        report.invocations.first?.initialisation.map { .object([("init_ms", .milliseconds($0))]) } ?? .null
      ),
      ("invocations", .array(report.invocations.map(invocation))),
      ("failures", .number(report.failures)),
      ("statistics", report.statistics.map { statistics($0, of: report.durations) }),
    ]).text + "\n"
  }

  private func isolation(_ isolation: Isolation) -> JSONPiece {
    .object([
      ("namespaces", .boolean(isolation.hasNamespaces)), ("network", .boolean(!isolation.hasOwnNetwork)),
      ("lambda_like", .boolean(isolation.isLambdaLike)),
      ("user", isolation.user.map { .number(Int($0)) }),
      ("obstacle", isolation.obstacle.map(JSONPiece.string)),
    ])
  }

  private func invocation(_ result: InvocationResult) -> JSONPiece {
    let failure = result.failure.map { failure in
      JSONPiece.object([
        ("type", .string(failure.type)), ("message", .string(failure.message)),
        ("report", failure.body.isEmpty ? nil : .payload(failure.body)),
      ])
    }
    let answer = HTTPStreamAnswer(result)
    return .object([
      ("request_id", .string(result.requestID)), ("status", .string(result.status.rawValue)),
      ("result", answer?.body ?? .payload(result.payload)), ("http", answer?.prelude),
      ("content_type", result.contentType.map(JSONPiece.string)),
      ("streamed", result.isStreamed ? .boolean(true) : nil), ("error", failure),
      ("init_ms", result.initialisation.map(JSONPiece.milliseconds)),
      ("duration_ms", .milliseconds(result.duration)), ("billed_ms", .number(result.billedMilliseconds)),
      ("max_rss_kb", .number(result.peakMemory / 1024)), ("log", .string(result.text)),
      ("events", .array(result.events.map(JSONPiece.node))),
    ])
  }

  private func statistics(_ statistics: DurationStatistics, of durations: [Duration]) -> JSONPiece {
    .object([
      ("count", .number(statistics.count)), ("min_ms", .milliseconds(statistics.minimum)),
      ("median_ms", .milliseconds(statistics.median)), ("p99_ms", .milliseconds(statistics.percentile99)),
      ("durations_ms", .array(durations.map(JSONPiece.milliseconds))),
    ])
  }
}
