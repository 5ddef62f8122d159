/// An operation of a service's API, as code calls it through an SDK, and what the caller's role needs for it.
package struct CloudOperation: Hashable, Sendable {
  /// The prefix of the service's actions, `states` for what SDKs call `stepfunctions` or `SFN`.
  package let service: String
  /// As the API names it, `GetObject`; the case of abbreviations may differ from the platform's.
  package let name: String
  package let actions: [NeededAction]
  /// What it does with data that may reach another function; empty for most.
  package let data: [DataOperation]
  /// Parameters that the receiver's construction gives, in order: `["Bucket", "Key"]` of `s3.Object(a, b)`.
  package let receiver: [String]
  /// Parameters of positional arguments, in order; most SDK calls take none.
  package let positional: [String]
  /// The member of the call's input that holds its parameters; `nil` where the input itself does.
  package let input: String?
  /// Whether there is such an operation, so that ``actions`` are what it needs.
  ///
  /// The service has others: those that are newer than the catalogue, and conveniences of its SDK.
  package let isKnown: Bool

  package init(
    service: String, name: String, actions: [NeededAction], data: [DataOperation] = [],
    receiver: [String] = [],
    positional: [String] = [], input: String? = nil, isKnown: Bool = true
  ) {
    self.service = service
    self.name = name
    self.actions = actions
    self.data = data
    self.receiver = receiver
    self.positional = positional
    self.input = input
    self.isKnown = isKnown
  }

  /// The operation that a call of an SDK client means.
  ///
  /// An operation without an entry of its own needs the action of its name on any resource, if the service
  /// has such an action.
  ///
  /// - Parameters:
  ///   - service: As an SDK names it: `stepfunctions`, `StepFunctions`, `client-sfn`, `SFNClient`.
  ///   - operation: `get_object`, `getObject`, `GetObject`, `GetObjectCommand`, `paginateListObjectsV2`.
  /// - Returns: `nil` for what calls no known service, such as `close` or `destroy`, and for what names an
  ///   operation in an argument; see ``OperationName/argumentThatNamesOperation(of:)``.
  package static func resolve(service: String, operation: String) -> CloudOperation? {
    guard let prefix = ServiceNames.prefix(of: service), let name = OperationName.canonical(operation) else {
      return nil
    }
    if let entry = OperationTable.entry(service: prefix, operation: name) { return entry }
    guard !OperationName.isLocal(name) else { return nil }
    if OperationTable.takesToken(service: prefix, sdkName: service, operation: name) {
      return CloudOperation(service: prefix, name: name, actions: [])
    }
    let normal = OperationTable.renamed(service: prefix, operation: name)
    let catalogue = ServiceCatalogue()
    guard catalogue.action(normal) != nil || catalogue.service(prefix) == nil else {
      return CloudOperation(service: prefix, name: name, actions: [], isKnown: false)
    }
    return CloudOperation(service: prefix, name: name, actions: [NeededAction(normal)])
  }

  /// The operation that a waiter polls: `object_exists` of S3 asks with `HeadObject`.
  package static func resolve(service: String, waiter: String) -> CloudOperation? {
    guard let prefix = ServiceNames.prefix(of: service),
      let operation = OperationName.operation(ofWaiter: waiter, service: prefix)
    else { return nil }
    return resolve(service: service, operation: operation)
  }

  func with(receiver: [String], positional: [String]) -> CloudOperation {
    CloudOperation(
      service: service, name: name, actions: actions, data: data, receiver: receiver, positional: positional,
      input: input, isKnown: isKnown)
  }
}
