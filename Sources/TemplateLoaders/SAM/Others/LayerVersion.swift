internal import Documents
internal import FindingModel

extension Assembly {
  private static let layerProperties: Set<String> = [
    "LayerName", "Description", "CompatibleRuntimes", "LicenseInfo", "CompatibleArchitectures",
  ]

  /// AWS::Serverless::LayerVersion: a layer whose id changes with its content, so that old versions stay.
  mutating func layerVersion(_ resource: SAMResource) {
    let make = Implied(at: resource.idLocation)
    var entries: [Entry] = []
    for entry in resource.properties.entries where !entry.value.isNull {
      if Self.layerProperties.contains(entry.key) {
        entries.append(entry)
      } else if entry.key == "ContentUri" {
        let names = ["S3Bucket", "S3Key", "S3ObjectVersion"]
        let content = Self.packaged(entry.value, Implied(at: entry.value.location), names)
        entries.append(Entry("Content", at: entry.keyLocation, content))
      } else if !["RetentionPolicy", "PublishLambdaVersion"].contains(entry.key) {
        problem(at: entry.keyLocation, "AWS::Serverless::LayerVersion has no property '\(entry.key)'.")
        entries.append(entry)
      }
    }
    if resource["LayerName"] == nil {
      entries.append(Entry("LayerName", at: make.place, make.text(resource.id)))
    }
    if resource["ContentUri"] == nil {
      problem(at: resource.location, "The layer '\(resource.id)' has no ContentUri.")
    }
    let id = resource.id + LogicalID.digest(of: resource.properties)
    renamed[resource.id] = id
    let policy = retention(of: resource, make)
    var attributes = resource.ownAttributes.filter { $0.key != "DeletionPolicy" }
    attributes.append(Entry("DeletionPolicy", at: policy.location, policy))
    replace(
      resource, id: id, with: "AWS::Lambda::LayerVersion", make.map(entries), attributes: attributes)
  }

  private mutating func retention(of resource: SAMResource, _ make: Implied) -> Node {
    guard let policy = resource["RetentionPolicy"] else {
      return resource.node.present("DeletionPolicy") ?? make.text("Retain")
    }
    guard let text = resolved(policy).text else { return policy }
    for name in ["Retain", "Delete"] where text.lowercased() == name.lowercased() {
      return .string(name, at: policy.location, isImplied: false)
    }
    problem(at: policy.location, "The RetentionPolicy of '\(resource.id)' is neither Retain nor Delete.")
    return policy
  }
}
