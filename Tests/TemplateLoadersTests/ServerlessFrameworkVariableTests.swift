import Documents
import FindingModel
import TemplateLoaders
import Testing

/// One expression, and what it becomes.
struct VariableCase: CustomTestStringConvertible, Sendable {
  let name: String
  let expression: String
  let expected: String
  var problem: String?
  var version = ""

  init(_ name: String, _ expression: String, _ expected: String, problem: String? = nil) {
    self.name = name
    self.expression = expression
    self.expected = expected
    self.problem = problem
  }

  var testDescription: String { name }
}

/// What an unresolved variable becomes.
private func unresolved(_ kind: String, _ expression: String) -> String {
  "{\"Fn::Parapet::Unresolved\":{\"kind\":\"\(kind)\",\"expression\":\"\(expression)\"}}"
}

private func join(_ parts: String...) -> String {
  "{\"Fn::Join\":[\"\",[" + parts.joined(separator: ",") + "]]}"
}

private let files = [
  "config.yml": """
  table: orders
  nested: {deep: {value: 7}}
  list: [a, b]
  own: ${self:custom.name}
  stages: {dev: small, prod: large}
  """,
  "config.json": #"{"table": "from-json", "dev": {"size": 3}}"#,
  "settings.dev.yml": "level: debug",
  "names.txt": "plain name\n",
  "empty.yml": "",
  "broken.yml": "a: [1, 2",
]

/// A service whose only output is the expression.
private func service(_ expression: String) -> String {
  """
  service: shop
  provider:
    name: aws
    stage: dev
    region: eu-west-1
  params:
    default: {size: small, only: here}
    prod: {size: large}
  stages:
    default: {params: {four: 4}}
    dev: {params: {four: 44}}
  custom:
    name: orders
    number: 12
    flag: true
    nothing: null
    list: [first, second]
    stages: {dev: {host: localhost}, prod: {host: example.com}}
    indirect: ${self:custom.name}
    twice: ${self:custom.indirect}
    remote: ${ssm:/shop/key}
    remoteText: a-${ssm:/shop/key}-b
    file: ${file(./config.yml)}
    map: {a: 1, b: "${self:custom.name}"}
    loop: ${self:custom.pool}
    pool: ${self:custom.loop}
    inner: {self: "${self:custom.inner}"}
    escaped: \\${self:custom.name}
  resources:
    Outputs:
      Value:
        Value: \(expression)
  """
}

struct ServerlessFrameworkVariableTests {
  static let cases: [VariableCase] = [
    // self
    VariableCase("self text", "${self:custom.name}", "\"orders\""),
    VariableCase("self number keeps its kind", "${self:custom.number}", "12"),
    VariableCase("self boolean keeps its kind", "${self:custom.flag}", "true"),
    VariableCase("self map", "${self:custom.map}", "{\"a\":1,\"b\":\"orders\"}"),
    VariableCase("self list", "${self:custom.list}", "[\"first\",\"second\"]"),
    VariableCase("self position", "${self:custom.list.1}", "\"second\""),
    VariableCase("embedded", "x-${self:custom.name}-${self:custom.number}", "\"x-orders-12\""),
    VariableCase("deep reference", "${self:custom.twice}", "\"orders\""),
    VariableCase("nested address", "${self:custom.stages.${opt:stage, 'dev'}.host}", "\"localhost\""),
    VariableCase("nested twice", "${self:custom.${self:custom.${'indirect'}}, 'gone'}", "\"gone\""),
    VariableCase("service name", "${self:service}", "\"shop\""),
    VariableCase("service name, old form", "${self:service.name}", "\"shop\""),
    VariableCase("provider value", "${self:provider.region}", "\"eu-west-1\""),
    VariableCase(
      "missing", "${self:custom.gone}", unresolved("self", "${self:custom.gone}"), problem: "custom.gone"),
    VariableCase("missing with fallback", "${self:custom.gone, 'there'}", "\"there\""),
    VariableCase("null takes the fallback", "${self:custom.nothing, 'there'}", "\"there\""),
    VariableCase("fallback by another source", "${self:custom.gone, self:custom.name}", "\"orders\""),
    VariableCase("fallback in braces", "${self:custom.gone, ${self:custom.name}}", "\"orders\""),
    VariableCase("chain of fallbacks", "${opt:x, env:Y, self:custom.gone, 5}", "5"),
    VariableCase("empty fallback", "${opt:x, ''}", "\"\""),
    VariableCase("double quotes", "${opt:x, \"dev\"}", "\"dev\""),
    VariableCase("a comma in quotes", "${opt:x, 'a, b'}", "\"a, b\""),
    VariableCase("boolean fallback", "${opt:x, false}", "false"),
    VariableCase("null fallback", "${opt:x, null}", "null"),
    VariableCase(
      "self cycle", "${self:custom.loop}", unresolved("self", "${self:custom.pool}"), problem: "themselves"),
    VariableCase(
      "cycle by containment", "${self:custom.inner.self.self.self}", "gone", problem: "themselves"),
    VariableCase("escaped", "${self:custom.escaped}", "\"${self:custom.name}\""),
    // opt, env
    VariableCase("opt given", "${opt:given}", "\"by user\""),
    VariableCase("opt missing", "${opt:gone}", unresolved("opt", "${opt:gone}"), problem: "--gone"),
    VariableCase("env given", "${env:GIVEN}", "\"set\""),
    VariableCase("env not given", "${env:GONE}", unresolved("env", "${env:GONE}")),
    VariableCase("env with fallback", "${env:GONE, 'else'}", "\"else\""),
    // file
    VariableCase("file key", "${file(./config.yml):table}", "\"orders\""),
    VariableCase("file deep key", "${file(config.yml):nested.deep.value}", "7"),
    VariableCase("file of json", "${file(config.json):dev.size}", "3"),
    VariableCase("file refers to the service", "${file(./config.yml):own}", "\"orders\""),
    VariableCase("file through self", "${self:custom.file.list.0}", "\"a\""),
    VariableCase("file by stage", "${file(./settings.${sls:stage}.yml):level}", "\"debug\""),
    VariableCase("file key by stage", "${file(./config.yml):stages.${sls:stage}}", "\"small\""),
    VariableCase("file of text", "${file(./names.txt)}", "\"plain name\""),
    VariableCase(
      "file missing", "${file(./gone.yml):x}", unresolved("file", "${file(./gone.yml):x}"),
      problem: "gone.yml"),
    VariableCase("file missing with fallback", "${file(./gone.yml):x, 'y'}", "\"y\""),
    VariableCase(
      "file without the key", "${file(./config.yml):gone}", unresolved("file", "${file(./config.yml):gone}"),
      problem: "config.yml"),
    VariableCase("empty file", "${file(./empty.yml), 'none'}", "\"none\""),
    VariableCase(
      "broken file", "${file(./broken.yml):a}", unresolved("file", "${file(./broken.yml):a}"), problem: "line"
    ),
    VariableCase(
      "program", "${file(./config.js):handler}", unresolved("file", "${file(./config.js):handler}")),
    VariableCase("typed program", "${file(./config.ts)}", unresolved("file", "${file(./config.ts)}")),
    VariableCase("file of secrets", "${file(./.env):KEY}", unresolved("file", "${file(./.env):KEY}")),
    VariableCase(
      "outside the tree", "${file(../../etc/passwd)}", unresolved("file", "${file(../../etc/passwd)}"),
      problem: "outside"),
    // param, sls, aws
    VariableCase("param by default", "${param:size}", "\"small\""),
    VariableCase("param of version 4", "${param:four}", "44"),
    VariableCase("param missing", "${param:gone}", unresolved("param", "${param:gone}"), problem: "no stage"),
    VariableCase("param missing with fallback", "${param:gone, 1}", "1"),
    VariableCase("stage", "${sls:stage}", "\"dev\""),
    VariableCase("instance", "${sls:instanceId}", unresolved("sls", "${sls:instanceId}")),
    VariableCase("region", "${aws:region}", "\"eu-west-1\""),
    VariableCase("account", "${aws:accountId}", "{\"Ref\":\"AWS::AccountId\"}"),
    VariableCase(
      "account in text", "arn:${aws:accountId}:x", join("\"arn:\"", "{\"Ref\":\"AWS::AccountId\"}", "\":x\"")),
    // outside
    VariableCase("ssm", "${ssm:/shop/key}", unresolved("ssm", "${ssm:/shop/key}")),
    VariableCase("ssm, old form", "${ssm:/shop/key~true}", unresolved("ssm", "${ssm:/shop/key~true}")),
    VariableCase(
      "ssm with parameters", "${ssm(eu-west-1, raw):/a}", unresolved("ssm", "${ssm(eu-west-1, raw):/a}")),
    VariableCase(
      "secret", "${ssm:/aws/reference/secretsmanager/db}",
      unresolved("ssm", "${ssm:/aws/reference/secretsmanager/db}")),
    VariableCase(
      "ssm is not replaced by its fallback", "${ssm:/shop/key, 'x'}",
      unresolved("ssm", "${ssm:/shop/key, 'x'}")),
    VariableCase("ssm through self", "${self:custom.remote}", unresolved("ssm", "${ssm:/shop/key}")),
    VariableCase(
      "ssm in text", "a-${ssm:/shop/key}", join("\"a-\"", unresolved("ssm", "${ssm:/shop/key}"))),
    VariableCase(
      "ssm in text through self", "<${self:custom.remoteText}>",
      join("\"<a-\"", unresolved("ssm", "${ssm:/shop/key}"), "\"-b>\"")),
    VariableCase(
      "stack output", "${cf:other-${sls:stage}.Url}", unresolved("cf", "${cf:other-${sls:stage}.Url}")),
    VariableCase(
      "stack output of a region", "${cf(us-east-1):x.Y}", unresolved("cf", "${cf(us-east-1):x.Y}")),
    VariableCase("stack output, old form", "${cf.us-east-1:x.Y}", "\"${cf.us-east-1:x.Y}\""),
    VariableCase("object", "${s3:bucket/key.json}", unresolved("s3", "${s3:bucket/key.json}")),
    VariableCase("git", "${git:sha1}", unresolved("git", "${git:sha1}")),
    VariableCase(
      "terraform", "${terraform:outputs:users.arn}", unresolved("terraform", "${terraform:outputs:users.arn}")
    ),
    VariableCase("vault", "${vault:secret/data.key}", unresolved("vault", "${vault:secret/data.key}")),
    VariableCase("doppler", "${doppler:KEY}", unresolved("doppler", "${doppler:KEY}")),
    VariableCase("secrets", "${secrets:KEY}", unresolved("secrets", "${secrets:KEY}")),
    VariableCase("output", "${output:svc.key}", unresolved("output", "${output:svc.key}")),
    VariableCase("plugin's source", "${other:x}", unresolved("other", "${other:x}"), problem: "'other'"),
    // strToBool
    VariableCase("boolean by text", "${strToBool('true')}", "true"),
    VariableCase("boolean by number", "${strToBool(0)}", "false"),
    VariableCase("boolean by variable", "${strToBool(${self:custom.flag})}", "true"),
    VariableCase(
      "boolean unknown", "${strToBool(${env:GONE})}", unresolved("env", "${strToBool(${env:GONE})}")),
    // not ours
    VariableCase("pseudo parameter", "${AWS::Region}", "\"${AWS::Region}\""),
    VariableCase("substitution", "${Table.Arn}", "\"${Table.Arn}\""),
    VariableCase("name in a substitution", "${Table${self:custom.number}}", "\"${Table12}\""),
    VariableCase("policy variable", "${aws:username}", "\"${aws:username}\""),
    VariableCase(
      "policy variable of a service", "${iot:Connection.Thing.ThingName}",
      "\"${iot:Connection.Thing.ThingName}\""),
    VariableCase(
      "policy variable of identities", "${cognito-identity.amazonaws.com:sub}",
      "\"${cognito-identity.amazonaws.com:sub}\""),
    VariableCase("never closed", "${self:custom.name", "\"${self:custom.name\""),
    VariableCase(
      "not text in text", "x${self:custom.map}", join("\"x\"", unresolved("self", "${self:custom.map}")),
      problem: "list or a map"),
  ]

  @Test(arguments: cases)
  func resolves(_ test: VariableCase) throws {
    let quoted = "'" + test.expression.replacing("'", with: "''") + "'"
    let expanded = try ExpandedService(
      service(quoted), files: files, values: ["given": "by user"], environment: ["GIVEN": "set"])
    let value = expanded.template["Outputs"]?["Value"]?["Value"]
    if test.expected != "gone" { #expect(value.map(compact) == test.expected) }
    if let problem = test.problem {
      #expect(expanded.messages.contains { $0.contains(problem) })
    } else {
      #expect(expanded.messages == [])
    }
  }

  @Test func takesTheStageFromTheOption() throws {
    let expanded = try ExpandedService(
      service("\"${param:size} ${sls:stage} ${self:custom.stages.${opt:stage}.host}\""), files: files,
      values: ["stage": "prod"])
    #expect(expanded.template["Outputs"]?["Value"]?["Value"]?.text == "large prod example.com")
  }

  @Test func leavesAParameterOpenWhereItsStageIs() throws {
    let yaml = """
      service: shop
      provider: {name: aws, stage: "${env:STAGE}"}
      params: {default: {size: small, same: one}, prod: {size: large}}
      resources: {Outputs: {A: {Value: "${param:size}"}, B: {Value: "${param:same}"}}}
      """
    let expanded = try ExpandedService(yaml)
    #expect(expanded.template["Outputs"]?["A"]?["Value"].map(compact) == unresolved("param", "${param:size}"))
    #expect(expanded.template["Outputs"]?["B"]?["Value"]?.text == "one")
  }

  @Test func keepsASubstitutionAroundUnresolvedText() throws {
    let yaml = """
      service: shop
      provider: aws
      resources:
        Outputs:
          A: {Value: !Sub "arn:${AWS::Region}:${ssm:/key}:${Table.Arn}"}
          B: {Value: !Sub ["${Name}:${env:X}", {Name: x}]}
          C: {Value: !Sub "arn:${AWS::Region}:${self:service}"}
      """
    let outputs = try #require(try ExpandedService(yaml).template["Outputs"])
    #expect(
      outputs["A"]?["Value"].map(compact)
        == join(
          "{\"Fn::Sub\":\"arn:${AWS::Region}:\"}", unresolved("ssm", "${ssm:/key}"),
          "{\"Fn::Sub\":\":${Table.Arn}\"}"))
    #expect(
      outputs["B"]?["Value"].map(compact)
        == join("{\"Fn::Sub\":[\"${Name}:\",{\"Name\":\"x\"}]}", unresolved("env", "${env:X}")))
    #expect(outputs["C"]?["Value"].map(compact) == "{\"Fn::Sub\":\"arn:${AWS::Region}:shop\"}")
  }

  @Test func readsAnAttributeWhoseNameIsAVariable() throws {
    let yaml = """
      service: shop
      provider: aws
      custom: {table: {name: Orders}}
      resources: {Outputs: {A: {Value: !GetAtt "${self:custom.table.name}.Arn"}}}
      """
    let value = try ExpandedService(yaml).template["Outputs"]?["A"]?["Value"]
    #expect(value.map(compact) == "{\"Fn::GetAtt\":[\"Orders\",\"Arn\"]}")
  }

  @Test func keepsThePlaceOfReferencedObjects() throws {
    let yaml = """
      service: shop
      provider: aws
      functions: ${file(functions.yml)}
      """
    let files = ["functions.yml": "hello:\n  handler: a.b\n  timeout: 30\n"]
    let function = try #require(try ExpandedService(yaml, files: files).resource("HelloLambdaFunction"))
    #expect(function.location.path == "functions.yml")
    #expect(function["Properties"]?["Timeout"]?.location.line == 3)
  }

  @Test func reportsACustomSyntax() throws {
    let expanded = try ExpandedService(
      "{service: a, provider: {name: aws, variableSyntax: \"\\\\${{([a-z]+)}}\"}}")
    #expect(expanded.messages.contains { $0.contains("variableSyntax") })
  }
}
