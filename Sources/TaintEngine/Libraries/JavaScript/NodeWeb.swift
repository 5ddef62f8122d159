/// Web frameworks of Node inside functions: what comes in through a request and what goes out.
///
/// Types: `http.request` and `http.response`, for Express, Koa, Fastify, Hono, Restify and Node's own.
enum NodeWeb {
  static let calls: [CallModel] = NodeRouting.calls + incoming + outgoing + redirects + headers + escaping

  static let members: [MemberModel] = [
    request("{body,rawBody,payload}", ["body"]), request("query", ["query"]),
    request("querystring", ["query"]),
    request("{params,param}", ["params"]), request("{headers,header,rawHeaders}", ["headers"]),
    request("{cookies,signedCookies}", ["cookies"]),
    request("{url,originalUrl,path,baseUrl}", ["path"]), request("{files,file}", ["files"]),
    request("{hostname,host}", ["headers"]),
    request("req.{query,param,header,url,path}", ["query"]),
    MemberModel("{http.context.request,http.context.req,hono.context.req}", result: .shared("http.request")),
    MemberModel("http.context.{query}", result: .origin(.request(field: ["query"]))),
    MemberModel("http.context.{params}", result: .origin(.request(field: ["params"]))),
    MemberModel("http.context.{headers,header}", result: .origin(.request(field: ["headers"]))),
    MemberModel("http.context.{url,path}", result: .origin(.request(field: ["path"]))),
    MemberModel("http.context.{response,res}", result: .shared("http.response")),
  ]

  private static func request(_ members: String, _ field: [String]) -> MemberModel {
    MemberModel("http.request.\(members)", result: .origin(.request(field: field)))
  }

  private static let incoming: [CallModel] = [
    CallModel(
      "http.request.{get,header}", effects: [.result(.part(.request(field: ["headers"]), .position(0)))]),
    CallModel(
      "http.request.{query,queries}", effects: [.result(.part(.request(field: ["query"]), .position(0)))]),
    CallModel("http.request.param", effects: [.result(.part(.request(field: ["params"]), .position(0)))]),
    // Hono's validators check the shape; the texts stay what was sent.
    CallModel(
      "http.request.valid",
      effects: [
        .result(
          .joined(
            [
              ("json", "body"), ("form", "body"), ("query", "query"), ("param", "params"),
              ("header", "headers"),
            ]
            .map { kind, field in
              .conditional(
                [.isText(.position(0), [kind])], .origin(.request(field: [field])), otherwise: .joined([]))
            }))
      ]),
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
    CallModel(
      "{http.context,hono.context}.html",
      effects: [.into(.responseBody, .position(0), detail: "html"), .clean]),
    // Koa takes a text that has a tag for a page.
    CallModel(
      "{http.context,http.response}.assignBody",
      effects: [
        .into(.responseBody, .position(0), when: [.mentions(.position(0), "<")], detail: "html"),
        .into(.responseBody, .anywhereIn(.position(0)), detail: "json"), .clean,
      ]),
    CallModel(
      "{http.context,hono.context}.{body,text}", effects: [.into(.responseBody, .position(0)), .clean]),
    CallModel(
      "{http.context,hono.context}.json",
      effects: [.into(.responseBody, .anywhereIn(.position(0)), detail: "json"), .clean]),
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
      "{http.response,http.context,hono.context,*.res,*.reply}.redirect",
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
      "{http.response,http.context,*.res}.{setHeader,header,set,append}", "hono.context.header",
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
