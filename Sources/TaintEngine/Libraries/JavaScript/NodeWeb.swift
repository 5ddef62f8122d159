/// Web frameworks of Node inside functions: what comes in through a request and what goes out.
///
/// Types: `http.request` and `http.response`, for Express, Koa, Fastify, Hono, Restify and Node's own.
enum NodeWeb {
  static let calls: [CallModel] = routing + incoming + outgoing + redirects + headers + escaping

  static let members: [MemberModel] = [
    request("{body,rawBody,payload}", ["body"]), request("query", ["query"]),
    request("querystring", ["query"]),
    request("{params,param}", ["params"]), request("{headers,header,rawHeaders}", ["headers"]),
    request("{cookies,signedCookies}", ["cookies"]),
    request("{url,originalUrl,path,baseUrl}", ["path"]), request("{files,file}", ["files"]),
    request("{hostname,host}", ["headers"]),
    request("req.{query,param,header,url,path}", ["query"]),
    MemberModel("http.context.{request,req}", result: .shared("http.request")),
    MemberModel("http.context.{query}", result: .origin(.request(field: ["query"]))),
    MemberModel("http.context.{params}", result: .origin(.request(field: ["params"]))),
    MemberModel("http.context.{headers,header}", result: .origin(.request(field: ["headers"]))),
    MemberModel("http.context.{url,path}", result: .origin(.request(field: ["path"]))),
    MemberModel("http.context.{response,res}", result: .shared("http.response")),
  ]

  private static func request(_ members: String, _ field: [String]) -> MemberModel {
    MemberModel("http.request.\(members)", result: .origin(.request(field: field)))
  }

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

  private static let fastify = "fastify(),fastify.default(),fastify.fastify()"

  private static let routing: [CallModel] = [
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
      effects: [Selector.field(.position(0), "handler"), .field(.elements(.position(0), from: 0), "handler")].map {
        .callback(
          Callback($0, parameters: [.shared("http.request"), .shared("http.response")], isImmediate: false))
      }),
    CallModel(
      """
      {koa,@koa/router,koa-router,hono.Hono,hono,hono/tiny.Hono,itty-router.Router}().{get,post,put,patch,\
      delete,all,del}
      """,
      effects: contexts + [.keepsReceiver]),
    CallModel(
      "{koa,@koa/router,koa-router,hono.Hono,hono,hono/tiny.Hono}().use",
      effects: functions(0..<4, [.shared("http.context"), .clean], isHook: true) + [.keepsReceiver]),
    CallModel(
      "{hono.Hono,hono,hono/tiny.Hono}().onError",
      effects: [
        .callback(
          Callback(
            .position(0), parameters: [.origin(.error(.whole)), .shared("http.context")], isImmediate: false)),
        .keepsReceiver,
      ]),
    CallModel(
      "{@google-cloud/functions-framework,functions-framework}.http", "firebase-functions.https.onRequest",
      "firebase-functions/v2/https.onRequest", effects: functions(0..<2, exchange)),
    CallModel(
      "{body-parser,express,express.default}.{json,urlencoded,text,raw}",
      "{cors,helmet,morgan,compression,cookie-parser}", effects: [.clean]),
  ]

  private static let incoming: [CallModel] = [
    CallModel("http.request.{get,header}", effects: [.result(.origin(.request(field: ["headers"])))]),
    CallModel(
      "{http.context.req,http.request}.{query,queries}",
      effects: [.result(.origin(.request(field: ["query"])))]),
    CallModel("http.request.param", effects: [.result(.origin(.request(field: ["params"])))]),
    CallModel(
      "http.request.{json,text,formData,arrayBuffer,parseBody,blob}",
      effects: [.result(.origin(.request(field: ["body"])))]),
    CallModel(
      "http.request.{on,once}",
      effects: [
        .callback(
          Callback(.position(1), parameters: [.origin(.request(field: ["body"]))], isImmediate: false)),
        .keepsReceiver,
      ]),
    CallModel("http.request.pipe", effects: [.writes(from: .receiver, into: .position(0))]),
  ]

  private static let outgoing: [CallModel] = [
    // A text is HTML unless the handler says otherwise; a record is sent as JSON.
    CallModel(
      "{http.response,*.res,*.response,*.reply}.{send,end,write}",
      effects: [
        .into(.responseBody, .position(0), when: [.text(.position(0))], detail: "html"),
        .into(.responseBody, .anywhereIn(.position(0)), when: [.structured(.position(0))], detail: "json"),
        .keepsReceiver,
      ]),
    CallModel(
      "{http.response,*.res,*.reply}.{json,jsonp}",
      effects: [.into(.responseBody, .anywhereIn(.position(0)), detail: "json"), .keepsReceiver]),
    CallModel(
      "{http.response,*.res}.render",
      effects: [
        .into(.filePath, .position(0), .likely),
        .into(.template, .position(1), when: [.structured(.position(1))], .possible), .keepsReceiver,
      ]),
    CallModel(
      "{http.response,*.res}.{sendFile,sendfile,download,attachment}",
      effects: [
        .into(.filePath, .position(0), when: [.absent(.field(.position(1), "root"))]), .clean, .nodeCallback,
      ]),
    CallModel("http.context.html", effects: [.into(.responseBody, .position(0), detail: "html"), .clean]),
    // Koa takes a text that has a tag for a page.
    CallModel(
      "{http.context,http.response}.body=",
      effects: [
        .into(.responseBody, .position(0), when: [.mentions(.position(0), "<")], detail: "html"),
        .into(.responseBody, .anywhereIn(.position(0)), detail: "json"), .clean,
      ]),
    CallModel("http.context.{body,text}", effects: [.into(.responseBody, .position(0)), .clean]),
    CallModel(
      "http.context.json", effects: [.into(.responseBody, .anywhereIn(.position(0)), detail: "json"), .clean]),
    CallModel(
      "http.response.{status,type,sendStatus,code,contentType,statusCode,vary}", effects: [.keepsReceiver]),
    CallModel(
      "*.status().{send,end}",
      effects: [
        .into(.responseBody, .position(0), when: [.text(.position(0))], .likely, detail: "html"),
        .keepsReceiver,
      ]),
    CallModel(
      "*.status().json",
      effects: [.into(.responseBody, .anywhereIn(.position(0)), .likely, detail: "json"), .keepsReceiver]),
    CallModel("{react-dom/server.renderToString,react-dom/server.renderToStaticMarkup}", effects: [.clean]),
  ]

  private static let redirects: [CallModel] = [
    CallModel(
      "{http.response,http.context,*.res,*.reply}.redirect",
      effects: [
        .into(.redirect, .position(0), when: [.not(.fixesServer(.position(0)))]),
        .into(.redirect, .position(1), when: [.not(.fixesServer(.position(1)))]), .clean,
      ]),
    CallModel(
      "http.response.location",
      effects: [
        .into(.redirect, .position(0), when: [.not(.fixesServer(.position(0)))]), .keepsReceiver,
      ]),
  ]

  private static let headers: [CallModel] = [
    CallModel(
      "{http.response,http.context,*.res}.{setHeader,header,set,append}",
      effects: [
        .into(.responseHeader, .position(1)),
        .into(
          .redirect, .position(1),
          when: [.isText(.position(0), ["Location", "location"]), .not(.fixesServer(.position(1)))]),
        .keepsReceiver,
      ]),
    CallModel(
      "{http.response,*.res}.writeHead",
      effects: [
        .into(.responseHeader, .anywhereIn(.last)),
        .into(
          .redirect, .field(.last, "Location"), when: [.not(.fixesServer(.field(.last, "Location")))]),
        .into(
          .redirect, .field(.last, "location"), when: [.not(.fixesServer(.field(.last, "location")))]),
        .keepsReceiver,
      ]),
    CallModel(
      "{http.response,*.res}.cookie",
      effects: [.keepsReceiver]),
    CallModel("cookie.serialize", effects: [.keepsFirst]),
  ]

  private static let escaping: [CallModel] = [
    CallModel(
      """
      {escape-html,he.encode,he.escape,html-escaper.escape,html-entities.encode,html-entities.escape,\
      lodash.escape,lodash/escape,lodash.escapeHTML,validator.escape,validator.default.escape,\
      sanitize-html,dompurify.sanitize,isomorphic-dompurify.sanitize,\
      isomorphic-dompurify.default.sanitize,dompurify().sanitize,xss,xss.filterXSS,\
      xss.FilterXSS().process,escape-goat.htmlEscape,entities.encodeHTML,entities.escapeUTF8,\
      entities.encode,insane,striptags,string-strip-html.stripHtml,xss-filters.inHTMLData,\
      xss-filters.inDoubleQuotedAttr,xss-filters.inSingleQuotedAttr,xss-filters.uriInHTMLData,\
      secure-filters.html,lodash.default.escape,handlebars.escapeExpression,\
      handlebars.Utils.escapeExpression,mustache.escape,ejs.escapeXML,underscore.escape,\
      common-tags.safeHtml,html-entities.AllHtmlEntities().encode,node-html-encoder.Encoder().htmlEncode}
      """,
      effects: [.escapes(.position(0), for: .responseBody, .xmlEntities)])
  ]
}
