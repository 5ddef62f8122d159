internal import ApplicationModel
package import FindingModel
package import RuleModel

/// Functions in a network of one zone.
package struct VPCSingleZone: Rule {
  package static let metadata = RuleMetadata(
    id: "sas3-vpc-single-zone", risk: .insecureDeployment, title: "Function in a single availability zone",
    severity: .medium, weaknesses: [693],
    peers: ["prowler:awslambda_function_vpc_multi_az", "securityhub:Lambda.5"],
    rationale: """
      Outside a VPC a function runs in all zones of its region. Inside, it runs where its subnets are: with \
      one subnet, or several in one zone, the trouble of that zone stops the function, and so does anyone \
      who exhausts the subnet's addresses.
      """,
    blindSpots: """
      Zones of subnets from other templates are not known; only their number is. A list that a parameter \
      brings cannot be judged.
      """,
    remediation: Remediation(
      """
      Give the function subnets in at least two zones.
      """,
      snippets: [
        .sam: """
        {name}:
          Type: AWS::Serverless::Function
          Properties:
            VpcConfig:
              SubnetIds: [!Ref SubnetA, !Ref SubnetB]
              SecurityGroupIds: [!Ref FunctionGroup]
        """,
        .cloudFormation: """
        {name}:
          Type: AWS::Lambda::Function
          Properties:
            VpcConfig:
              SubnetIds: [!Ref SubnetA, !Ref SubnetB]
              SecurityGroupIds: [!Ref FunctionGroup]
        """,
        .serverlessFramework: """
        provider:
          name: aws
          vpc:
            subnetIds: [subnet-0a1b2c3d, subnet-4e5f6a7b]
            securityGroupIds: [sg-0a1b2c3d]
        """,
      ]),
    references: ["https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html"])

  package init() {}

  package func evaluate(in context: RuleContext) -> [Verdict] {
    let functions = context.application.writtenFunctions
    let groups = Dictionary(grouping: functions) { $0.network }
    return groups.keys.sorted { ($0.location ?? .start(of: "")) < ($1.location ?? .start(of: "")) }
      .map { verdict(on: $0, of: groups[$0] ?? [], in: context) }
  }

  private func verdict(
    on network: Value<NetworkConfiguration>, of functions: [Function], in context: RuleContext
  ) -> Verdict {
    switch network {
    case .absent: return .notApplicable
    case .unresolved(let expression, let location):
      return .undetermined(reason: "the network of \(functions.enumeration) is \(expression)", at: location)
    case .known(let network, let location):
      guard network.isComplete else {
        return .undetermined(reason: "the subnets of \(functions.enumeration) are not known", at: location)
      }
      guard let flaw = flaw(of: network, in: context.application) else { return .pass }
      let judged = finding(
        "\(functions.enumeration) \(functions.verb("has", "have")) \(flaw): when that zone fails, nothing runs.",
        aboutEach: functions, at: location, discriminator: "zone", in: context)
      return .fail([judged].compactMap { $0 })
    }
  }

  private func flaw(of network: NetworkConfiguration, in application: Application) -> String? {
    let subnets = Set(network.subnets.map(\.value))
    if subnets.count == 1 {
      // A single expression may still stand for a list.
      return subnets.first?.expressions.isEmpty == true ? "a single subnet" : nil
    }
    let zones = subnets.map { subnet in
      application.subnets.first { $0.id == subnet.reference?.id }?.availabilityZone.value
    }
    guard let first = zones.first, let zone = first, zones.allSatisfy({ $0 == zone }) else { return nil }
    return "subnets in one zone only"
  }
}
