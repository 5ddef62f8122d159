/// Requests to other servers.
enum PythonRequests {
  static let calls: [CallModel] = simple + objects + answers + other

  private static func fetches(_ selector: Selector, _ more: CallModel.Effect...) -> [CallModel.Effect] {
    [
      .into(.requestURL, selector, when: [.not(.fixesServer(selector))]),
      .result(.remote("the answer of another server")),
    ] + more
  }

  private static let verbs = "{get,post,put,patch,delete,head,options}"
  private static let clients =
    """
    {requests,requests.Session(),requests.session(),requests.sessions.Session(),httpx,httpx.Client(),\
    httpx.AsyncClient(),aiohttp.ClientSession(),requests_html.HTMLSession(),cloudscraper.create_scraper(),\
    grequests,botocore.vendored.requests,treq,requests_futures.sessions.FuturesSession(),\
    curl_cffi.requests,niquests,tls_client.Session(),asks,pip._vendor.requests}
    """

  private static let simple: [CallModel] = [
    CallModel("\(clients).\(verbs)", effects: fetches(.argument(0, "url"))),
    CallModel("\(clients).{request,stream,ws_connect,build_request}", effects: fetches(.argument(1, "url"))),
    CallModel("requests.api.{get,post,put,delete,head,patch,options}", effects: fetches(.argument(0, "url"))),
    CallModel("requests.api.request", effects: fetches(.argument(1, "url"))),
    CallModel(
      "{urllib.request.urlopen,urllib2.urlopen,urllib.urlopen,six.moves.urllib.request.urlopen}",
      effects: fetches(
        .argument(0, "url"),
        .into(
          .requestURL, .constructed(.argument(0, "url"), 0),
          when: [.not(.fixesServer(.constructed(.argument(0, "url"), 0)))]))),
    CallModel(
      "{urllib.request.urlretrieve,urllib.urlretrieve,wget.download}",
      effects: fetches(.argument(0, "url"), .into(.filePath, .argument(1, "filename")))),
    CallModel(
      """
      {urllib.request.build_opener,urllib2.build_opener,urllib.request.OpenerDirector,\
      urllib.request.URLopener,urllib.request.FancyURLopener}().{open,retrieve}
      """,
      effects: fetches(.position(0))),
    CallModel(
      """
      {urllib3.PoolManager,urllib3.ProxyManager,urllib3.HTTPConnectionPool}().{request,urlopen,\
      request_encode_url}
      """,
      "urllib3.request", effects: fetches(.argument(1, "url"))),
    CallModel("httplib2.Http().request", effects: fetches(.argument(0, "uri"))),
    CallModel("tornado.httpclient.{AsyncHTTPClient,HTTPClient}().fetch", effects: fetches(.position(0))),
    CallModel("aiohttp.request", effects: fetches(.argument(1, "url"))),
  ]

  private static let objects: [CallModel] = [
    CallModel("{urllib.request.Request,urllib2.Request}", effects: [.makes("urllib.request.Request")]),
    CallModel(
      "requests.Request",
      effects: [
        .into(.requestURL, .argument(1, "url"), when: [.not(.fixesServer(.argument(1, "url")))]),
        .makes("requests.Request"),
      ]),
    CallModel(
      """
      {http.client.HTTPConnection,http.client.HTTPSConnection,httplib.HTTPConnection,\
      httplib.HTTPSConnection}
      """,
      effects: [.into(.requestURL, .argument(0, "host")), .makes("http.client.connection")]),
    CallModel("http.client.connection.request", effects: [.clean]),
    CallModel(
      "http.client.connection.getresponse", effects: [.result(.remote("the answer of another server"))]),
    CallModel(
      "pycurl.Curl().setopt",
      effects: [
        .into(
          .requestURL, .position(1),
          when: [.type(.position(0), ["pycurl.URL", "pycurl.Curl().URL"]), .not(.fixesServer(.position(1)))]),
        .clean,
      ]),
    CallModel(
      """
      {socket.create_connection,socket.socket().connect,socket.socket().connect_ex,\
      asyncio.open_connection,telnetlib.Telnet,ftplib.FTP,paramiko.SSHClient().connect,smtplib.SMTP}
      """,
      effects: [
        .into(.requestURL, .position(0), .likely), .into(.requestURL, .element(.position(0), 0), .likely),
      ]),
    CallModel(
      """
      {socket.gethostbyname,socket.getaddrinfo,dns.resolver.query,dns.resolver.resolve,\
      dns.resolver.Resolver().resolve}
      """,
      effects: [.clean]),
  ]

  private static let answers: [CallModel] = [
    CallModel(
      "\(clients).{get,post,put,patch,delete,request}().{json,text,read,iter_content,iter_lines}",
      effects: [.keepsReceiver]),
    CallModel("\(clients).{get,post,put,patch,delete,request}().raise_for_status", effects: [.clean]),
    CallModel(
      """
      {requests.Session,requests.session,httpx.Client,httpx.AsyncClient,aiohttp.ClientSession}().{close,\
      mount,aclose}
      """,
      effects: [.clean]),
  ]

  private static let other: [CallModel] = [
    CallModel(
      "{selenium.webdriver.Chrome,selenium.webdriver.Firefox,selenium.webdriver.Remote}().get",
      "*.new_page().goto", "pyppeteer.launch().newPage().goto", effects: fetches(.argument(0, "url"))),
    CallModel(
      """
      {pdfkit.from_url,imgkit.from_url,weasyprint.HTML,feedparser.parse,newspaper.Article,pytube.YouTube,\
      cairosvg.svg2png,skimage.io.imread,imageio.imread,tldextract.extract_url,gdown.download}
      """,
      effects: [
        .into(
          .requestURL, .argument(0, "url"), when: [.not(.fixesServer(.argument(0, "url")))], .likely)
      ]),

    CallModel(
      "websockets.connect", "websocket.create_connection", "websocket.WebSocketApp", "zeep.Client",
      "suds.client.Client", "xmlrpc.client.ServerProxy", "gql.transport.requests.RequestsHTTPTransport",
      effects: [
        .into(.requestURL, .argument(0, "url"), when: [.not(.fixesServer(.argument(0, "url")))])
      ]),
    CallModel(
      "{torch.hub.download_url_to_file,torch.hub.load_state_dict_from_url,pandas.read_html}",
      effects: [.into(.requestURL, .position(0), when: [.not(.fixesServer(.position(0)))], .likely)]),
  ]
}
