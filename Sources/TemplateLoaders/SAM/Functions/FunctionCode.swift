internal import Documents
internal import FindingModel

extension Assembly {
  /// The `Code` of a function.
  ///
  /// Code on the disk stays the path the user wrote.
  mutating func code(of resource: SAMResource) -> Entry? {
    guard let (key, value) = codeSource(of: resource) else { return nil }
    let make = Implied(at: value.location)
    var code: Node
    switch key {
    case "InlineCode": code = make.map(["ZipFile": value])
    case "ImageUri": code = make.map(["ImageUri": value])
    default: code = Self.packaged(value, make, ["S3Bucket", "S3Key", "S3ObjectVersion"])
    }
    if let encryption = resource["SourceKMSKeyArn"], code.isPlainMapping {
      code.set("SourceKMSKeyArn", to: encryption)
    }
    return Entry("Code", at: value.location, code)
  }

  private func codeSource(of resource: SAMResource) -> (String, Node)? {
    let isImage = resource["PackageType"]?.text == "Image"
    let keys = isImage ? ["ImageUri", "CodeUri", "InlineCode"] : ["InlineCode", "CodeUri", "ImageUri"]
    for key in keys {
      if let value = resource[key] { return (key, value) }
    }
    return nil
  }

  /// An S3 address, written as `s3://bucket/key?versionId=v` or as `{Bucket, Key, Version}`, under other names.
  static func packaged(_ value: Node, _ make: Implied, _ names: [String]) -> Node {
    if value.isPlainMapping, value.present("Bucket") != nil || value.present("Key") != nil {
      return value.renamingKeys(["Bucket": names[0], "Key": names[1], "Version": names[2]])
    }
    guard let text = value.text, text.hasPrefix("s3://") else { return value }
    let path = text.dropFirst("s3://".count)
    guard let slash = path.firstIndex(of: "/"), slash != path.startIndex else { return value }
    let parts = path[path.index(after: slash)...].split(separator: "?", maxSplits: 1)
    guard let key = parts.first else { return value }
    var version: Substring?
    if parts.count == 2 {
      for pair in parts[1].split(separator: "&") where pair.hasPrefix("versionId=") {
        version = pair.dropFirst("versionId=".count)
      }
    }
    return make.map([
      names[0]: make.text(String(path[..<slash])), names[1]: make.text(String(key)),
      names[2]: version.map { make.text(String($0)) },
    ])
  }
}
