/// YAML's `<<`: entries of other mappings that the mapping's own entries override.
enum MergeKeys {
  static func merged(_ entries: [Entry]) -> [Entry] {
    guard entries.contains(where: { $0.key == "<<" }) else { return entries.keepingLastOfEachKey() }
    var result = entries.filter { $0.key != "<<" }.keepingLastOfEachKey()
    var known = Set(result.map(\.key))
    for merge in entries where merge.key == "<<" {
      // The earlier of several mappings wins, so the first to bring a key keeps it.
      let sources = merge.value.isSequence ? merge.value.elements : [merge.value]
      for entry in sources.flatMap(\.entries) where known.insert(entry.key).inserted { result.append(entry) }
    }
    return result
  }
}

extension [Entry] {
  /// Both languages' usual readers let the last of equal keys win; its place in the order is the first's.
  package func keepingLastOfEachKey() -> [Entry] {
    var positions: [String: Int] = [:]
    var result: [Entry] = []
    result.reserveCapacity(count)
    for entry in self {
      if let position = positions[entry.key] {
        result[position] = entry
      } else {
        positions[entry.key] = result.count
        result.append(entry)
      }
    }
    return result
  }
}
