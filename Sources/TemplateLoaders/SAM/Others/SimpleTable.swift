internal import Documents
internal import FindingModel

extension Assembly {
  private static let keyTypes = ["String": "S", "Number": "N", "Binary": "B"]

  private static let tableProperties: Set<String> = [
    "TableName", "SSESpecification", "PointInTimeRecoverySpecification", "ProvisionedThroughput",
  ]

  /// AWS::Serverless::SimpleTable: a DynamoDB table with a hash key and nothing else.
  mutating func simpleTable(_ resource: SAMResource) {
    let make = Implied(at: resource.idLocation)
    var entries: [Entry] = []
    for entry in resource.properties.entries where !entry.value.isNull {
      if Self.tableProperties.contains(entry.key) {
        entries.append(entry)
      } else if entry.key == "Tags" {
        entries.append(Entry("Tags", at: entry.keyLocation, make.list(Tags.list(entry.value))))
      } else if entry.key != "PrimaryKey" {
        problem(at: entry.keyLocation, "AWS::Serverless::SimpleTable has no property '\(entry.key)'.")
        entries.append(entry)
      }
    }
    let key = resource["PrimaryKey"]
    let name = key?.present("Name") ?? make.text("id")
    let type = keyType(key?.present("Type"), make)
    let definition = make.map(["AttributeName": name, "AttributeType": type])
    entries.append(Entry("AttributeDefinitions", at: make.place, make.list([definition])))
    let schema = make.map(["AttributeName": name, "KeyType": make.text("HASH")])
    entries.append(Entry("KeySchema", at: make.place, make.list([schema])))
    if resource["ProvisionedThroughput"] == nil {
      entries.append(Entry("BillingMode", at: make.place, make.text("PAY_PER_REQUEST")))
    }
    replace(resource, with: "AWS::DynamoDB::Table", make.map(entries))
  }

  private mutating func keyType(_ type: Node?, _ make: Implied) -> Node {
    guard let type else { return make.text("S") }
    guard let name = resolved(type).text else { return type }
    guard let letter = Self.keyTypes[name] else {
      problem(at: type.location, "'\(name)' is not a type of a primary key.")
      return type
    }
    return .string(letter, at: type.location, isImplied: false)
  }
}
