internal import ApplicationModel
internal import CodeAnalysis
package import FindingModel
package import RuleModel
package import TaintEngine

/// The whole event, or its body or headers, in the log.
package struct WholeEventLogged: FlowRule {
  package static let metadata = RuleMetadata(
    id: "sas5-event-logged", risk: .inadequateMonitoring, title: "The whole event is written to the log",
    severity: .low, weaknesses: [532],
    peers: ["semgrep:lambda-log-event"],
    rationale:
      """
      Events carry tokens, cookies, addresses and whatever users typed. In the log they are kept for \
      years, copied to other systems and readable by everybody who may read logs, while the database \
      they belong in is guarded.
      """,
    blindSpots:
      """
      A logger that was told to redact fields is not recognised. Events of buckets, schedules, log \
      subscriptions and rotations hold names and times only, and are not reported.
      """,
    remediation: Remediation(
      """
      Log the identifiers you need: request id, route, key of the record.
      """,
      snippets: [
        .python: """
        logger.info("order", extra={"order_id": order_id})
        """,
        .javaScript: """
        logger.info("order", { orderId });
        """,
      ]),
    references: [
      "https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs.html",
      "https://cheatsheetseries.owasp.org/cheatsheets/Logging_Cheat_Sheet.html#data-to-exclude",
    ])

  package static let sinks: Set<SinkKind> = [.log]
  package static let isDisclosure = true

  package init() {}

  package func isRelevant(_ flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> Bool {
    guard flow.origin.isSentByCaller, flow.origin.isWholeEvent else { return false }
    let kinds = triggers(of: flow, in: code, context)
    return kinds.isEmpty || !kinds.isSubset(of: Self.harmless)
  }

  /// Once for all the lines of one function: they go when one decides not to log it.
  package func cause(of flow: Flow) -> FlowCause { .value(flow.origin.title, in: flow.function) }

  package func consequence(of flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> String {
    let isRequest = !triggers(of: flow, in: code, context).isDisjoint(with: Self.requests)
    let content = isRequest ? "all tokens and personal data in it" : "whatever its sender put into it"
    return "is written to the log (`\(flow.callee)`), with \(content)"
  }

  /// Kinds of the triggers that send such an event; empty where none is known.
  private func triggers(of flow: Flow, in code: FunctionUnderTest, _ context: RuleContext) -> Set<TriggerKind>
  {
    let senders = code.function.triggers.filter { $0.schemaTitle(in: context.graph) == flow.origin.event }
    return Set(senders.map(\.kind))
  }

  /// Events that carry names and times only.
  private static let harmless: Set<TriggerKind> = [.bucket, .schedule, .logSubscription, .secretRotation]

  private static let requests: Set<TriggerKind> = [
    .restAPI, .httpAPI, .webSocketAPI, .functionURL, .loadBalancer, .graphQL, .authorizer, .edge, .userPool,
  ]
}
