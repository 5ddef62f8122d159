internal import ApplicationModel
internal import Documents
internal import FindingModel

/// Reads log groups, alarms and the network's resources.
enum OperationsReader {
  static func logGroup(_ resource: EvaluatedResource) -> LogGroup {
    let properties = resource.properties
    return LogGroup(
      identity: resource.identity, logGroupName: properties.text("LogGroupName"),
      retentionDays: properties.integer("RetentionInDays"), key: properties.text("KmsKeyId"))
  }

  static func alarm(_ resource: EvaluatedResource) -> Alarm {
    let properties = resource.properties
    let metrics = (properties["Metrics"]?.elements ?? []).compactMap { $0["MetricStat", "Metric"] }
    let source = properties["MetricName"] == nil ? metrics.first ?? properties : properties
    return Alarm(
      identity: resource.identity, namespace: source.text("Namespace"), metric: source.text("MetricName"),
      dimensions: source.namedTexts("Dimensions", name: "Name"),
      hasActions: !properties.texts("AlarmActions").isEmpty)
  }

  static func securityGroup(_ resource: EvaluatedResource) -> SecurityGroup {
    let properties = resource.properties
    return SecurityGroup(
      identity: resource.identity, egress: properties["SecurityGroupEgress"]?.elements.map(networkRule),
      ingress: (properties["SecurityGroupIngress"]?.elements ?? []).map(networkRule))
  }

  static func networkRule(_ value: Resolved) -> NetworkRule {
    let block = value.text("CidrIp")
    return NetworkRule(
      block: block.isAbsent ? value.text("CidrIpv6") : block, protocol: value.text("IpProtocol"),
      fromPort: value.integer("FromPort"), toPort: value.integer("ToPort"), location: value.location)
  }

  static func subnet(_ resource: EvaluatedResource) -> Subnet {
    Subnet(identity: resource.identity, availabilityZone: resource.properties.text("AvailabilityZone"))
  }

  static func codeSigning(_ resource: EvaluatedResource) -> CodeSigning {
    CodeSigning(
      identity: resource.identity,
      untrustedArtifact: resource.properties["CodeSigningPolicies"]?
        .string("UntrustedArtifactOnDeployment") ?? .absent)
  }
}
