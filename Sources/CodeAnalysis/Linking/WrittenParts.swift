internal import ApplicationModel
internal import TaintEngine

/// Which parts of a call become which fields of the event that it causes.
struct WrittenPart {
  let value: ValueFact
  /// The field of the event; for a store, the field of the item that is read later.
  let field: FieldPath
}

/// The values that a call of a cloud service writes, by the names of its parameters.
struct WrittenParts {
  /// A parameter's value; batch calls have them in their entries.
  private let values: [(name: String, value: ValueFact)]
  let isPresigned: Bool

  init(_ call: SDKCall) {
    isPresigned = call.isPresigned
    values = Self.records(of: call.request.parameters).flatMap { record in
      record.map { (Self.normalised($0.key), $0.value) }
    }
  }

  func all(_ names: String...) -> [ValueFact] {
    let wanted = names.map(Self.normalised)
    return values.filter { wanted.contains($0.name) }.map(\.value)
  }

  /// Parameters of the call, and those of each entry of a batch.
  private static func records(of request: [String: ValueFact]) -> [[String: ValueFact]] {
    var records = [request]
    for (name, value) in request.sorted(by: { $0.key < $1.key }) {
      switch name {
      // BatchWriteItem: {RequestItems: {table: [{PutRequest: {Item}}]}}.
      case "RequestItems":
        for requests in value.fields.sorted(by: { $0.key < $1.key }) {
          records += requests.value.elements.compactMap { $0.fields["PutRequest"]?.fields }
        }
      case "TransactItems":
        records += value.elements.flatMap { element in
          ["Put", "Update"].compactMap { element.fields[$0]?.fields }
        }
      default: records += value.elements.map(\.fields).filter { !$0.isEmpty }
      }
    }
    return records
  }

  private static func normalised(_ name: String) -> String { name.lowercased() }

  // MARK: Fields

  /// The parts of a write to a medium, as fields of the event that a trigger of this kind gets.
  func fields(of medium: CallTarget.Medium, for kind: TriggerKind) -> [WrittenPart] {
    func parts(_ path: String, _ values: [ValueFact]) -> [WrittenPart] {
      values.flatMap { Self.split($0, at: FieldPath(text: path)) }
    }
    switch (medium, kind) {
    case (.bucket, .eventRule): return parts("detail.object.key", all("Key"))
    case (.bucket, .queue): return parts("Records[].body", all("Key"))
    case (.bucket, .topic): return parts("Records[].Sns.Message", all("Key"))
    case (.bucket, _): return parts("Records[].s3.object.key", all("Key"))
    case (.queue, .pipe): return parts("[].body", all("MessageBody"))
    case (.queue, _):
      return parts("Records[].body", all("MessageBody"))
        + parts("Records[].messageAttributes", all("MessageAttributes"))
        + parts("Records[].attributes.MessageGroupId", all("MessageGroupId"))
    case (.topic, .queue): return parts("Records[].body", all("Message", "Subject"))
    case (.topic, _):
      return parts("Records[].Sns.Message", all("Message")) + parts("Records[].Sns.Subject", all("Subject"))
        + parts("Records[].Sns.MessageAttributes", all("MessageAttributes"))
    case (.stream, _):
      return parts("Records[].kinesis.data", all("Data"))
        + parts("Records[].kinesis.partitionKey", all("PartitionKey"))
    case (.table, _):
      return attributes(at: FieldPath(text: "Records[].dynamodb.NewImage"))
        + parts("Records[].dynamodb.Keys", all("Key"))
    case (.bus, .queue): return parts("Records[].body", all("Detail"))
    case (.bus, _):
      return parts("detail", all("Detail")) + parts("detail-type", all("DetailType"))
        + parts("source", all("Source"))
    case (.function, _):
      let payloads = all("Payload", "payload")
      return parts("", payloads.isEmpty ? [ValueFact()] : payloads)
    case (.stateMachine, _): return parts("", all("input", "Input"))
    case (.secret, _), (.parameter, _): return []
    }
  }

  /// A record, or a text made of one, field by field: a tainted name does not taint the folder beside it.
  private static func split(_ value: ValueFact, at field: FieldPath) -> [WrittenPart] {
    let record = value.unserialized
    guard !record.fields.isEmpty, !record.isOpen, field.components.count < 8 else {
      return [WrittenPart(value: record, field: field)]
    }
    return record.fields.sorted { $0.key < $1.key }.flatMap { split($0.value, at: field.appending($0.key)) }
  }

  /// What a later read of the store gives.
  func stored(in medium: CallTarget.Medium) -> [WrittenPart] {
    switch medium {
    case .table: attributes(at: FieldPath())
    case .bucket: all("Body", "Fileobj", "Filename").map { WrittenPart(value: $0, field: FieldPath()) }
    case .queue: all("MessageBody").map { WrittenPart(value: $0, field: FieldPath()) }
    case .secret, .parameter: all("Value", "SecretString").map { WrittenPart(value: $0, field: FieldPath()) }
    case .topic, .stream, .bus, .stateMachine, .function: []
    }
  }

  /// Attributes of items one by one, so that a tainted name does not taint the price.
  private func attributes(at base: FieldPath) -> [WrittenPart] {
    (all("Item") + all("Key")).flatMap { Self.members(of: $0, at: base) }
      + all("AttributeUpdates").flatMap { Self.members(of: $0, at: base) } + updates(at: base)
  }

  private static func members(of record: ValueFact, at base: FieldPath) -> [WrittenPart] {
    var parts = record.fields.sorted { $0.key < $1.key }.map {
      WrittenPart(value: $0.value, field: base.appending($0.key))
    }
    if record.fields.isEmpty || record.isOpen {
      // Keys that are not known: whatever labels the item has as a whole.
      var rest = record
      rest.fields = [:]
      rest.elements = []
      if !rest.origins.isEmpty { parts.append(WrittenPart(value: rest, field: base)) }
    }
    return parts
  }

  /// The values of an update, each as the attribute that the expression gives it to.
  private func updates(at base: FieldPath) -> [WrittenPart] {
    let values = all("ExpressionAttributeValues")
    let texts = all("UpdateExpression").flatMap(\.texts)
    let expressions = texts.compactMap(\.literal)
    // Of several updates in one call nobody can tell here which names and values belong together.
    guard values.count == 1, texts.count == 1, expressions.count == 1 else {
      return values.map { WrittenPart(value: $0, field: base) }
    }
    let names = all("ExpressionAttributeNames").first?.fields ?? [:]
    let targets = UpdateExpression(expressions[0]).attributes { names[$0]?.literal }
    return values.flatMap { Self.members(of: $0, at: FieldPath()) }.flatMap { part -> [WrittenPart] in
      guard let placeholder = part.field.components.first else {
        return [WrittenPart(value: part.value, field: base)]
      }
      return targets[placeholder, default: []].map { attribute in
        WrittenPart(value: part.value, field: attribute.map(base.appending) ?? base)
      }
    }
  }
}

extension ValueFact {
  /// An origin with what was proved of it on the way here.
  struct Labelled {
    let origin: Origin
    let proof: SinkKinds
  }

  /// Origins of it and of all in it.
  ///
  /// A text made of a record has those of the record.
  var labels: [Labelled] {
    let inner = fields.sorted(by: { $0.key < $1.key }).map(\.value) + elements + construction
    let isTold = type == Self.serialized && construction.contains { !$0.fields.isEmpty }
    let own = isTold ? [] : zip(origins, proofs).map(Labelled.init)
    return own + inner.flatMap(\.labels)
  }

  /// The record that a text was made of; the value itself otherwise.
  var unserialized: ValueFact { type == Self.serialized ? construction.first ?? self : self }
}
