internal import Documents
internal import FindingModel

/// Cross-origin headers of a REST API, as the `Cors` property has them.
struct RestCORS {
  let place: SourceLocation
  var origin: Node?
  var methods: Node?
  var headers: Node?
  var maxAge: Node?
  var credentials = false

  init(_ cors: Node) {
    place = cors.location
    guard cors.isPlainMapping else {
      origin = cors
      return
    }
    origin = cors.present("AllowOrigin") ?? Implied(at: cors.location).text("'*'")
    methods = cors.present("AllowMethods")
    headers = cors.present("AllowHeaders")
    maxAge = cors.present("MaxAge")
    credentials = cors.present("AllowCredentials")?.boolean ?? false
  }

  /// Adds an `OPTIONS` method to every path that has none.
  func add(to document: inout OpenAPIDocument, isBinary: Bool) {
    document.editItems { _, item in
      guard item.present("options") == nil else { return }
      let methods = OpenAPIDocument.methods(of: item)
      item.set("options", to: operation(for: methods, isBinary: isBinary))
    }
  }

  private func operation(for methods: [String], isBinary: Bool) -> Node {
    let make = Implied(at: place)
    let allowed = self.methods ?? make.text("'" + Self.allowed(methods).joined(separator: ",") + "'")
    var values: [(String, Node)] = []
    if let headers { values.append(("Access-Control-Allow-Headers", headers)) }
    values.append(("Access-Control-Allow-Methods", allowed))
    if let origin { values.append(("Access-Control-Allow-Origin", origin)) }
    if let maxAge { values.append(("Access-Control-Max-Age", maxAge)) }
    if credentials { values.append(("Access-Control-Allow-Credentials", make.text("'true'"))) }
    let parameters = values.map { Entry("method.response.header." + $0.0, at: place, $0.1) }
    let headers = values.map { name, _ in
      let type = make.text(name == "Access-Control-Max-Age" ? "integer" : "string")
      return Entry(name, at: place, make.map(["type": type]))
    }
    let json = { (text: String) in make.map(["application/json": make.text(text)]) }
    return make.map([
      "summary": make.text("CORS support"), "consumes": make.texts(["application/json"]),
      "produces": make.texts(["application/json"]),
      "x-amazon-apigateway-integration": make.map([
        "type": make.text("mock"), "requestTemplates": json("{\n  \"statusCode\" : 200\n}\n"),
        "contentHandling": isBinary ? make.text("CONVERT_TO_TEXT") : nil,
        "responses": make.map([
          "default": make.map([
            "statusCode": make.text("200"), "responseParameters": make.map(parameters),
            "responseTemplates": json("{}\n"),
          ])
        ]),
      ]),
      "responses": make.map([
        "200": make.map([
          "description": make.text("Default response for CORS method"), "headers": make.map(headers),
        ])
      ]),
    ])
  }

  static func allowed(_ methods: [String]) -> [String] {
    if methods.contains(where: { $0.lowercased() == APIRoute.anyMethod || $0.lowercased() == "any" }) {
      return ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"]
    }
    return Set(methods.map { $0.uppercased() } + ["OPTIONS"]).sorted()
  }
}
