/// Requests of Node to other servers.
enum NodeRequests {
  static let calls: [CallModel] = simple + configured + sockets + browsers + answers

  private static let answer = CallModel.Effect.result(.remote("the answer of another server"))

  private static func address(_ selector: Selector) -> CallModel.Effect {
    .into(.requestURL, selector, when: [.not(.fixesServer(selector))])
  }

  private static func host(_ selector: Selector) -> CallModel.Effect { .into(.requestURL, selector) }

  private static let verbs = "{get,post,put,patch,delete,head,options,del}"
  private static let clients =
    """
    {axios,axios.default,axios.create(),axios.default.create(),got,got.default,got.extend(),superagent,\
    superagent.agent(),request,request.defaults(),request-promise,request-promise-native,needle,ky,\
    ky.create(),ky-universal,phin,bent(),unirest,axios-retry,urllib,make-fetch-happen,node-libcurl.curly,\
    wreck,@hapi/wreck,http-request,sync-request,then-request,restler,nodemw,cross-fetch,popsicle,\
    request-promise-any,cloudscraper,axios.Axios(),@nestjs/axios.HttpService(),\
    restify-clients.createJsonClient(),undici.Agent(),tiny-json-http}
    """

  /// `(error, response, body)`.
  private static let threePartCallback = CallModel.Effect.callback(
    Callback(.last, parameters: [.origin(.error(.whole)), .callResult, .callResult], isImmediate: false))

  private static let simple: [CallModel] = [
    CallModel(
      "\(clients).\(verbs)",
      effects: [
        address(.position(0)), address(.field(.position(0), "url")), address(.field(.position(0), "uri")),
        answer, threePartCallback,
      ]),
    CallModel(
      "\(clients)",
      effects: [
        address(.position(0)), address(.field(.position(0), "url")), address(.field(.position(0), "uri")),
        address(.field(.position(0), "baseURL")), address(.field(.position(0), "baseUrl")),
        host(.field(.position(0), "hostname")), host(.field(.position(0), "host")), answer, threePartCallback,
      ]),
    CallModel(
      """
      {fetch,node-fetch,node-fetch.default,cross-fetch.fetch,isomorphic-fetch,isomorphic-unfetch,\
      whatwg-fetch.fetch,node-fetch-native,fetch-retry(),undici.fetch,globalThis.fetch,global.fetch,\
      minipass-fetch,@adobe/fetch.fetch}
      """,
      effects: [
        address(.position(0)), address(.field(.position(0), "url")), address(.constructed(.position(0), 0)),
        answer,
      ]),
    CallModel("undici.{request,stream,pipeline,connect}", effects: [address(.position(0)), answer]),
    CallModel(
      "{http,https,follow-redirects.http,follow-redirects.https,http2,spdy}.{get,request}",
      effects: [
        address(.position(0)), host(.field(.position(0), "host")), host(.field(.position(0), "hostname")),
        address(.field(.position(0), "href")),
        .result(.instance("http.ClientRequest")),
        .callback(Callback(.last, parameters: [.instance("http.IncomingMessage")], isImmediate: false)),
      ]),
    CallModel("http2.connect", effects: [address(.position(0)), answer]),
    CallModel(
      """
      {download,download-file,image-downloader.image,nodejs-file-downloader.Downloader,\
      link-preview-js.getLinkPreview,open-graph-scraper,url-metadata,rss-parser().parseURL,\
      feedparser-promised.parse,node-html-to-image,isomorphic-git.clone,simple-git().clone,\
      download-git-repo}
      """,
      effects: [address(.position(0)), address(.field(.position(0), "url")), answer]),
    CallModel(
      "{simple-git,simple-git.simpleGit,simple-git.default}().{clone,pull,raw,fetch,addRemote,checkout}",
      effects: [.into(.commandArgument, .allFrom(0), .likely), answer]),
    CallModel(
      "{soap.createClient,soap.createClientAsync,jayson.client.http}",
      effects: [address(.position(0)), answer]),
  ]

  private static let configured: [CallModel] = [
    CallModel(
      "{axios,axios.default,axios.create(),request,got,superagent,axios.Axios()}.request",
      effects: [
        address(.position(0)), address(.field(.position(0), "url")), address(.field(.position(0), "baseURL")),
        answer,
      ]),
    CallModel(
      "{axios.create,axios.default.create,got.extend,request.defaults,ky.create}",
      effects: [
        address(.field(.position(0), "baseURL")), address(.field(.position(0), "prefixUrl")),
      ]),
    CallModel("superagent", effects: [address(.position(1))]),
    CallModel("unirest", effects: [address(.position(1))]),
    CallModel("needle", effects: [address(.position(1)), answer, threePartCallback]),
    CallModel("urllib.request", effects: [address(.position(0)), answer, threePartCallback]),
  ]

  private static let sockets: [CallModel] = [
    CallModel(
      "{net,tls}.{connect,createConnection}", "{net,tls}.Socket().connect",
      effects: [
        host(.position(1)), host(.field(.position(0), "host")),
        .callback(Callback(.last, parameters: [], isImmediate: false)),
      ]),
    CallModel(
      """
      {ws,ws.WebSocket,WebSocket,socket.io-client,socket.io-client.io,websocket.client().connect,\
      EventSource}
      """,
      effects: [address(.position(0))]),
    CallModel(
      "{dns.lookup,dns.resolve,dns.resolve4,dns.promises.lookup,dns/promises.lookup}",
      effects: [.clean]),
    CallModel(
      "{ssh2-sftp-client,basic-ftp.Client,ftp,ssh2.Client}().{connect,access}",
      effects: [host(.field(.position(0), "host"))]),
  ]

  private static let browsers: [CallModel] = [
    CallModel(
      "*.newPage().{goto,navigate}", "*.page.goto", "?.goto", "webdriverio.remote().url",
      "selenium-webdriver.Builder().build().get", "nightmare().goto", effects: [address(.position(0))]),

    CallModel(
      """
      {wkhtmltopdf,html-pdf.create,jsdom.JSDOM.fromURL,phantom.create().createPage().open,pdf-puppeteer,\
      webshot,capture-website.file,pageres().src,html-pdf-node.generatePdf}
      """,
      effects: [address(.position(0)), address(.field(.position(0), "url"))]),
  ]

  private static let answers: [CallModel] = [
    CallModel(
      """
      {fetch,node-fetch,undici.fetch,cross-fetch.fetch,axios.get,got,superagent.get}().{json,text,\
      arrayBuffer,buffer,blob,formData}
      """,
      "got.{get,post}().{json,text,buffer}", "undici.request().body.{json,text}", effects: [.keepsReceiver]),
    CallModel(
      """
      superagent.{get,post,put,patch,delete}().{send,set,query,type,accept,auth,timeout,retry,redirects,\
      buffer}
      """,
      effects: [.keepsReceiver]),
    CallModel(
      "http.ClientRequest.{on,once}",
      effects: [
        .callback(
          Callback(
            .position(1),
            parameters: [.joined([.instance("http.IncomingMessage"), .origin(.error(.whole))])],
            isImmediate: false)), .keepsReceiver,
      ]),
    CallModel("http.ClientRequest.{end,write,setHeader,setTimeout,destroy,abort}", effects: [.clean]),
    CallModel(
      "http.IncomingMessage.{on,once}",
      effects: [
        .callback(
          Callback(.position(1), parameters: [.remote("the answer of another server")], isImmediate: false)),
        .keepsReceiver,
      ]),
    CallModel(
      "http.IncomingMessage.{pipe,setEncoding}",
      effects: [.writes(from: .receiver, into: .position(0)), .keepsReceiver]),
  ]
}
