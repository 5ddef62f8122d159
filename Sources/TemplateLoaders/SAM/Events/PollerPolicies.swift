internal import Documents
internal import FindingModel

/// What a poller of brokers and databases must be allowed beyond a managed policy.
extension Assembly {
  private static let networkActions = [
    "ec2:CreateNetworkInterface", "ec2:DescribeNetworkInterfaces", "ec2:DeleteNetworkInterface",
    "ec2:DescribeVpcs", "ec2:DescribeSubnets", "ec2:DescribeSecurityGroups",
  ]

  private static let kafkaSecrets: Set<String> = [
    "SASL_SCRAM_256_AUTH", "SASL_SCRAM_512_AUTH", "BASIC_AUTH", "CLIENT_CERTIFICATE_TLS_AUTH",
  ]

  mutating func addPollerPolicy(_ event: SAMEvent, _ source: PolledSource, to role: inout RoleDraft) {
    switch source {
    case .kinesis, .dynamoDB, .queue: break
    case .managedKafka: addManagedKafka(event, to: &role)
    case .kafka: addKafka(event, to: &role)
    case .broker: addBroker(event, to: &role)
    case .documentDB: addDocumentDB(event, to: &role)
    }
  }

  private func accesses(of event: SAMEvent) -> [(type: String, uri: Node)] {
    (event["SourceAccessConfigurations"]?.elements ?? []).compactMap { access in
      guard let type = access.present("Type")?.text, let uri = access.present("URI") else { return nil }
      return (type, uri)
    }
  }

  private func secret(_ uri: Node, _ make: Implied) -> Node {
    Roles.allow(["secretsmanager:GetSecretValue"], on: uri, at: make.place)
  }

  private func decryption(of event: SAMEvent, _ make: Implied, isList: Bool = true) -> Node? {
    guard let key = event["SecretsManagerKmsKeyId"] else { return nil }
    let pattern = "arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:key/"
    let arn =
      key.text.map { make.sub(pattern + $0) }
      ?? make.sub(pattern + "${SecretsManagerKmsKeyId}", ["SecretsManagerKmsKeyId": key])
    return isList
      ? Roles.allow(["kms:Decrypt"], on: arn, at: make.place)
      : Roles.allow("kms:Decrypt", on: arn, at: make.place)
  }

  private func addManagedKafka(_ event: SAMEvent, to role: inout RoleDraft) {
    let make = event.make
    var statements: [Node] = []
    if let access = accesses(of: event).first(where: { $0.type == "CLIENT_CERTIFICATE_TLS_AUTH" }) {
      statements.append(secret(access.uri, make))
    }
    statements += registry(of: event, make)
    if statements.isEmpty { return }
    role.add(policy: "MSKExecutionRolePolicy", statements, at: make.place)
  }

  private func addKafka(_ event: SAMEvent, to role: inout RoleDraft) {
    let make = event.make
    let accesses = accesses(of: event)
    var statements: [Node] = []
    if let authentication = accesses.first(where: { Self.kafkaSecrets.contains($0.type) }) {
      statements.append(secret(authentication.uri, make))
      // SAM names the credentials again where the certificate of the root authority is meant.
      if accesses.contains(where: { $0.type == "SERVER_ROOT_CA_CERTIFICATE" }) {
        statements.append(secret(authentication.uri, make))
      }
    } else if let certificate = accesses.first(where: { $0.type == "SERVER_ROOT_CA_CERTIFICATE" }) {
      statements.append(secret(certificate.uri, make))
    }
    if accesses.contains(where: { ["VPC_SUBNET", "VPC_SECURITY_GROUP"].contains($0.type) }) {
      statements.append(Roles.allow(Self.networkActions, on: make.text("*"), at: make.place))
    }
    if let decryption = decryption(of: event, make) { statements.append(decryption) }
    statements += registry(of: event, make)
    if statements.isEmpty { return }
    role.add(policy: "SelfManagedKafkaExecutionRolePolicy", statements, version: true, at: make.place)
  }

  /// Reading a schema registry: its credentials, and for one of Glue the registry itself.
  private func registry(of event: SAMEvent, _ make: Implied) -> [Node] {
    guard let config = event["SchemaRegistryConfig"] else { return [] }
    var statements: [Node] = []
    for access in config.present("AccessConfigs")?.elements ?? [] {
      if let uri = access.present("URI") { statements.append(secret(uri, make)) }
    }
    guard let uri = config.present("SchemaRegistryURI") else { return statements }
    let text = uri.text ?? uri.intrinsic.flatMap { $0.name == "Fn::Sub" ? $0.argument.text : nil }
    guard let text, text.contains(":glue:"), let name = text.split(separator: ":registry/").last else {
      return statements
    }
    statements.append(Roles.allow(["glue:GetRegistry"], on: uri, at: make.place))
    let schemas = make.sub(
      "arn:${AWS::Partition}:glue:${AWS::Region}:${AWS::AccountId}:schema/\(name)/*")
    statements.append(Roles.allow(["glue:GetSchemaVersion"], on: make.list([schemas]), at: make.place))
    return statements
  }

  private mutating func addBroker(_ event: SAMEvent, to role: inout RoleDraft) {
    let make = event.make
    guard let broker = event["Broker"] else { return }
    var statements: [Node] = []
    if let access = accesses(of: event).first(where: { $0.type == "BASIC_AUTH" }) {
      statements.append(secret(access.uri, make))
    }
    statements.append(Roles.allow(["mq:DescribeBroker"], on: broker, at: make.place))
    if let decryption = decryption(of: event, make, isList: false) { statements.append(decryption) }
    let isNamed = event["DynamicPolicyName"]?.boolean == true
    let name = isNamed ? event.id + "AMQPolicy" : "SamAutoGeneratedAMQPolicy"
    role.add(policy: name, statements, at: make.place)
  }

  private func addDocumentDB(_ event: SAMEvent, to role: inout RoleDraft) {
    let make = event.make
    var statements: [Node] = []
    if let access = accesses(of: event).first(where: { $0.type == "BASIC_AUTH" }) {
      statements.append(secret(access.uri, make))
    }
    let database = "arn:${AWS::Partition}:rds:${AWS::Region}:${AWS::AccountId}:"
    statements += [
      Roles.allow(
        ["rds:DescribeDBClusterParameters"], on: make.sub(database + "cluster-pg:*"), at: make.place),
      Roles.allow(["rds:DescribeDBSubnetGroups"], on: make.sub(database + "subgrp:*"), at: make.place),
    ]
    if let cluster = event["Cluster"] {
      statements.append(Roles.allow(["rds:DescribeDBClusters"], on: cluster, at: make.place))
    }
    statements.append(Roles.allow(Self.networkActions, on: make.text("*"), at: make.place))
    if let decryption = decryption(of: event, make) { statements.append(decryption) }
    role.add(policy: "SamAutoGeneratedDocumentDBPolicy", statements, at: make.place)
  }
}
