/// What `${…}` stands for in one POM.
struct PomProperties {
  /// Values inside values; real POMs nest two or three.
  static let depthLimit = 20
  /// Bytes of an interpolated text: properties that double each other would grow without end.
  static let lengthLimit = 1024

  private var values: [String: String] = [:]

  /// - Parameter chain: The POM itself first, then its parents.
  init(_ chain: [PomFile]) {
    for pom in chain.reversed() {
      for property in pom.properties { values[property.name] = property.value }
    }
    guard let own = chain.first else { return }
    let parent = own.parent?.coordinates
    let project = [
      "groupId": own.coordinates.group ?? parent?.group, "artifactId": own.coordinates.artifact,
      "version": own.coordinates.version ?? parent?.version, "name": own.name,
      "parent.groupId": parent?.group, "parent.artifactId": parent?.artifact,
      "parent.version": parent?.version,
    ]
    for case (let name, let value?) in project {
      // `pom.` and no prefix at all are Maven 2's ways to write `project.`, which some POMs still have.
      for prefix in ["project.", "pom.", ""] where prefix != "" || values[name] == nil {
        values[prefix + name] = value
      }
    }
  }

  /// - Returns: The text with everything replaced that is known; the rest as written, also where values go round
  ///   in a circle.
  func interpolated(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "$")) else { return text }
    var work = PomProperties.depthLimit * 64
    return expanded(text[...], depth: 0, work: &work) ?? text
  }

  private func expanded(_ text: Substring, depth: Int, work: inout Int) -> String? {
    guard depth <= Self.depthLimit else { return nil }
    var result = ""
    var rest = text
    while let start = rest.firstRange(of: "${"), let end = rest[start.upperBound...].firstIndex(of: "}") {
      work -= 1
      guard work > 0, result.utf8.count <= Self.lengthLimit else { return nil }
      result += rest[..<start.lowerBound]
      let name = String(rest[start.upperBound..<end])
      if let value = values[name] {
        guard let inner = expanded(value[...], depth: depth + 1, work: &work) else { return nil }
        result += inner
      } else {
        result += rest[start.lowerBound...end]
      }
      rest = rest[rest.index(after: end)...]
    }
    result += rest
    return result.utf8.count <= Self.lengthLimit ? result : nil
  }
}
