/// One service of the AWS API and its calls, as the SDKs of all languages share them.
///
/// Canonical paths that come out of it:
/// - boto3: `boto3.client.s3.get_object`, `boto3.client.s3.get_paginator().paginate`,
///   `boto3.resource.dynamodb.Table.put_item`; clients of `Session`, aioboto3 and aiobotocore are the same.
/// - AWS SDK for JavaScript 2: `aws-sdk.S3().getObject`, `aws-sdk/clients/s3().getObject`,
///   `aws-sdk.DynamoDB.DocumentClient().get`; `.promise()` goes on from the call's own value.
/// - AWS SDK for JavaScript 3: `@aws-sdk/client-s3.S3Client().send` with an argument of type
///   `@aws-sdk/client-s3.GetObjectCommand()`, and `@aws-sdk/client-s3.S3().getObject` of the aggregated clients.
struct CloudService: Sendable {
  /// In boto3: `s3`, `secretsmanager`; `nil` where it goes by the name of another service.
  let boto: String?
  /// The class in version 2: `S3`; also the folder `clients/s3`.
  let older: String
  /// The package in version 3, after `@aws-sdk/client-`.
  let module: String
  /// The aggregated client's class in version 3; `Client` follows in the plain one.
  let newer: String
  let operations: [CloudOperations]

  init(
    _ boto: String?, _ older: String, module: String? = nil, newer: String? = nil,
    _ operations: [CloudOperations]
  ) {
    self.boto = boto
    self.older = older
    self.module = module ?? boto ?? older.lowercased()
    self.newer = newer ?? older
    self.operations = operations
  }
}

/// Operations that take the same parameters.
struct CloudOperations: Sendable {
  /// As in the API: `GetObject`.
  let names: [String]
  let resources: [String]
  let keys: [String]
  let payloads: [String]
  /// Other grammars that a parameter is read by.
  let texts: [(kind: SinkKind, parameter: String, certainty: Certainty)]
  /// What the answer is; `nil` where it has nothing of interest.
  let answer: ResultModel?

  init(
    _ names: [String], resources: [String] = [], keys: [String] = [], payloads: [String] = [],
    texts: [(kind: SinkKind, parameter: String, certainty: Certainty)] = [], answer: ResultModel? = nil
  ) {
    self.names = names
    self.resources = resources
    self.keys = keys
    self.payloads = payloads
    self.texts = texts
    self.answer = answer
  }

  /// Sinks of the parameters, wherever a language puts them.
  ///
  /// `Entries[].Detail` is a member of each element; the detail of the sink is the last name.
  func sinks(of request: Selector? = nil, in parameter: (String) -> Selector) -> [CallModel.Effect] {
    func place(_ path: String) -> (value: Selector, name: String) {
      let names = path.split(separator: ".").map(String.init)
      var value: Selector?
      for name in names {
        let plain = name.hasSuffix("[]") ? String(name.dropLast(2)) : name
        let member = value.map { .field($0, plain) } ?? parameter(plain)
        value = name.hasSuffix("[]") ? .elements(member, from: 0) : member
      }
      return (value ?? parameter(path), names.last ?? path)
    }
    func sink(_ kind: SinkKind, _ path: String, _ certainty: Certainty = .certain) -> CallModel.Effect {
      let (value, name) = place(path)
      return .into(kind, .anywhereIn(value), certainty, detail: name)
    }
    return resources.map { sink(.cloudResource, $0) } + keys.map { sink(.cloudKey, $0) }
      + payloads.map { sink(.cloudPayload, $0) } + texts.map { sink($0.kind, $0.parameter, $0.certainty) }
      + special(of: request, in: parameter)
  }

  /// DynamoDB's expressions are texts with a grammar of their own; whole items may bring keys of their own.
  private func special(
    of request: Selector?, in parameter: (String) -> Selector
  ) -> [CallModel.Effect] {
    guard names.contains(where: Self.tableOperations.contains) else { return [] }
    let expressions = Self.expressions.map { name -> CallModel.Effect in
      .into(.nosql, parameter(name), when: [.text(parameter(name))], .likely, detail: name)
    }
    let filters = Self.filters.map { name -> CallModel.Effect in
      .into(.nosql, parameter(name), when: [.structured(parameter(name))], .likely, detail: name)
    }
    let item = parameter("Item")
    let whole = request.map {
      CallModel.Effect.into(.nosql, $0, when: [.structured($0)], .likely, detail: "the whole request")
    }
    return expressions + filters + (whole.map { [$0] } ?? [])
      + [.into(.massAssignment, item, when: [.structured(item)], .likely, detail: "Item")]
  }

  private static let tableOperations: Set<String> = [
    "GetItem", "PutItem", "UpdateItem", "DeleteItem", "Query", "Scan",
  ]
  private static let expressions = [
    "FilterExpression", "KeyConditionExpression", "ProjectionExpression", "UpdateExpression",
    "ConditionExpression",
  ]
  private static let filters = ["ScanFilter", "QueryFilter", "KeyConditions", "Expected", "AttributeUpdates"]
}

/// How the SDKs spell the name of an operation.
enum OperationName {
  /// `ListObjectsV2` → `list_objects_v2`.
  static func snake(_ name: String) -> String {
    let letters = Array(name)
    var out = ""
    for (index, letter) in letters.enumerated() {
      if letter.isUppercase, index > 0 {
        let before = letters[index - 1]
        let startsWord = index + 1 < letters.count && letters[index + 1].isLowercase
        if before.isLowercase || before.isNumber || startsWord { out.append("_") }
      }
      out.append(contentsOf: letter.lowercased())
    }
    return out
  }

  /// `GetObject` → `getObject`.
  static func camel(_ name: String) -> String {
    name.prefix(1).lowercased() + name.dropFirst()
  }

  static func alternatives(_ names: [String]) -> String {
    names.count == 1 ? names[0] : "{" + names.joined(separator: ",") + "}"
  }
}
