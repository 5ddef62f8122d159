internal import Documents
internal import FindingModel

extension Assembly {
  /// `x-amazon-apigateway-gateway-responses` from the property `GatewayResponses`.
  mutating func addGatewayResponses(of api: SAMResource, to document: inout OpenAPIDocument) {
    guard let responses = api["GatewayResponses"] else { return }
    guard responses.isPlainMapping else {
      problem(at: responses.location, "The GatewayResponses of '\(api.id)' are not a map.")
      return
    }
    var entries: [Entry] = []
    for entry in responses.entries {
      guard entry.value.isPlainMapping else {
        problem(at: entry.value.location, "The gateway response '\(entry.key)' is not a map.")
        continue
      }
      for property in entry.value.entries
      where !["ResponseParameters", "ResponseTemplates", "StatusCode"].contains(property.key) {
        problem(at: property.keyLocation, "A gateway response has no property '\(property.key)'.")
      }
      for parameter in entry.value.present("ResponseParameters")?.entries ?? []
      where !["Headers", "Paths", "QueryStrings"].contains(parameter.key) {
        problem(at: parameter.keyLocation, "A gateway response has no parameters '\(parameter.key)'.")
      }
      entries.append(Entry(entry.key, at: entry.keyLocation, Self.gatewayResponse(entry.value)))
    }
    document.merge(entries, into: "x-amazon-apigateway-gateway-responses", at: responses.location)
  }

  private static func gatewayResponse(_ response: Node) -> Node {
    let make = Implied(at: response.location)
    var parameters: [Entry] = []
    for (key, place) in [("Headers", "header"), ("Paths", "path"), ("QueryStrings", "querystring")] {
      for entry in response[path: "ResponseParameters", key]?.entries ?? [] {
        parameters.append(Entry("gatewayresponse.\(place).\(entry.key)", at: entry.keyLocation, entry.value))
      }
    }
    return make.map([
      "responseParameters": make.map(parameters),
      "responseTemplates": response.present("ResponseTemplates") ?? make.map([]),
      "statusCode": response.present("StatusCode").map { code in
        code.text.map { Node.string($0, at: code.location, isImplied: false) } ?? code
      },
    ])
  }
}
