/// Powertools for AWS Lambda (TypeScript) and middy: batches, routers, and what runs around a handler.
enum NodePowertools {
  static let calls: [CallModel] = batches + routers + middlewares

  private static let batches: [CallModel] = [
    CallModel(
      "@aws-lambda-powertools/batch.{processPartialResponse,processPartialResponseSync}",
      effects: [
        .callback(Callback(.position(1), parameters: [.element(of: .field(.position(0), "Records"))])),
        .clean,
      ])
  ]

  private static let options = ResultModel.record(["event": .origin(.event(field: [])), "context": .clean])

  private static let routers: [CallModel] = [
    CallModel(
      """
      @aws-lambda-powertools/event-handler/{http,rest,experimental-rest}.Router().{get,post,put,patch,delete,\
      head,options}
      """,
      effects: (1..<3).map {
        .callback(
          Callback(
            .position($0),
            parameters: [
              .record([
                "params": .origin(.request(field: ["params"])), "req": .shared("http.request"),
                "event": .origin(.event(field: [])), "context": .clean,
              ])
            ], isImmediate: false))
      } + [.keepsReceiver]),
    CallModel(
      "@aws-lambda-powertools/event-handler/appsync-graphql.AppSyncGraphQLResolver().{onQuery,onMutation}",
      effects: [
        .callback(
          Callback(
            .position(1), parameters: [.origin(.event(field: ["arguments"])), options], isImmediate: false))
      ]),
    CallModel(
      "@aws-lambda-powertools/event-handler/appsync-graphql.AppSyncGraphQLResolver().resolver",
      effects: [
        .callback(
          Callback(
            .position(0), parameters: [.origin(.event(field: ["arguments"])), options], isImmediate: false))
      ]),
    CallModel(
      """
      @aws-lambda-powertools/event-handler/appsync-graphql.AppSyncGraphQLResolver().{batchResolver,\
      onBatchQuery,onBatchMutation}
      """,
      effects: (0..<2).map {
        .callback(Callback(.position($0), parameters: [.origin(.event(field: []))], isImmediate: false))
      }),
    CallModel(
      "@aws-lambda-powertools/event-handler/appsync-events.AppSyncEventsResolver().onPublish",
      effects: [
        .callback(
          Callback(
            .position(1), parameters: [.origin(.event(field: ["events", "[]", "payload"])), options],
            isImmediate: false))
      ]),
    CallModel(
      "@aws-lambda-powertools/event-handler/bedrock-agent.BedrockAgentFunctionResolver().tool",
      effects: [
        .callback(
          Callback(
            .position(0), parameters: [.origin(.event(field: ["parameters", "[]"])), options],
            isImmediate: false))
      ]),
  ]

  private static let request = ResultModel.record([
    "event": .origin(.event(field: [])), "context": .clean, "internal": .clean,
  ])

  private static let failed = ResultModel.record([
    "event": .origin(.event(field: [])), "context": .clean, "internal": .clean,
    "error": .origin(.error(.whole)),
  ])

  private static func around(_ function: Selector, _ request: ResultModel) -> CallModel.Effect {
    .callback(Callback(function, parameters: [request], isImmediate: false, isHook: true))
  }

  /// What stands before or after a handler, given by itself or in the record of a middleware.
  private static let stages: [CallModel.Effect] = [
    around(.field(.position(0), "before"), request), around(.field(.position(0), "after"), request),
    around(.field(.position(0), "onError"), failed),
  ]

  private static let middlewares: [CallModel] = [
    CallModel(
      "{@middy/core,middy,@middy/core.default}",
      effects: [
        .result(.conditional([.present(.position(0))], .same(.position(0)), otherwise: .instance("middy")))
      ]),
    CallModel(
      "middy.use", effects: stages + [.writes(from: .position(0), into: .receiver), .keepsReceiver]),
    CallModel("middy.{before,after}", effects: [around(.position(0), request), .keepsReceiver]),
    CallModel("middy.onError", effects: [around(.position(0), failed), .keepsReceiver]),
  ]
}
