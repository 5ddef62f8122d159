import Documents
import FindingModel
import TemplateLoaders
import Testing

/// Bounds on what a service may ask for: one below passes, one above is reported.
struct ServerlessFrameworkLimitTests {
  private func limits(_ change: (inout VariableLimits) -> Void) -> VariableLimits {
    var limits = VariableLimits.standard
    change(&limits)
    return limits
  }

  private func value(_ service: ExpandedService) -> Node? { service.template["Outputs"]?["A"]?["Value"] }

  /// `custom.v1` refers to `custom.v2` and so on; the last is a number.
  private func chain(of length: Int) -> String {
    var lines = ["service: a", "provider: aws", "custom:"]
    for index in 1..<length { lines.append("  v\(index): ${self:custom.v\(index + 1)}") }
    lines += ["  v\(length): 5", "resources: {Outputs: {A: {Value: '${self:custom.v1}'}}}"]
    return lines.joined(separator: "\n")
  }

  @Test func followsChainsUpToTheLimit() throws {
    let bounded = limits { $0.chain = 10 }
    // The output's own text is the first link.
    let below = try ExpandedService(chain(of: 10), limits: bounded)
    #expect(value(below)?.integer == 5)
    let above = try ExpandedService(chain(of: 11), limits: bounded)
    #expect(above.messages == ["variables refer to variables more than 10 times in a row"])
    #expect(value(above)?["Fn::Parapet::Unresolved"]?["kind"]?.text == "limit")
  }

  @Test func survivesChainsOfTenThousand() throws {
    let service = try ExpandedService(chain(of: 10_000))
    #expect(service.messages.contains { $0.contains("more than 50 times") })
  }

  /// Each level holds the one below it ten times.
  private func growth(levels: Int) -> String {
    var lines = ["service: a", "provider: aws", "custom:", "  l0: [1, 2, 3, 4, 5, 6, 7, 8, 9, 0]"]
    for level in 1...levels {
      let item = "${self:custom.l\(level - 1)}"
      lines.append("  l\(level): [" + Array(repeating: "'\(item)'", count: 10).joined(separator: ", ") + "]")
    }
    lines.append("resources: {Outputs: {A: {Value: '${self:custom.l\(levels)}'}}}")
    return lines.joined(separator: "\n")
  }

  @Test func copiesReferencedObjectsUpToTheLimit() throws {
    let text = growth(levels: 2)
    let all = try ExpandedService(text)
    #expect(all.messages == [])
    // Three maps and the reference, and then 1 + 10 + 100 references with a list each, and a thousand numbers.
    let size = (1...4000).first { size in
      (try? ExpandedService(text, limits: limits { $0.nodes = size }))?.messages.isEmpty == true
    }
    let least = try #require(size)
    #expect(least > 1000)
    let above = try ExpandedService(text, limits: limits { $0.nodes = least - 1 })
    #expect(above.messages.first?.contains("limit of \(least - 1) values") == true)
  }

  @Test func survivesExponentialGrowthOfObjects() throws {
    let service = try ExpandedService(growth(levels: 12))
    #expect(service.messages.contains { $0.contains("limit of 500000 values") })
  }

  @Test func survivesExponentialGrowthOfText() throws {
    var lines = ["service: a", "provider: aws", "custom:", "  t0: aaaaaaaaaa"]
    for level in 1...40 {
      lines.append("  t\(level): '" + String(repeating: "${self:custom.t\(level - 1)}", count: 10) + "'")
    }
    lines.append("resources: {Outputs: {A: {Value: '${self:custom.t40}'}}}")
    let service = try ExpandedService(lines.joined(separator: "\n"))
    #expect(service.messages.contains { $0.contains("longer than the limit of 262144 bytes") })
  }

  @Test func joinsTextUpToTheLimit() throws {
    let yaml = """
      service: a
      provider: aws
      custom: {t: "12345"}
      resources: {Outputs: {A: {Value: "${self:custom.t}${self:custom.t}${self:custom.t}${self:custom.t}${self:custom.t}${self:custom.t}${self:custom.t}${self:custom.t}${self:custom.t}${self:custom.t}${self:custom.t}${self:custom.t}${self:custom.t}${self:custom.t}${self:custom.t}${self:custom.t}${self:custom.t}${self:custom.t}${self:custom.t}${self:custom.t}${self:custom.t}${self:custom.t}${self:custom.t}${self:custom.t}${self:custom.t}${self:custom.t}${self:custom.t}${self:custom.t}"}}}
      """
    // The text as written is 448 bytes long, and 140 once resolved.
    let service = try ExpandedService(yaml, limits: limits { $0.text = 448 })
    #expect(value(service)?.text?.count == 140)
    let shorter = try ExpandedService(yaml, limits: limits { $0.text = 447 })
    #expect(shorter.messages.first?.contains("447 bytes") == true)
  }

  @Test func readsFilesUpToTheLimit() throws {
    let yaml = """
      service: a
      provider: aws
      resources: {Outputs: {A: {Value: "${file(a.yml)}"}, B: {Value: "${file(b.yml)}"}, C: {Value: "${file(a.yml)}"}}}
      """
    let files = ["a.yml": "1", "b.yml": "2"]
    #expect(try ExpandedService(yaml, files: files, limits: limits { $0.files = 2 }).messages == [])
    let above = try ExpandedService(yaml, files: files, limits: limits { $0.files = 1 })
    #expect(above.messages.first?.contains("more than 1 files") == true)
    #expect(above.template["Outputs"]?["C"]?["Value"]?.integer == 1)
  }

  @Test func readsNestedVariablesUpToTheLimit() throws {
    func service(_ depth: Int, _ limit: Int) throws -> ExpandedService {
      let text = String(repeating: "${opt:x, ", count: depth) + "'y'" + String(repeating: "}", count: depth)
      return try ExpandedService(
        "service: a\nprovider: aws\nresources: {Outputs: {A: {Value: \"\(text)\"}}}",
        limits: limits { $0.nesting = limit })
    }
    #expect(value(try service(4, 4))?.text == "y")
    #expect(try service(5, 4).messages.contains { $0.contains("limit of 4") })
  }

  @Test func copiesUpToTheLimitOfDepth() throws {
    let yaml = "service: a\nprovider: aws\nresources: {Outputs: {A: {Value: {b: {c: 1}}}}}"
    // The map, its outputs, A, its value, b and c are six levels.
    #expect(try ExpandedService(yaml, limits: limits { $0.depth = 6 }).messages == [])
    let above = try ExpandedService(yaml, limits: limits { $0.depth = 5 })
    #expect(above.messages.first?.contains("limit of 5 levels") == true)
  }

  @Test(arguments: ["${", "${a:", "${a:${", "${a('", "${self:custom.x,", "\\${", "}${'", "${file(("])
  func survivesRepeatedOpenings(_ piece: String) throws {
    let text = String(repeating: piece, count: 20_000).replacing("'", with: "''")
    let service = try ExpandedService(
      "service: a\nprovider: aws\nresources: {Outputs: {A: {Value: '\(text)'}}}")
    #expect(value(service) != nil)
  }

  @Test func boundsWhatFunctionsTakeFromTheProvider() throws {
    // The provider, its name, its environment and two variables are five values; each function is one use.
    let yaml = """
      service: a
      provider: {name: aws, environment: {A: x, B: y}}
      functions: {f: {handler: a.b}, g: {handler: a.b}, h: {handler: a.b}}
      """
    #expect(try ExpandedService(yaml, limits: limits { $0.repetition = 15 }).messages == [])
    let above = try ExpandedService(yaml, limits: limits { $0.repetition = 14 })
    #expect(above.messages.first?.contains("exceed the limit of 14") == true)
    #expect(above.resource("GLambdaFunction") != nil)
    #expect(above.resource("HLambdaFunction") == nil)
  }

  @Test func readsPropertiesUpToTheLimit() throws {
    func service(_ count: Int) throws -> ExpandedService {
      let properties = (1..<count).map { "p\($0): 1" }.joined(separator: ", ")
      return try ExpandedService("service: a\nprovider: aws\nfunctions: {f: {handler: a.b, \(properties)}}")
    }
    #expect(try service(200).messages == [])
    #expect(try service(201).messages.first?.contains("more than 200 properties") == true)
  }

  @Test func listsAtMostAThousandProblems() throws {
    let values = (0..<2000).map { "V\($0): {Value: '${opt:o\($0)}'}" }.joined(separator: ", ")
    let service = try ExpandedService("service: a\nprovider: aws\nresources: {Outputs: {\(values)}}")
    #expect(service.messages.count == 1001)
    #expect(service.messages.last?.contains("more than 1000 problems") == true)
  }

  @Test func dropsPathsOfTooManySegments() throws {
    func service(_ count: Int) throws -> ExpandedService {
      let path = (0..<count).map { "s\($0)" }.joined(separator: "/")
      return try ExpandedService(
        "service: a\nprovider: aws\nfunctions: {f: {handler: a.b, events: [http: GET \(path)]}}")
    }
    #expect(try service(50).messages == [])
    #expect(try service(51).messages == ["a path has more than 50 segments; its endpoint is not read"])
  }

  @Test func survivesManyEventsOnOneSource() throws {
    let events = String(
      repeating: "{s3: b}, {schedule: rate(1 day)}, {sqs: '${ssm:/q}'}, {sns: t}, ", count: 3000)
    let service = try ExpandedService(
      "service: a\nprovider: aws\nfunctions: {f: {handler: a.b, events: [\(events)]}}")
    #expect(
      service.properties("S3BucketB")?["NotificationConfiguration"]?["LambdaConfigurations"]?.elements.count
        == 3000)
    #expect(service.resource("FEventsRuleSchedule3000") != nil)
  }
}
