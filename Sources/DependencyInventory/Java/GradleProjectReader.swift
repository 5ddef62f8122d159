internal import FindingModel
internal import PackageModel

/// Reads what a Gradle build file asks for in plain words.
///
/// A build file is a program, which nobody runs here: literal coordinates, `group:`, `name:`, `version:`, texts of
/// variables and properties, names of the version catalogue, nothing else. Lines that compute a coordinate are listed.
enum GradleProjectReader {
  static func read(_ source: ListSource, into list: inout PackageList) {
    let variables = GradleVariables(source)
    let catalogue = GradleCatalogue(near: source)
    var open = 0
    for line in PlacedLines(GradleText.withoutComments(source.bytes), path: source.path) {
      let word = line.text.prefix { $0.isLetter }
      guard GradleConfiguration.isOne(word) else { continue }
      let rest = line.text.dropFirst(word.count)
      guard let next = rest.first, next == " " || next == "(" else { continue }
      let libraries = coordinate(rest, variables).map { [$0] } ?? catalogue.libraries(in: rest)
      // Projects and files of the same build say themselves what they need.
      let isOwn = ["project(", "files(", "fileTree(", "projects."].contains { rest.contains($0) }
      if libraries.isEmpty, !isOwn { open += 1 }
      for library in libraries {
        let identity = PackageIdentity(.maven, "\(library.group):\(library.artifact)")
        list.ask(
          for: PackageRequirement(
            identity, name: identity.name, constraint: library.version,
            scope: GradleConfiguration.scope(word),
            at: line.location))
      }
    }
    if open > 0 {
      list.note("\(open) dependencies are computed by the build file and were not read.", isError: false)
    }
  }

  private static func coordinate(
    _ text: Substring, _ variables: GradleVariables
  ) -> GradleCatalogue.Library? {
    if let group = GradleText.argument("group", in: text), let name = GradleText.argument("name", in: text) {
      let version = GradleText.argument("version", in: text).map(variables.interpolated)
      return GradleCatalogue.Library(group: group, artifact: name, version: version)
    }
    guard let literal = GradleText.literal(in: text) else { return nil }
    // `@aar` asks for one kind of file.
    let parts = variables.interpolated(literal).prefix { $0 != "@" }.split(
      separator: ":", omittingEmptySubsequences: false)
    guard parts.count >= 2, !parts[0].isEmpty, !parts[1].isEmpty, !parts[0].contains("$"),
      !parts[1].contains("$")
    else { return nil }
    let version = parts.count > 2 && !parts[2].isEmpty ? String(parts[2]) : nil
    return GradleCatalogue.Library(group: String(parts[0]), artifact: String(parts[1]), version: version)
  }
}

/// Texts that a build file and its properties give names to.
struct GradleVariables {
  private var values: [String: String] = [:]

  init(_ source: ListSource) {
    for folder in FilePath.ancestors(of: source.path).prefix(8).reversed() {
      guard let bytes = source.files.bytes(of: FilePath.join(folder, "gradle.properties")) else { continue }
      for (key, value) in JavaProperties.read(bytes) { values[key] = value }
    }
    for line in PlacedLines(GradleText.withoutComments(source.bytes), path: source.path) {
      let sides = line.text.split(separator: "=", maxSplits: 1)
      guard sides.count == 2, let value = GradleText.literal(in: sides[1]),
        let name = sides[0].split(whereSeparator: { " .\"[]'()".contains($0) }).last
      else { continue }
      values[String(name)] = value
    }
  }

  /// `$name`, `${name}`, `${project.name}` and `${property("name")}`; what is not known stays.
  func interpolated(_ text: String) -> String {
    guard text.contains("$") else { return text }
    var result = ""
    var rest = text[...]
    while let dollar = rest.firstIndex(of: "$") {
      result += rest[..<dollar]
      let after = rest[rest.index(after: dollar)...]
      let isBraced = after.first == "{"
      let name =
        isBraced
        ? after.dropFirst().prefix { $0 != "}" } : after.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      let end = isBraced && name.endIndex < rest.endIndex ? rest.index(after: name.endIndex) : name.endIndex
      let key = name.split(whereSeparator: { ".\"'()[]".contains($0) }).last.map(String.init) ?? ""
      result += values[key] ?? String(rest[dollar..<end])
      rest = rest[end...]
    }
    return result + rest
  }
}
