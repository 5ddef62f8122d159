internal import ApplicationModel
internal import FindingModel

extension AccessGraph {
  /// - Parameters:
  ///   - flows: What the code of functions hands on to other functions.
  ///   - compromises: Functions whose code is known to be flawed.
  package init(
    _ graph: ApplicationGraph, flows: [DataFlowEdge] = [], compromises: [FunctionCompromise] = [],
    limits: Limits = Limits()
  ) {
    var builder = AccessGraphBuilder(graph, limits: limits)
    builder.addResources()
    builder.addEntries()
    builder.addOpenings()
    builder.addDeliveries()
    builder.addRoles()
    builder.addGrants()
    builder.addFlows(flows)
    builder.addHoldings()
    self.init(
      application: graph.application, nodes: builder.nodes, edges: builder.edges, evidence: builder.evidence,
      compromises: compromises.sorted { ($0.function, $0.location) < ($1.function, $1.location) },
      incomplete: builder.incomplete)
  }
}

extension AccessGraphBuilder {
  /// Whatever may be read, written, run or assumed.
  mutating func addResources() {
    let application = graph.application
    for item in application.functions { add(item, .function, name: item.functionName) }
    for item in application.roles { add(item, .role, name: item.roleName) }
    for item in application.users { add(item, .user) }
    for item in application.stateMachines { add(item, .stateMachine, name: item.stateMachineName) }
    for item in application.buckets { add(item, .bucket, name: item.bucketName) }
    for item in application.tables { add(item, .table, name: item.tableName) }
    for item in application.queues { add(item, .queue, name: item.queueName) }
    for item in application.topics { add(item, .topic, name: item.topicName) }
    for item in application.streams { add(item, .stream, name: item.streamName) }
    for item in application.buses { add(item, .bus, name: item.busName) }
    for item in application.rules { add(item, .rule) }
    for item in application.secrets {
      add(item, item.kind == .secretsManager ? .secret : .parameter, name: item.secretName)
    }
    for item in application.keys { add(item, .key) }
    for item in application.userPools { add(item, .userPool) }
    for item in application.logGroups { add(item, .logGroup, name: item.logGroupName) }
    for item in application.others where Self.databaseTypes.contains(item.type) { add(item, .database) }
  }

  private static let databaseTypes: Set<String> = [
    "AWS::DAX::Cluster", "AWS::DocDB::DBCluster", "AWS::EFS::FileSystem", "AWS::ElastiCache::CacheCluster",
    "AWS::ElastiCache::ReplicationGroup", "AWS::ElastiCache::ServerlessCache", "AWS::Elasticsearch::Domain",
    "AWS::Neptune::DBCluster", "AWS::OpenSearchServerless::Collection", "AWS::OpenSearchService::Domain",
    "AWS::RDS::DBCluster", "AWS::RDS::DBInstance", "AWS::Redshift::Cluster", "AWS::Timestream::Table",
  ]

  mutating func addFlows(_ flows: [DataFlowEdge]) {
    for flow in flows {
      guard let writer = existingNode("function:\(flow.writer)"),
        let reader = existingNode("function:\(flow.reader)")
      else {
        note(
          "a flow from '\(flow.writer)' to '\(flow.reader)' names a function that the template does not have")
        continue
      }
      let by = add(
        AccessEvidence(
          source: .flow, location: flow.location, note: "\(flow.note); it arrives as \(flow.field)",
          condition: flow.condition))
      connect(writer, reader, .flowsTo, by: by)
    }
  }

  /// What is won with a resource.
  mutating func addHoldings() {
    let websites = Set(graph.application.buckets.filter(\.isWebsite).map { "bucket:\($0.id)" })
    for number in nodes.indices {
      let node = nodes[number]
      guard let goal = node.kind.goal, let holding = holding(of: node, websites: websites) else { continue }
      let target = self.node(goal.rawValue, goal, goal == .data ? "Data" : "Secrets")
      connect(Int32(number), target, .holds, by: add(holding))
    }
  }

  private func holding(of node: AccessNode, websites: Set<String>) -> AccessEvidence? {
    let location = node.location ?? .start(of: graph.application.path)
    let what = node.kind.goal == .secrets ? "secrets" : "data"
    guard node.kind == .parameter else {
      let isWebsite = node.kind == .bucket && websites.contains(node.key)
      return AccessEvidence(
        source: .nature, location: location, note: "the \(node.kind.title) holds \(what)",
        condition: isWebsite ? "the bucket holds more than the pages of its website" : nil)
    }
    // CloudFormation cannot create a SecureString, so a parameter of the template holds none.
    guard node.extent != .one else { return nil }
    return AccessEvidence(
      source: .nature, location: location, note: "a parameter may hold a secret",
      condition: "the parameter is a SecureString")
  }
}
