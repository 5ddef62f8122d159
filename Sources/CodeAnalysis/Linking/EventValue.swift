internal import TaintEngine

/// What the event of a write holds at a path of a filter's pattern, as far as the call tells.
enum EventValue {
  static func value(at path: [String], medium: CallTarget.Medium, parts: WrittenParts) -> ValueFact? {
    guard let first = path.first else { return nil }
    switch medium {
    case .bus:
      switch first {
      case "source": return parts.all("Source").only
      case "detail-type": return parts.all("DetailType").only
      case "detail": return parts.all("Detail").only?.field(at: path.dropFirst())
      default: return nil
      }
    case .queue:
      guard first == "body" else { return nil }
      return parts.all("MessageBody").only?.field(at: path.dropFirst())
    case .stream:
      if path == ["partitionKey"] { return parts.all("PartitionKey").only }
      guard first == "data" else { return nil }
      return parts.all("Data").only?.field(at: path.dropFirst())
    case .topic:
      // The policy speaks of attributes, or of the body where its scope says so.
      let attribute = parts.all("MessageAttributes").only?.fields[first]
      return attribute?.fields["StringValue"] ?? attribute?.fields["string_value"]
    case .table:
      guard path.count > 2, path[0] == "dynamodb", path[1] == "NewImage" else { return nil }
      return parts.all("Item").only?.fields[path[2]].map { value in
        path.count > 3 ? value.fields[path[3]] ?? value : value
      }
    case .bucket:
      guard path == ["detail", "object", "key"] else { return nil }
      return parts.all("Key").only
    case .function, .stateMachine, .secret, .parameter: return nil
    }
  }
}

extension [ValueFact] {
  /// The value where there is just one: of several nobody knows which passes.
  fileprivate var only: ValueFact? { count == 1 ? first : nil }
}

extension ValueFact {
  fileprivate func field(at path: ArraySlice<String>) -> ValueFact? {
    var value = unserialized
    for name in path {
      guard let next = value.fields[name] else { return nil }
      value = next
    }
    return value
  }
}
