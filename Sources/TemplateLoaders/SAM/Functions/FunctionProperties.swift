internal import Documents
internal import FindingModel

/// What becomes of each property of AWS::Serverless::Function.
enum FunctionProperties {
  /// The same in AWS::Lambda::Function.
  static let kept: Set<String> = [
    "FunctionName", "Handler", "Runtime", "Description", "MemorySize", "Timeout", "VpcConfig", "Environment",
    "KmsKeyArn", "Layers", "FileSystemConfigs", "ImageConfig", "PackageType", "Architectures", "SnapStart",
    "EphemeralStorage", "RuntimeManagementConfig", "LoggingConfig", "RecursiveLoop", "TenancyConfig",
    "DurableConfig", "FunctionScalingConfig", "CodeSigningConfigArn", "ReservedConcurrentExecutions",
    "PublishToLatestPublished",
  ]

  /// Read by one of the extensions of ``Assembly`` in this folder.
  static let consumed: Set<String> = [
    "Role", "Policies", "RolePath", "PermissionsBoundary", "AssumeRolePolicyDocument", "InlineCode",
    "CodeUri",
    "ImageUri", "SourceKMSKeyArn", "Tracing", "DeadLetterQueue", "Tags", "PropagateTags", "Events",
    "AutoPublishAlias", "AutoPublishCodeSha256", "AutoPublishAliasAllProperties", "VersionDescription",
    "VersionDeletionPolicy", "ProvisionedConcurrencyConfig", "DeploymentPreference", "EventInvokeConfig",
    "FunctionUrlConfig", "CapacityProviderConfig",
  ]
}

extension Assembly {
  /// Properties of the Lambda function, without role and code.
  mutating func lambdaProperties(of resource: SAMResource) -> [Entry] {
    let make = Implied(at: resource.idLocation)
    var entries: [Entry] = []
    for entry in resource.properties.entries where !entry.value.isNull {
      if FunctionProperties.kept.contains(entry.key) {
        entries.append(entry)
      } else if let changed = changedProperty(entry, of: resource) {
        entries.append(changed)
      } else if !FunctionProperties.consumed.contains(entry.key) {
        problem(at: entry.keyLocation, "AWS::Serverless::Function has no property '\(entry.key)'.")
        entries.append(entry)
      }
    }
    let mark = Tags.mark("lambda:createdBy", at: make.place)
    let own = Tags.list(resource["Tags"])
    let tags = resource.propagatesTags && !own.isEmpty ? own : [mark] + own
    entries.append(Entry("Tags", at: make.place, make.list(tags)))
    describe(hashOf: resource, in: &entries)
    return entries
  }

  /// A hash the user gives for the code shows in the description, so that the function changes with it.
  private func describe(hashOf resource: SAMResource, in entries: inout [Entry]) {
    guard resource["AutoPublishAlias"] != nil, let hash = resource["AutoPublishCodeSha256"],
      resolved(hash).text != nil
    else { return }
    let make = Implied(at: hash.location)
    guard let index = entries.firstIndex(where: { $0.key == "Description" }) else {
      entries.append(Entry("Description", at: hash.location, hash))
      return
    }
    let parts = [entries[index].value, hash]
    let texts = parts.compactMap { resolved($0).text }
    entries[index].value =
      texts.count == 2
      ? make.text(texts.joined(separator: " "))
      : make.call("Fn::Join", make.list([make.text(" "), make.list(parts)]))
  }

  private mutating func changedProperty(_ entry: Entry, of resource: SAMResource) -> Entry? {
    let make = Implied(at: entry.keyLocation)
    switch entry.key {
    case "Tracing":
      // SAM's own word for none; CloudFormation does not know it.
      if resolved(entry.value).text == "Disabled" { return nil }
      return Entry("TracingConfig", at: entry.keyLocation, make.map(["Mode": entry.value]))
    case "DeadLetterQueue":
      guard let target = entry.value.present("TargetArn") else {
        problem(at: entry.value.location, "The dead-letter queue of '\(resource.id)' has no TargetArn.")
        return nil
      }
      return Entry("DeadLetterConfig", at: entry.keyLocation, make.map(["TargetArn": target]))
    case "CapacityProviderConfig":
      let config = entry.value.renamingKeys(["Arn": "CapacityProviderArn"])
      let name = "LambdaManagedInstancesCapacityProviderConfig"
      return Entry(entry.key, at: entry.keyLocation, make.map([name: config]))
    default:
      return nil
    }
  }
}
