/// The metrics of a vector, by their abbreviations: `AV` is `N`.
struct CVSSMetrics: Sendable {
  private var values: [Substring: Substring] = [:]

  /// - Parameters:
  ///   - vector: Metrics with slashes between them, without the prefix that names the version.
  ///   - known: The values of every metric that the version has, the letters separated by spaces.
  ///   - mandatory: How many of `known`, from the first, must be there.
  /// - Returns: `nil` for an unknown metric or value, for a metric that is there twice or is missing.
  init?(_ vector: Substring, known: KeyValuePairs<String, String>, mandatory: Int) {
    for field in vector.split(separator: "/", omittingEmptySubsequences: false) {
      let parts = field.split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[1].isEmpty,
        let allowed = known.first(where: { $0.key == parts[0] })?.value,
        allowed.split(separator: " ").contains(parts[1]),
        values.updateValue(parts[1], forKey: parts[0]) == nil
      else { return nil }
    }
    guard known.prefix(mandatory).allSatisfy({ values[Substring($0.key)] != nil }) else { return nil }
  }

  subscript(metric: String) -> Substring? { values[Substring(metric)] }

  /// The weight of a metric's value.
  func weight(_ metric: String, _ weights: KeyValuePairs<String, Double>) -> Double {
    weights.first { $0.key == values[Substring(metric)].map(String.init) }?.value ?? 0
  }
}
