/// Functions that web frameworks of Node call, and with what; types as in ``NodeWeb``.
enum NodeRouting {
  /// A request and a response that all functions share: a middleware puts on them what handlers read.
  private static let exchange: [ResultModel] = [.shared("http.request"), .shared("http.response"), .clean]

  /// Two parameters are enough for handlers; a third is `next`, and with four the first is an error.
  private static func functions(_ places: Range<Int>, _ values: [ResultModel], isHook: Bool = false)
    -> [CallModel.Effect]
  {
    places.flatMap { place in [Selector.position(place), .elements(.position(place), from: 0)] }.map {
      .callback(
        Callback(
          $0, parameters: values, isImmediate: false, isHook: isHook,
          errorArity: values.count == 3 ? 4 : nil))
    }
  }

  private static let contexts = functions(0..<4, [.shared("http.context"), .clean])
  private static let honoContexts = functions(0..<4, [.shared("hono.context"), .clean])

  private static let hono = "{hono.Hono,hono,hono/tiny.Hono,@hono/zod-openapi.OpenAPIHono}()"
  private static let fastify = "fastify(),fastify.default(),fastify.fastify()"

  static let calls: [CallModel] = [
    CallModel(
      """
      {express,express.Router,express.default,router,restify.createServer,fastify,fastify.default,\
      fastify.fastify,polka,lambda-api,connect,serverless-express,express-promise-router,find-my-way,\
      tinyhttp.App,@tinyhttp/app.App,hyper-express.Server}().{get,post,put,patch,delete,del,all,\
      options,head,any,METHOD}
      """,
      effects: functions(0..<5, exchange) + [.keepsReceiver]),
    CallModel(
      """
      {express,express.Router,express.default,router,restify.createServer,polka,lambda-api,connect,\
      serverless-express,express-promise-router,tinyhttp.App,@tinyhttp/app.App,fastify,fastify.default,\
      fastify.fastify}().use
      """,
      effects: functions(0..<4, exchange, isHook: true) + [.keepsReceiver]),
    CallModel(
      "{express,express.Router,express.default}().param",
      effects: [
        .callback(
          Callback(
            .position(1), parameters: exchange + [.origin(.request(field: ["params"]))], isImmediate: false,
            isHook: true)), .keepsReceiver,
      ]),
    CallModel("{http,https}.createServer", effects: functions(0..<2, exchange)),
    CallModel(
      "{express,express.Router}().route().{get,post,put,patch,delete,all}",
      effects: functions(0..<5, exchange) + [.keepsReceiver]),
    CallModel(
      "{\(fastify)}.{route}",
      effects: ["handler", "preHandler", "onRequest", "preValidation"].map {
        .callback(Callback(.field(.position(0), $0), parameters: exchange, isImmediate: false))
      } + [.keepsReceiver]),
    CallModel(
      "{\(fastify)}.addHook",
      effects: [
        .callback(Callback(.position(1), parameters: exchange, isImmediate: false, isHook: true)),
        .keepsReceiver,
      ]),
    CallModel(
      "{\(fastify)}.setErrorHandler",
      effects: [
        .callback(
          Callback(.position(0), parameters: [.origin(.error(.whole))] + exchange, isImmediate: false)),
        .keepsReceiver,
      ]),
    CallModel(
      "{\(fastify)}.register",
      effects: [
        .callback(Callback(.position(0), parameters: [.same(.receiver), .clean, .clean])),
        .keepsReceiver,
      ]),
    CallModel(
      "{@hapi/hapi.server,@hapi/hapi.Server}().route",
      effects: [Selector.field(.position(0), "handler"), .field(.elements(.position(0), from: 0), "handler")]
        .map {
          .callback(
            Callback($0, parameters: [.shared("http.request"), .shared("http.response")], isImmediate: false))
        }),
    CallModel(
      """
      {koa,@koa/router,koa-router,itty-router.Router}().{get,post,put,patch,delete,all,del}
      """,
      effects: contexts + [.keepsReceiver]),
    CallModel(
      "\(hono).{get,post,put,patch,delete,all,del}", effects: honoContexts + [.keepsReceiver]),
    CallModel(
      "{koa,@koa/router,koa-router}().use",
      effects: functions(0..<4, [.shared("http.context"), .clean], isHook: true) + [.keepsReceiver]),
    CallModel(
      "\(hono).use",
      effects: functions(0..<4, [.shared("hono.context"), .clean], isHook: true) + [.keepsReceiver]),
    CallModel(
      "\(hono).onError",
      effects: [
        .callback(
          Callback(
            .position(0), parameters: [.origin(.error(.whole)), .shared("hono.context")], isImmediate: false)),
        .keepsReceiver,
      ]),
    CallModel(
      "{@google-cloud/functions-framework,functions-framework}.http", "firebase-functions.https.onRequest",
      "firebase-functions/v2/https.onRequest", effects: functions(0..<2, exchange)),
    CallModel(
      "{body-parser,express,express.default}.{json,urlencoded,text,raw}",
      "{cors,helmet,morgan,compression,cookie-parser}", effects: [.clean]),
  ]
}
