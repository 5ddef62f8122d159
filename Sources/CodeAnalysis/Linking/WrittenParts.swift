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

  init(_ call: CallFact) {
    values = Self.records(of: call).flatMap { record in
      record.map { (Self.normalised($0.key), $0.value) }
    }
  }

  func all(_ names: String...) -> [ValueFact] {
    let wanted = names.map(Self.normalised)
    return values.filter { wanted.contains($0.name) }.map(\.value)
  }

  /// Parameters of the call, and those of each entry of a batch.
  private static func records(of call: CallFact) -> [[String: ValueFact]] {
    var records: [[String: ValueFact]] = []
    var named: [String: ValueFact] = [:]
    for argument in call.arguments {
      if let name = argument.name { named[name] = argument.value }
      // JavaScript gives one record, or a command that was constructed with one.
      for value in [argument.value] + argument.value.construction where !value.fields.isEmpty {
        records.append(value.fields)
      }
    }
    records.append(named)
    var entries: [[String: ValueFact]] = []
    for record in records {
      for (_, value) in record.sorted(by: { $0.key < $1.key }) {
        for element in value.elements where !element.fields.isEmpty { entries.append(element.fields) }
      }
      // BatchWriteItem: {RequestItems: {table: [{PutRequest: {Item}}]}}.
      for tables in record.filter({ $0.key == "RequestItems" }).values {
        for requests in tables.fields.values {
          entries += requests.elements.compactMap { $0.fields["PutRequest"]?.fields }
        }
      }
      for items in record.filter({ $0.key == "TransactItems" }).values {
        entries += items.elements.flatMap { element in
          ["Put", "Update"].compactMap { element.fields[$0]?.fields }
        }
      }
    }
    return records + entries
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
        + parts("Records[].dynamodb.Keys", all("Key")) + parts("Records[].dynamodb.NewImage", all("Key"))
    case (.bus, .queue): return parts("Records[].body", all("Detail"))
    case (.bus, _):
      return parts("detail", all("Detail")) + parts("detail-type", all("DetailType"))
        + parts("source", all("Source"))
    case (.function, _): return parts("", all("Payload", "payload"))
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
    var parts: [WrittenPart] = []
    for item in all("Item") {
      for (name, value) in item.fields.sorted(by: { $0.key < $1.key }) {
        parts.append(WrittenPart(value: value, field: base.appending(name)))
      }
      if item.fields.isEmpty || item.isOpen {
        // Keys that are not known: whatever labels the item has as a whole.
        var rest = item
        rest.fields = [:]
        rest.elements = []
        if !rest.origins.isEmpty { parts.append(WrittenPart(value: rest, field: base)) }
      }
    }
    return parts
      + all("ExpressionAttributeValues", "AttributeUpdates").map { WrittenPart(value: $0, field: base) }
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
