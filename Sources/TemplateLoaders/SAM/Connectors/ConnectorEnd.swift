internal import Documents
internal import FindingModel

/// Source or destination of a connector: a resource of the template, or hard-coded properties.
struct ConnectorEnd {
  let id: String?
  /// The CloudFormation type, also where SAM's is written.
  let type: String
  let arn: Node?
  let role: Node?
  let url: Node?
  let name: Node?
  let resourceID: Node?
  let qualifier: Node?

  /// SAM types and what they become.
  private static let plainTypes = [
    "AWS::Serverless::Function": "AWS::Lambda::Function",
    "AWS::Serverless::SimpleTable": "AWS::DynamoDB::Table",
    "AWS::Serverless::StateMachine": "AWS::StepFunctions::StateMachine",
    "AWS::Serverless::Api": "AWS::ApiGateway::RestApi", "AWS::Serverless::HttpApi": "AWS::ApiGatewayV2::Api",
    "AWS::Serverless::GraphQLApi": "AWS::AppSync::GraphQLApi",
  ]

  static func plainType(_ type: String) -> String { plainTypes[type] ?? type }

  /// An end with all of its properties written out.
  init?(hardCoded node: Node) {
    guard let type = node.present("Type")?.text else { return nil }
    id = nil
    self.type = Self.plainType(type)
    arn = node.present("Arn")
    role = node.present("RoleName")
    url = node.present("QueueUrl")
    name = node.present("Name")
    resourceID = node.present("ResourceId")
    qualifier = node.present("Qualifier")
  }

  /// An end that names a resource.
  init(id: String, type: String, resource: Node?, qualifier: Node?, _ make: Implied) {
    self.id = id
    self.type = Self.plainType(type)
    let isRefARN = ["AWS::StepFunctions::StateMachine", "AWS::SNS::Topic", "AWS::AppSync::DataSource"]
      .contains(self.type)
    arn = isRefARN ? make.ref(id) : make.arn(of: id)
    url = make.ref(id)
    name = make.attribute("Name", of: id)
    resourceID = self.type == "AWS::AppSync::GraphQLApi" ? make.attribute("ApiId", of: id) : make.ref(id)
    self.qualifier = qualifier ?? make.text("*")
    role = Self.role(of: resource, type: self.type, make)
  }

  /// The role a resource runs as, by name, read from its ARN.
  private static func role(of resource: Node?, type: String, _ make: Implied) -> Node? {
    let properties = resource?.present("Properties")
    let value: Node?
    switch type {
    case "AWS::Lambda::Function": value = properties?.present("Role")
    case "AWS::StepFunctions::StateMachine": value = properties?.present("RoleArn")
    case "AWS::AppSync::DataSource": value = properties?.present("ServiceRoleArn")
    case "AWS::Events::Rule":
      value =
        (properties?.present("Targets")?.elements ?? []).lazy.compactMap { $0.present("RoleArn") }.first
        ?? properties?.present("RoleArn")
    default: value = nil
    }
    if let id = value?.reference { return make.ref(id) }
    guard let (id, attribute) = value?.attributeReference, attribute == "Arn" else { return nil }
    return make.ref(id)
  }
}
