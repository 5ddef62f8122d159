internal import Documents
internal import FindingModel

extension Assembly {
  private static let applicationProperties: Set<String> = [
    "Parameters", "NotificationARNs", "TimeoutInMinutes",
  ]

  /// AWS::Serverless::Application: a nested stack, from a file or from the Serverless Application Repository.
  mutating func application(_ resource: SAMResource) {
    let make = Implied(at: resource.idLocation)
    var entries = resource.properties.entries.filter { Self.applicationProperties.contains($0.key) }
    var tags = [Tags.mark("lambda:createdBy", at: make.place)]
    if let location = resource["Location"] {
      if location.isPlainMapping {
        tags += repositoryTags(location, make)
        problem(
          at: location.location,
          "'\(resource.id)' comes from the Serverless Application Repository; it is not read.",
          isError: false)
      } else {
        entries.append(Entry("TemplateURL", at: location.location, location))
      }
    } else {
      problem(at: resource.location, "The application '\(resource.id)' has no Location.")
    }
    tags += Tags.list(resource["Tags"])
    entries.append(Entry("Tags", at: make.place, make.list(tags)))
    let known = Self.applicationProperties.union(["Location", "Tags"])
    for entry in resource.properties.entries where !known.contains(entry.key) {
      problem(at: entry.keyLocation, "AWS::Serverless::Application has no property '\(entry.key)'.")
      entries.append(entry)
    }
    replace(resource, with: "AWS::CloudFormation::Stack", make.map(entries))
  }

  private func repositoryTags(_ location: Node, _ make: Implied) -> [Node] {
    let names = [
      ("ApplicationId", "serverlessrepo:applicationId"),
      ("SemanticVersion", "serverlessrepo:semanticVersion"),
    ]
    return names.compactMap { key, tag in
      location.present(key).map { make.map(["Key": make.text(tag), "Value": $0]) }
    }
  }
}
