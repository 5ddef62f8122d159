internal import PolicyEngine
internal import TaintEngine

/// A call of an SDK: the operation it means, and its parameters.
///
/// Canonical paths of the SDKs: `boto3.client.s3.get_object`, `boto3.client.s3.get_paginator().paginate`,
/// `boto3.resource.dynamodb.Table.put_item`, `aws-sdk.S3().getObject`, `aws-sdk/clients/s3().getObject`,
/// `aws-sdk.DynamoDB.DocumentClient().get`, `@aws-sdk/client-s3.S3Client().send` with an argument of type
/// `@aws-sdk/client-s3.GetObjectCommand()`, `@aws-sdk/client-s3.S3().getObject`.
struct SDKCall {
  let operation: CloudOperation
  let request: RequestView
  /// Whether it only signs an address with which somebody else may do it later.
  let isPresigned: Bool

  private init(operation: CloudOperation, request: RequestView, isPresigned: Bool = false) {
    self.operation = operation
    self.request = request
    self.isPresigned = isPresigned
  }

  init?(_ fact: CallFact) {
    if fact.callee.hasPrefix("boto3.") {
      self.init(python: fact)
    } else if fact.callee.hasPrefix("aws-sdk") {
      self.init(olderScript: fact)
    } else if fact.callee.hasPrefix("@aws-sdk/") {
      self.init(newerScript: fact)
    } else {
      self.init(wrapped: fact)
    }
  }

  /// A call of another library that means one operation.
  private init?(wrapped fact: CallFact) {
    guard let operation = WrappedCalls.operation(fact) else { return nil }
    self.init(operation: operation, request: RequestView(wrapped: fact, operation: operation))
  }

  // MARK: Python

  private init?(python fact: CallFact) {
    let names = fact.callee.split(separator: ".").map(String.init)
    guard names.count >= 4, let method = names.last else { return nil }
    let service = names[2]
    var operation: CloudOperation?
    if names[1] == "client" {
      if names.count == 4 {
        operation = Self.operation(service: service, method: method, fact: fact)
      } else if names[3] == "get_paginator()", method == "paginate" || method == "build_full_result",
        let name = fact.receiver?.construction.first?.literal
      {
        operation = .resolve(service: service, operation: name)
      } else if names[3] == "get_waiter()", method == "wait",
        let name = fact.receiver?.construction.first?.literal
      {
        operation = .resolve(service: service, waiter: name)
      }
    } else if names[1] == "resource" {
      // `dynamodb.Table("orders")` makes an object and calls nothing.
      guard names.count > 4 || !(method.first?.isUppercase ?? true) else { return nil }
      let path = names[3..<(names.count - 1)].map { $0.hasSuffix("()") ? String($0.dropLast(2)) : $0 }
      operation = SDKResource.resolve(
        service: service, resource: path.isEmpty ? nil : path.joined(separator: "."), method: method)
    }
    guard let operation else { return nil }
    self.init(
      operation: operation, request: RequestView(python: fact, operation: operation),
      isPresigned: method.hasPrefix("generate_presigned_"))
  }

  /// `generate_presigned_url("get_object", Params=…)` needs what the operation needs.
  private static func operation(service: String, method: String, fact: CallFact) -> CloudOperation? {
    if method == "generate_presigned_url",
      let indirect = OperationName.argumentThatNamesOperation(of: method)
    {
      let name = fact.argument(indirect.position, indirect.parameter)?.literal
      return name.flatMap { .resolve(service: service, operation: $0) }
    }
    return .resolve(service: service, operation: method)
  }

  // MARK: JavaScript

  private init?(olderScript fact: CallFact) {
    guard let end = fact.callee.lastIndex(of: ".") else { return nil }
    let method = String(fact.callee[fact.callee.index(after: end)...])
    let receiver = fact.callee[..<end]
    guard receiver.hasSuffix("()") else {
      self.init(wrapped: fact)
      return
    }
    let names = receiver.dropLast(2).split(whereSeparator: { $0 == "." || $0 == "/" })
    let service =
      receiver.contains("DocumentClient")
      ? "DynamoDB" : receiver.hasSuffix("RDS.Signer()") ? "rds-signer" : String(names.last ?? "")
    guard let operation = Self.operation(service: service, script: method, fact: fact) else { return nil }
    // Signers are told who signs in when they are made, or when they are asked.
    let made = receiver.hasSuffix("Signer()") ? fact.receiver?.construction.first : nil
    let given = fact.argument(method.hasPrefix("getSignedUrl") ? 1 : 0)
    self.init(
      operation: operation, request: RequestView(script: given ?? made, operation: operation),
      isPresigned: method.hasPrefix("getSignedUrl") || method == "createPresignedPost")
  }

  private static func operation(service: String, script method: String, fact: CallFact) -> CloudOperation? {
    guard let indirect = OperationName.argumentThatNamesOperation(of: method) else {
      return .resolve(service: service, operation: method)
    }
    guard let name = fact.argument(indirect.position)?.literal else { return nil }
    return indirect.isWaiter
      ? .resolve(service: service, waiter: name) : .resolve(service: service, operation: name)
  }

  private init?(newerScript fact: CallFact) {
    // A command says the operation, whoever sends it: `client.send(command)`, `getSignedUrl(client, command)`.
    for argument in fact.arguments {
      guard let type = argument.value.type, type.hasPrefix("@aws-sdk/"), type.hasSuffix("Command()"),
        let dot = type.lastIndex(of: "."),
        let operation = CloudOperation.resolve(
          service: Self.module(of: type[..<dot]),
          operation: String(type[type.index(after: dot)...].dropLast(2)))
      else { continue }
      self.init(
        operation: operation,
        request: RequestView(script: argument.value.construction.first, operation: operation),
        isPresigned: !fact.callee.hasSuffix(".send"))
      return
    }
    guard let end = fact.callee.lastIndex(of: ".") else { return nil }
    let method = String(fact.callee[fact.callee.index(after: end)...])
    let receiver = fact.callee[..<end]
    guard receiver.hasSuffix("()") else {
      self.init(helper: method, of: Self.module(of: receiver), fact: fact)
      return
    }
    // What an upload does, and who signs in, was told when it was made.
    let isTold = receiver.hasSuffix("Upload()") || receiver.hasSuffix("Signer()")
    let name = receiver.hasSuffix("Upload()") ? (method == "done" ? "Upload" : "") : method
    guard method != "send",
      let operation = CloudOperation.resolve(service: Self.module(of: receiver), operation: name)
    else { return nil }
    self.init(
      operation: operation,
      request: RequestView(
        script: isTold ? fact.receiver?.construction.first : fact.argument(0), operation: operation))
  }

  /// Functions beside the clients: `paginateScan(settings, input)`, `waitUntilObjectExists(settings, input)`.
  private init?(helper name: String, of module: String, fact: CallFact) {
    let operation: CloudOperation? =
      if name.hasPrefix("paginate") || name == "createPresignedPost" {
        .resolve(service: module, operation: name)
      } else if name.hasPrefix("waitUntil") || name.hasPrefix("waitFor") {
        .resolve(service: module, waiter: name)
      } else {
        nil
      }
    guard let operation else {
      // Constructions are no calls of the service, but those of credentials.
      self.init(wrapped: fact)
      return
    }
    self.init(
      operation: operation, request: RequestView(script: fact.argument(1), operation: operation),
      isPresigned: name == "createPresignedPost")
  }

  /// `@aws-sdk/lib-dynamodb` of `@aws-sdk/lib-dynamodb.DynamoDBDocument.from()`.
  private static func module(of path: Substring) -> String {
    String(path.split(separator: ".").first ?? path)
  }
}

extension ValueFact {
  /// The text, where it can only be one.
  var literal: String? { texts.count == 1 ? texts[0].literal : nil }
}
