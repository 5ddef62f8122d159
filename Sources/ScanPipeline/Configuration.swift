package import Documents
package import FindingModel
package import RuleModel
internal import TemplateLoaders

/// `.parapet.yaml`: what a project always wants, so that nobody types it.
package struct Configuration: Sendable {
  /// Relative to where the command runs; `nil` for no file.
  package var path: String?
  package var profile: Profile?
  package var failOn: String?
  package var maxErrors: Int?
  package var trustedAccounts: Set<String> = []
  package var hourlyBudget: Double?
  /// SPDX identifiers, as written.
  package var allowedLicences: Set<String> = []
  package var deniedLicences: Set<String> = []
  package var excluded: [String] = []
  package var disabledRules: [String] = []
  package var parametersFile: String?
  package var options: [String: String] = [:]

  package init() {}

  package static let fileName = ".parapet.yaml"

  /// The nearest file in the folder or above it; an empty configuration if there is none.
  ///
  /// - Throws: ``ConfigurationError`` for a file that cannot be read as one.
  package static func nearest(to path: String) throws(ConfigurationError) -> Configuration {
    guard let real = FileAccess.realPath(path) else { return Configuration() }
    var segments = real.split(separator: "/").map(String.init)
    if FileAccess.kind(of: real, followingLinks: true) == .file { segments = segments.dropLast() }
    while true {
      let candidate = (["/" + segments.joined(separator: "/"), fileName]).joined(
        separator: segments.isEmpty ? "" : "/")
      if FileAccess.kind(of: candidate, followingLinks: true) == .file { return try read(candidate) }
      guard !segments.isEmpty else { return Configuration() }
      segments.removeLast()
    }
  }

  /// - Throws: ``ConfigurationError``.
  package static func read(_ path: String) throws(ConfigurationError) -> Configuration {
    let document: Node
    do {
      let bytes = try FileAccess.read(path, limit: 1 << 20)
      document = try Document.parse(bytes, path: path)
    } catch let error as DocumentError {
      if case .empty = error { return Configuration() }
      throw .unreadable(path: path, reason: error.description)
    } catch let error as FileAccess.Failure {
      throw .unreadable(path: path, reason: error.description)
    } catch {
      throw .unreadable(path: path, reason: "\(error)")
    }
    return try parse(document, path: path)
  }

  /// - Throws: ``ConfigurationError`` with the line of the first key or value that makes no sense.
  package static func parse(_ document: Node, path: String) throws(ConfigurationError) -> Configuration {
    guard document.isMapping else {
      throw .invalid(document.location, problem: "the file must be a map of settings")
    }
    var configuration = Configuration()
    configuration.path = path
    for entry in document.entries { try configuration.set(entry) }
    return configuration
  }

  static let keys = [
    "allowed-licences", "denied-licences", "disable", "exclude", "fail-on", "hourly-budget", "max-errors",
    "options", "parameters", "profile",
    "trusted-accounts",
  ]

  private mutating func set(_ entry: Entry) throws(ConfigurationError) {
    let value = entry.value
    switch entry.key {
    case "profile":
      guard let name = value.text, let profile = Profile(rawValue: name) else {
        throw .invalid(value.location, problem: "profile must be one of: default, strict")
      }
      self.profile = profile
    case "fail-on":
      guard let name = value.text, name == "never" || Severity(name: name) != nil else {
        throw .invalid(
          value.location, problem: "fail-on must be one of: info, low, medium, high, critical, never")
      }
      failOn = name
    case "max-errors":
      guard let number = value.integer, number >= 0 else {
        throw .invalid(value.location, problem: "max-errors must be a number from 0")
      }
      maxErrors = number
    case "hourly-budget":
      guard let text = value.text, let number = Double(text), number > 0, number.isFinite else {
        throw .invalid(value.location, problem: "hourly-budget must be a number of dollars above 0")
      }
      hourlyBudget = number
    case "trusted-accounts":
      trustedAccounts = Set(try texts(value, "trusted-accounts"))
      guard trustedAccounts.allSatisfy({ $0.count == 12 && $0.allSatisfy(\.isNumber) }) else {
        throw .invalid(
          value.location, problem: "trusted-accounts must be a list of account numbers of 12 digits")
      }
    case "allowed-licences": allowedLicences = Set(try texts(value, "allowed-licences"))
    case "denied-licences": deniedLicences = Set(try texts(value, "denied-licences"))
    case "exclude": excluded = try texts(value, "exclude")
    case "disable": disabledRules = try texts(value, "disable")
    case "parameters": parametersFile = value.text
    case "options":
      guard value.isMapping else {
        throw .invalid(value.location, problem: "options must be a map of names to values")
      }
      options = Dictionary(value.entries.compactMap { item in item.value.text.map { (item.key, $0) } }) { $1 }
    default:
      throw .invalid(
        entry.keyLocation,
        problem: "there is no setting '\(entry.key)'; known are: \(Self.keys.joined(separator: ", "))")
    }
  }

  private func texts(_ value: Node, _ key: String) throws(ConfigurationError) -> [String] {
    let texts = value.elements.compactMap(\.text)
    guard value.isSequence, texts.count == value.elements.count else {
      throw .invalid(value.location, problem: "\(key) must be a list of texts")
    }
    return texts
  }
}

extension Configuration {
  /// What rules are told; what the file does not say is as it is without one.
  package var settings: RuleSettings {
    var settings = RuleSettings(
      trustedAccounts: trustedAccounts, allowedLicences: allowedLicences, deniedLicences: deniedLicences)
    if let hourlyBudget { settings.hourlyBudget = hourlyBudget }
    return settings
  }
}

/// Why a configuration file does not count.
package enum ConfigurationError: Error, Hashable, Sendable {
  case unreadable(path: String, reason: String)
  case invalid(SourceLocation, problem: String)
}

extension ConfigurationError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unreadable(let path, let reason): "\(path): \(reason)"
    case .invalid(let place, let problem): "\(place): \(problem)"
    }
  }
}
