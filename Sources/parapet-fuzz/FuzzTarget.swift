internal import Assurance
internal import Documents
internal import FindingModel
internal import ScanPipeline
internal import TemplateLoaders

/// A parser under test.
enum FuzzTarget: String, CaseIterable {
  case yaml
  case json
  case cloudformation
  case sam
  case serverless
  case parameters
  case policy
  case decision
  case suppressions
  case configuration
  case python
  case javascript
  case typescript
  case pythonProgram = "python-program"
  case javaScriptProgram = "javascript-program"
  case osv
  case rubySec = "rubysec"
  case workingGroup = "node-working-group"
  case retire
  case predictions = "exploit-predictions"
  case secrets
  case secretFiles = "secret-files"
  case history
  case vex
  case packageURL = "package-url"
  case bill
  case version
  case requirement
  case score
  case licence
  case toml
  case npmManifest = "package.json"
  case npmLock = "package-lock.json"
  case yarnLock = "yarn.lock"
  case pnpmLock = "pnpm-lock.yaml"
  case bunLock = "bun.lock"
  case requirements = "requirements.txt"
  case pythonProject = "pyproject.toml"
  case pipfileLock = "Pipfile.lock"
  case poetryLock = "poetry.lock"
  case uvLock = "uv.lock"
  case pythonLock = "pylock.toml"
  case setupConfiguration = "setup.cfg"
  case setupScript = "setup.py"
  case gemfile = "Gemfile"
  case gemfileLock = "Gemfile.lock"
  case swiftManifest = "Package.swift"
  case swiftResolved = "Package.resolved"
  case archive
  case xml
  case native
  case packageList = "package-list"
  case enforcementPolicy = "enforcement-policy"
  case compiledPolicy = "compiled-policy"
  case enforcementEvents = "enforcement-events"
  case templateEditing = "template-editing"

  /// Gives the parser one input, which it may refuse.
  ///
  /// - Returns: What is wrong with an answer that can be seen to be wrong; `nil` for a refusal or a good answer.
  func run(_ bytes: [UInt8]) -> String? {
    switch self {
    case .yaml: Self.document(bytes, path: "input.yaml")
    case .json: Self.document(bytes, path: "input.json")
    case .cloudformation, .sam: Self.template(bytes, path: "template.yaml")
    case .serverless: Self.template(bytes, path: "serverless.yml")
    case .policy: Self.template(Self.embedded(bytes), path: "template.json")
    case .decision: Self.decision(bytes)
    case .parameters: Self.parameters(bytes)
    case .suppressions: Self.suppressions(bytes)
    case .configuration: Self.configuration(bytes)
    case .python: Self.source(bytes, path: "input.py")
    case .javascript: Self.source(bytes, path: "input.js")
    case .typescript: Self.source(bytes, path: "input.tsx")
    case .pythonProgram: Self.program(bytes, path: "input.py")
    case .javaScriptProgram: Self.program(bytes, path: "input.js")
    case .osv, .workingGroup, .retire: Self.advisories(bytes, path: "input.json")
    case .rubySec: Self.advisories(bytes, path: "input.yml")
    case .predictions: Self.predictions(bytes)
    case .secrets: Self.secrets(bytes)
    case .secretFiles: Self.secretFiles(bytes)
    case .history: Self.history(bytes)
    case .vex: Self.vex(bytes)
    case .packageURL: Self.packageURL(bytes)
    case .bill: Self.bill(bytes)
    case .version: Self.version(bytes)
    case .requirement: Self.requirement(bytes)
    case .score: Self.score(bytes)
    case .licence: Self.licence(bytes)
    case .toml: Self.toml(bytes)
    case .npmManifest, .npmLock, .yarnLock, .pnpmLock, .bunLock, .requirements, .pythonProject, .pipfileLock,
      .poetryLock, .uvLock, .pythonLock, .setupConfiguration, .setupScript, .gemfile, .gemfileLock,
      .swiftManifest, .swiftResolved:
      Self.packages(bytes, path: rawValue)
    case .archive: Self.archive(bytes)
    case .xml: Self.xml(bytes)
    case .native: Self.native(bytes)
    case .packageList: Self.packageList(bytes)
    case .enforcementPolicy: Self.enforcementPolicy(bytes)
    case .compiledPolicy: Self.compiledPolicy(bytes)
    case .enforcementEvents: Self.enforcementEvents(bytes)
    case .templateEditing: Self.templateEditing(bytes)
    }
  }

  private static func document(_ bytes: [UInt8], path: String) -> String? {
    // A refusal is a right answer.
    guard let document = try? Document.parse(bytes, path: path) else { return nil }
    // YAML has line breaks of two and three bytes besides, and libyaml ends an open last line with one of its own.
    let breaks = bytes.count { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    let lines = breaks + bytes.count / 2 + 2
    guard document.location.line >= 1, Int(document.location.endLine) <= lines else {
      return "the document's place is \(document.location), outside its \(lines) lines"
    }
    return nil
  }

  private static func template(_ bytes: [UInt8], path: String) -> String? {
    let options = TemplateLoader.Options()
    let loaded: TemplateLoader.Loaded?
    do {
      loaded = try TemplateLoader.load(bytes, path: path, options: options, files: NoTemplateFiles())
    } catch {
      return error.location.line >= 1 ? nil : "the error '\(error)' has no line"
    }
    guard let loaded else { return nil }
    if loaded.scenarios.isEmpty { return "there is no scenario" }
    let nowhere = loaded.problems.first { $0.location.line < 1 }
    return nowhere.map { "the problem '\($0.message)' has no line" }
  }

  private static func parameters(_ bytes: [UInt8]) -> String? {
    // Either reader may refuse; only the values matter here.
    guard let document = try? Document.parse(bytes, path: "parameters.json"),
      let parameters = try? ParametersFile.read(document)
    else { return nil }
    var options = TemplateLoader.Options()
    options.parameters = parameters
    let template = Array(Seeds.cloudFormation.utf8)
    do {
      _ = try TemplateLoader.load(template, path: "template.yaml", options: options, files: NoTemplateFiles())
      return nil
    } catch {
      return "parameters made the template unreadable: \(error)"
    }
  }

  private static func suppressions(_ bytes: [UInt8]) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    let found = InlineSuppressions.read(text, path: "template.yaml")
    let lines = text.count { $0.isNewline } + 1
    let wrong = found.valid.first { !(1...lines).contains($0.lines.upperBound) || $0.lines.lowerBound < 1 }
    return wrong.map { "a suppression covers the lines \($0.lines) of \(lines)" }
  }

  private static func configuration(_ bytes: [UInt8]) -> String? {
    // The document is refused by the reader that the targets yaml and json look after.
    guard let document = try? Document.parse(bytes, path: Configuration.fileName) else { return nil }
    do {
      _ = try Configuration.parse(document, path: Configuration.fileName)
    } catch {
      return error.description.isEmpty ? "the error has no text" : nil
    }
    return nil
  }
}
