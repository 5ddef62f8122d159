/// Web frameworks inside functions, and what they answer.
enum PythonWeb {
  static let calls: [CallModel] = requests + answers + redirects + errors

  static let members: [MemberModel] =
    flask + [
      request("{bottle,cherrypy}.request.{query,forms,params,json,body,headers,cookies,files,GET,POST}", []),
      request(
        "*.current_event.{query_string_parameters,multi_value_query_string_parameters}",
        ["queryStringParameters"]),
      request("*.current_event.{body,json_body,decoded_body}", ["body"]),
      request("*.current_event.headers", ["headers"]),
      request("*.current_event.path_parameters", ["pathParameters"]),
      request("*.current_event.{path,raw_path}", ["path"]),
    ]

  private static func request(_ path: String, _ field: [String]) -> MemberModel {
    MemberModel(path, result: .origin(.request(field: field)))
  }

  private static let flask: [MemberModel] = [
    request("flask.request.{args,query_string,values}", ["query"]), request("flask.request.form", ["form"]),
    request("flask.request.{json,data,stream}", ["body"]), request("flask.request.headers", ["headers"]),
    request("flask.request.cookies", ["cookies"]), request("flask.request.files", ["files"]),
    request("flask.request.{path,full_path,url,base_url}", ["path"]),
    request("flask.request.view_args", ["params"]),
    request("{quart,sanic}.request.{args,form,headers,cookies,files,json}", []),
    request("flask.request.{user_agent,referrer,host}", ["headers"]),
  ]

  private static let requests: [CallModel] = [
    CallModel(
      "flask.request.{get_json,get_data,json,form,body}",
      "{quart.request,bottle.request}.{get_json,get_data}",
      effects: [.result(.origin(.request(field: ["body"])))]),
    CallModel(
      "*.current_event.{get_query_string_value,get_multi_value_query_string_values}",
      effects: [.result(.origin(.request(field: ["queryStringParameters"])))]),
    CallModel("*.current_event.get_header_value", effects: [.result(.origin(.request(field: ["headers"])))]),
    CallModel(
      "azure.functions.HttpRequest().{get_json,get_body}",
      effects: [.result(.origin(.request(field: ["body"])))]),
  ]

  /// A body that is HTML unless a type is named that is not.
  private static func page(_ body: Selector, type: String) -> [CallModel.Effect] {
    let isPage = Condition.any([
      .not(.any([.present(.named(type)), .present(.named("content_type"))])), .mentions(.named(type), "html"),
      .mentions(.named("content_type"), "html"),
    ])
    return [
      .into(.responseBody, body, when: [isPage], detail: "html"),
      .into(.responseBody, body, when: [.not(isPage)]),
    ]
  }

  private static let answers: [CallModel] = [
    CallModel(
      "flask.{make_response,Response}",
      "{werkzeug.wrappers.Response,werkzeug.Response}",
      effects: page(.argument(0, "response"), type: "mimetype") + [.result(.madeOf([.position(0)]))]),
    CallModel(
      "flask.jsonify", "{fastapi.responses,starlette.responses}.{JSONResponse,ORJSONResponse,UJSONResponse}",
      "django.http.JsonResponse", "{sanic.response.json,aiohttp.web.json_response}",
      effects: [.into(.responseBody, .anyArgument, detail: "json"), .clean]),
    CallModel(
      "{fastapi.responses,starlette.responses,fastapi}.HTMLResponse", "sanic.response.html",
      "bottle.HTTPResponse", "tornado.web.RequestHandler().write",
      effects: [.into(.responseBody, .argument(0, "content"), detail: "html"), .clean]),
    CallModel(
      "{fastapi.responses,starlette.responses,fastapi}.{Response,PlainTextResponse,StreamingResponse}",
      "sanic.response.text", "aiohttp.web.Response",
      effects: [
        .into(
          .responseBody, .argument(0, "content"), when: [.mentions(.named("media_type"), "html")],
          detail: "html"),
        .into(
          .responseBody, .named("text"), when: [.mentions(.named("content_type"), "html")], detail: "html"),
        .into(.responseBody, .argument(0, "content")), .into(.responseBody, .named("text")),
        .into(.responseBody, .named("body")), .clean,
      ]),
    CallModel(
      "django.http.{HttpResponse,HttpResponseBadRequest,HttpResponseNotFound,StreamingHttpResponse}",
      effects: page(.argument(0, "content"), type: "content_type") + [.clean]),
    CallModel(
      "aws_lambda_powertools.event_handler.{Response,api_gateway.Response}",
      effects: [
        .into(
          .responseBody, .argument(2, "body"), when: [.mentions(.argument(1, "content_type"), "html")],
          detail: "html"),
        .into(.responseBody, .argument(2, "body"), detail: "json"),
        .into(.responseHeader, .anywhereIn(.argument(3, "headers"))), .clean,
      ]),
    CallModel(
      "azure.functions.HttpResponse",
      effects: [
        .into(
          .responseBody, .argument(0, "body"), when: [.mentions(.named("mimetype"), "html")], detail: "html"),
        .into(.responseBody, .argument(0, "body")), .into(.responseHeader, .anywhereIn(.named("headers"))),
        .clean,
      ]),
    CallModel(
      "{flask.Markup,markupsafe.Markup,django.utils.safestring.mark_safe}",
      effects: [.into(.responseBody, .position(0), .likely), .keepsFirst]),
    CallModel(
      """
      {html.escape,cgi.escape,markupsafe.escape,flask.escape,django.utils.html.escape,\
      xml.sax.saxutils.escape,xml.sax.saxutils.quoteattr,bleach.clean,bleach.linkify,nh3.clean,\
      django.utils.html.conditional_escape,werkzeug.utils.escape,tornado.escape.xhtml_escape,\
      jinja2.escape,html_sanitizer.Sanitizer().sanitize,lxml.html.clean.clean_html,\
      django.utils.html.strip_tags}
      """,
      effects: [.escapes(.position(0), for: .responseBody, .xmlEntities)]),
    CallModel(
      "markupsafe.Markup().format", "django.utils.html.format_html",
      effects: [.result(.sanitized(.allFrom(1), for: SinkKinds(.responseBody)))]),
    .keeps("html.unescape"),
  ]

  private static let redirects: [CallModel] = [
    CallModel(
      """
      {flask.redirect,werkzeug.utils.redirect,django.shortcuts.redirect,django.http.HttpResponseRedirect,\
      django.http.HttpResponsePermanentRedirect,starlette.responses.RedirectResponse,\
      fastapi.responses.RedirectResponse,bottle.redirect,aiohttp.web.HTTPFound,sanic.response.redirect,\
      quart.redirect}
      """,
      effects: [
        .into(.redirect, .argument(0, "url"), when: [.not(.fixesServer(.argument(0, "url")))]),
        .into(.redirect, .named("location"), when: [.not(.fixesServer(.named("location")))]), .clean,
      ])
  ]

  /// Errors whose message is the answer.
  private static let errors: [CallModel] = [
    CallModel(
      "{flask,quart,werkzeug.exceptions,flask_restful,flask_smorest,bottle}.abort",
      effects: [
        .into(.responseBody, .argument(1, "description"), .likely, detail: "json"),
        .into(.responseBody, .named("message"), .likely, detail: "json"),
      ]),
    CallModel(
      "{fastapi,fastapi.exceptions,starlette.exceptions}.HTTPException",
      effects: [.answers(.argument(1, "detail"), onlyThrown: false)]),
    CallModel(
      """
      werkzeug.exceptions.{HTTPException,BadRequest,Unauthorized,Forbidden,NotFound,MethodNotAllowed,\
      NotAcceptable,Conflict,Gone,UnprocessableEntity,UnsupportedMediaType,TooManyRequests,\
      InternalServerError,BadGateway,ServiceUnavailable}
      """,
      effects: [.answers(.argument(0, "description"), onlyThrown: false)]),
    CallModel(
      """
      aws_lambda_powertools.event_handler.exceptions.{BadRequestError,UnauthorizedError,ForbiddenError,\
      NotFoundError,RequestTimeoutError,RequestEntityTooLargeError,InternalServerError,\
      ServiceUnavailableError}
      """,
      effects: [.answers(.argument(0, "msg"), onlyThrown: true)]),
    CallModel(
      "aws_lambda_powertools.event_handler.exceptions.ServiceError",
      effects: [.answers(.argument(1, "msg"), onlyThrown: true)]),
  ]
}
