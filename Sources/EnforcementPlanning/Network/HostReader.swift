internal import SourceModel
internal import ApplicationModel
internal import CodeAnalysis
internal import EnforcementPolicy
internal import FindingModel
internal import TaintEngine

/// Finds which hosts a function's code contacts.
struct HostReader {
  struct Found {
    var hosts: [Annotated<HostPattern>] = []
    var networks: [Annotated<NetworkRange>] = []
    /// Places and packages of which the host is not known, with who chooses it if somebody outside does.
    var open: [(what: String, influence: String?)] = []
    /// Libraries of whose calls the host is known, or told to be open.
    var told: Set<String> = []
    /// Services of AWS whose databases the template names.
    var services: [Annotated<String>] = []
  }

  private let facts: FunctionFacts
  private let code: FunctionCode
  private let texts: KnownTexts

  init(_ facts: FunctionFacts, _ code: FunctionCode) {
    self.facts = facts
    self.code = code
    texts = KnownTexts(facts.function)
  }

  func hosts() -> Found {
    var found = Found()
    let language: SourceLanguage = code.entry?.module.hasSuffix(".py") == true ? .python : .javaScript
    for call in code.analysis.calls {
      let addresses = TaintEngine.standard.values(given: .requestURL, in: call, of: language)
      for value in addresses { add(value, call, to: &found) }
      for name in Self.hostArguments where Self.connects(call.callee) {
        if let value = call.argument(named: name) ?? call.argument(0)?.fields[name] {
          add(value, call, to: &found)
        }
      }
    }
    databases(&found)
    libraries(&found)
    found.hosts.sort { $0.value.description < $1.value.description }
    return found
  }

  /// What packages contact: hosts of their own, or hosts that no call tells.
  private func libraries(_ found: inout Found) {
    var seen: Set<String> = []
    for item in facts.imports {
      guard let (library, hosts) = ConnectingLibraries.of(item.name), seen.insert(library).inserted else {
        continue
      }
      for text in hosts { add(host: text, note: "the package \(library)", to: &found) }
      let isTold = found.told.contains { library == $0 || library.hasPrefix($0 + ".") }
      // A database that the template refers to is what a driver is told.
      let isOfTemplate =
        found.services.contains { $0.value.hasSuffix("-db") || $0.value == "es" }
        && !ConnectingLibraries.isClient(library)
      guard hosts.isEmpty, !isTold, !isOfTemplate else { continue }
      found.open.append(("the package \(library), \(item.location.place),", nil))
    }
  }

  private static func library(of callee: String) -> String {
    callee.split { ".(".contains($0) }.first.map(String.init) ?? callee
  }

  /// Drivers whose server stands in an option.
  private static func connects(_ callee: String) -> Bool {
    let drivers = [
      "pymysql", "MySQLdb", "mysql", "psycopg", "pg8000", "asyncpg", "pymongo", "redis", "aioredis",
      "ioredis",
      "pg", "mysql2", "mongodb", "mongoose", "smtplib", "paramiko", "ftplib", "ldap3", "nodemailer", "ldapjs",
      "cassandra", "elasticsearch", "opensearchpy", "@elastic/elasticsearch",
      "@opensearch-project/opensearch",
    ]
    return drivers.contains { library(of: callee).hasPrefix($0) }
  }

  private static let hostArguments = ["host", "hostname", "server", "url", "uri", "connectionString", "node"]

  private func add(_ value: ValueFact, _ call: CallFact, to found: inout Found) {
    let lines = texts.lines(of: value)
    var isKnown = !lines.isEmpty
    if isKnown || value.fields.isEmpty { found.told.insert(Self.library(of: call.callee)) }
    for line in lines {
      switch Self.host(of: line) {
      case .host(let text): add(host: text, note: call.location.place, to: &found)
      case .service(let name): add(service: name, note: call.location.place, to: &found)
      case .none: continue
      case .open: isKnown = false
      }
    }
    // A record of options is looked at field by field, and says nothing as a whole.
    guard !isKnown, value.fields.isEmpty, !value.isFunction, value.type == nil || lines.isEmpty else {
      return
    }
    if isOfTemplate(value) { return }
    guard !found.open.contains(where: { $0.what == call.location.place }) else { return }
    found.open.append((call.location.place, influence(call)))
  }

  private func add(host text: String, note: String, to found: inout Found) {
    if let range = try? NetworkRange(text) {
      if !found.networks.contains(where: { $0.value == range }) {
        found.networks.append(Annotated(range, note: note))
      }
      return
    }
    // What is no name of a host, such as the name of a socket, needs no entry.
    guard let host = try? HostPattern(text), host.glob.contains("."), host.glob != "localhost" else { return }
    if !found.hosts.contains(where: { $0.value == host }) {
      found.hosts.append(Annotated(host, note: note))
    }
  }

  private func add(service: String, note: String, to found: inout Found) {
    if !found.services.contains(where: { $0.value == service }) {
      found.services.append(Annotated(service, note: note))
    }
  }

  enum Host: Equatable {
    case host(String)
    /// One of AWS's, in a region that is open.
    case service(String)
    /// A path alone, or no address at all.
    case none
    case open
  }

  /// The host of an address, or of a host's own name with or without a port.
  static func host(of text: String) -> Host {
    var rest = text[...]
    var port: String?
    if let scheme = rest.firstRange(of: "://") {
      port = ports[rest[..<scheme.lowerBound].lowercased()]
      rest = rest[scheme.upperBound...]
    } else if rest.hasPrefix("//") {
      rest = rest.dropFirst(2)
    } else if rest.hasPrefix("/") {
      return .none
    }
    var authority = rest.prefix { !"/?#".contains($0) }
    if let sign = authority.lastIndex(of: "@") { authority = authority[authority.index(after: sign)...] }
    let suffix = authority.contains(":") ? "" : port.map { ":\($0)" } ?? ""
    if authority.contains(ShellText.open) {
      // `${bucket}.s3.amazonaws.com`: what is fixed at the end says whose host it is.
      let fixed = authority[(authority.lastIndex(of: ShellText.open) ?? authority.startIndex)...].dropFirst()
      let labels = fixed.prefix { $0 != ":" }.split(separator: ".")
      // What follows says too little where every customer of a cloud has hosts below it.
      if isOfCloud(fixed), labels.count < 3 {
        let name = String(authority.prefix { $0 != "." && $0 != ShellText.open })
        return CloudEndpoints.isKnown(name) ? .service(name) : .open
      }
      return fixed.hasPrefix(".") && labels.count >= 2 ? .host("*" + fixed + suffix) : .open
    }
    guard !authority.isEmpty else { return .none }
    if authority.hasPrefix("[") { return .host(String(authority)) }
    return .host(String(authority) + suffix)
  }

  /// Whether AWS answers, whose hosts the services of the SDK's calls name.
  private static func isOfCloud(_ name: Substring) -> Bool {
    let host = name.prefix { $0 != ":" }
    return [".amazonaws.com", ".amazonaws.com.cn", ".api.aws", ".on.aws"].contains(where: host.hasSuffix)
  }

  private static let ports = [
    "https": "443", "http": "80", "wss": "443", "ws": "80", "postgres": "5432", "postgresql": "5432",
    "mysql": "3306", "redis": "6379", "rediss": "6379", "mongodb": "27017", "amqps": "5671", "amqp": "5672",
    "ftp": "21", "ldaps": "636",
  ]

  // MARK: What the template says

  /// Whether all of an open address comes from variables of which the template says what they are.
  private func isOfTemplate(_ value: ValueFact) -> Bool {
    let names = value.texts.flatMap(\.parts).compactMap { part in
      if case .environmentVariable(let name) = part { name } else { nil }
    }
    guard !names.isEmpty,
      value.texts.allSatisfy({ pattern in
        pattern.parts.allSatisfy {
          if case .open = $0 { false } else if case .event = $0 { false } else { true }
        }
      })
    else { return false }
    return names.allSatisfy { name in
      facts.function.environment.contains {
        $0.name == name && Self.service(of: $0.value.value, facts) != nil
      }
    }
  }

  private func databases(_ found: inout Found) {
    for variable in facts.function.environment {
      guard let service = Self.service(of: variable.value.value, facts) else { continue }
      add(service: service, note: "the variable \(variable.name)", to: &found)
    }
  }

  /// The service behind a resource of the application that a variable refers to.
  private static func service(of text: Text?, _ facts: FunctionFacts) -> String? {
    for reference in text?.references ?? [] {
      let attribute = reference.attribute ?? ""
      guard let type = facts.type(of: reference.id) else { continue }
      switch type {
      case "AWS::RDS::DBInstance", "AWS::RDS::DBCluster", "AWS::RDS::DBProxy":
        if attribute.contains("Endpoint") { return "rds-db" }
      case "AWS::ElastiCache::ReplicationGroup", "AWS::ElastiCache::CacheCluster",
        "AWS::ElastiCache::ServerlessCache":
        if attribute.contains("Endpoint") || attribute.contains("EndPoint") { return "elasticache-db" }
      case "AWS::Redshift::Cluster": if attribute.contains("Endpoint") { return "redshift-db" }
      case "AWS::Elasticsearch::Domain", "AWS::OpenSearchService::Domain": return "es"
      case "AWS::Serverless::Api", "AWS::Serverless::HttpApi", "AWS::ApiGateway::RestApi",
        "AWS::ApiGatewayV2::Api":
        return "execute-api"
      case "AWS::Lambda::Url": return "lambda-url"
      case "AWS::AppSync::GraphQLApi": return "appsync"
      default: continue
      }
    }
    return nil
  }

  private func influence(_ call: CallFact) -> String? {
    let own = code.analysis.flows.filter { $0.kind == .requestURL && $0.location == call.location }.map(
      \.origin)
    let linked = code.linkedFlows.filter { $0.flow.kind == .requestURL && $0.flow.location == call.location }
      .map(\.origin)
    return (own + linked).filter { $0.trust > .trusted }.max { $0.trust < $1.trust }?.phrase
  }
}
