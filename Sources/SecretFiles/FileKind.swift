internal import FindingModel
internal import SecretDetection

/// What a file is, as far as it matters for the secrets in it.
package struct FileKind: Hashable, Sendable {
  package enum Content: String, Hashable, Sendable, CaseIterable {
    case program
    /// A program that was packed: names are short, constants are anything.
    case packedProgram
    /// What a shell or a build runs: values stand without quotes.
    case script
    case configuration
    /// `.env` and its like.
    case environment
    case dockerfile
    case notebook
    /// Lists of packages with digests.
    case lockfile
    /// Texts in the languages of people, by their keys.
    case translation
    case document
    /// Rows, logs and recorded traffic.
    case data
    /// A file that is a key, by its name.
    case key
    case other
  }

  package var content: Content
  /// Below a folder of tests or examples, or named as one of them.
  package let isTest: Bool

  package init(_ content: Content, isTest: Bool = false) {
    self.content = content
    self.isTest = isTest
  }

  package init(path: String) {
    let lowered = path.lowercased()
    content = Self.content(of: lowered)
    isTest = TestPaths.contains(lowered, content: content)
  }

  private static func content(of path: String) -> Content {
    let name = String(FilePath.name(of: path))
    if let known = FileNames.exact[name] { return known }
    if name.hasPrefix(".env.") || name.hasSuffix(".env") || name.hasPrefix("env.") { return .environment }
    if name.hasPrefix("dockerfile.") || name.hasPrefix("containerfile.") { return .dockerfile }
    if FileNames.packedEndings.contains(where: name.hasSuffix) { return .packedProgram }
    if FileNames.lockEndings.contains(where: name.hasSuffix) { return .lockfile }
    guard let dot = name.lastIndex(of: "."),
      let content = FileNames.endings[String(name[name.index(after: dot)...])]
    else { return .other }
    if content == .configuration || content == .program, isTranslation(path, name) { return .translation }
    return content
  }

  private static func isTranslation(_ path: String, _ name: String) -> Bool {
    let folders = path.split(separator: "/").dropLast()
    return folders.contains { FileNames.translationFolders.contains(String($0)) }
      || ["messages.", "messages_", "strings.", "translations.", "i18n."].contains(where: name.hasPrefix)
  }

  /// Whether values stand there without quotes.
  var allowsBareValues: Bool {
    switch content {
    case .script, .configuration, .environment, .dockerfile, .key, .other: true
    case .program, .packedProgram, .notebook, .lockfile, .translation, .document, .data: false
    }
  }

  /// The same, as the detectors see it.
  func context(today: CalendarDate?) -> SecretContext {
    let format: SecretContext.Format =
      switch content {
      case .program, .script, .dockerfile: .code
      case .packedProgram: .minified
      case .configuration, .translation: .data
      case .environment: .environment
      case .notebook: .notebook
      case .lockfile: .lockfile
      case .document: .prose
      case .data, .key, .other: .unknown
      }
    return SecretContext(format, isTest: isTest, today: today)
  }
}
