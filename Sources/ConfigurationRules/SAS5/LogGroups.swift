internal import ApplicationModel

extension Function {
  /// The name of the group the function writes to.
  var logGroupName: Text {
    if let chosen = logging.logGroup.value { return chosen }
    let name = functionName.value ?? Text([.reference(ResourceReference(id))])
    return Text([.literal("/aws/lambda/")] + name.parts)
  }

  /// Its group, where the template declares it; `nil` where the function makes it itself at its first run.
  func logGroup(in application: Application) -> LogGroup? {
    if let reference = logging.logGroup.value?.reference {
      return application.logGroups.first { $0.id == reference.id }
    }
    let byReference = Text([.literal("/aws/lambda/"), .reference(ResourceReference(id))])
    return application.logGroups.first { group in
      guard let name = group.logGroupName.value else { return false }
      return name == logGroupName || name == byReference
    }
  }
}
