/// One function as the lab runs it: what a deployment would say of it.
package struct LabFunction: Sendable {
  package var name: String
  package var runtime: RuntimeName
  package var handler: String
  /// The folder that becomes `/var/task`.
  package var code: String
  /// Code that a template holds itself, instead of the folder: the platform makes a file `index` of it.
  package var inlineCode: String?
  /// Folders that are merged into `/opt`, later ones over earlier ones.
  package var layers: [String]
  /// The archive of the enforcer's layer, which comes after all others.
  package var enforcerLayer: [UInt8]?
  /// The function's own variables; a later one of the same name wins.
  package var environment: [(name: String, value: String)]
  package var timeout: Duration
  /// Megabytes.
  package var memory: Int
  /// Megabytes of `/tmp`.
  package var ephemeralStorage: Int
  package var architecture: Architecture
  package var region: String
  package var account: String
  /// Whether the platform writes logs as JSON.
  package var logsAsJSON: Bool

  /// Lambda's own defaults and bounds.
  package static let defaultTimeout = Duration.seconds(3)
  package static let timeoutSeconds = 1...900
  package static let defaultMemory = 128
  package static let memoryMegabytes = 128...10_240
  package static let ephemeralMegabytes = 512...10_240

  package init(name: String, runtime: RuntimeName, handler: String, code: String) {
    self.name = name
    self.runtime = runtime
    self.handler = handler
    self.code = code
    layers = []
    environment = []
    timeout = Self.defaultTimeout
    memory = Self.defaultMemory
    ephemeralStorage = Self.ephemeralMegabytes.lowerBound
    architecture = .host
    region = "us-east-1"
    account = "123456789012"
    logsAsJSON = false
  }

  /// Whether it is a custom runtime that starts through the `bootstrap` of a layer, which starts what the handler names.
  package var startsNamedProgram: Bool {
    runtime.family == .custom && !FileSystem.isFile("\(code)/bootstrap")
      && FileSystem.isFile("\(code)/\(handler)")
  }

  /// What the platform calls the file of code that a template holds; it takes Python and Node.js alone.
  var inlineFile: String? {
    switch runtime.family {
    case .python: "index.py"
    case .node: "index.js"
    case .java, .ruby, .custom: nil
    }
  }

  package var arn: String { "arn:aws:lambda:\(region):\(account):function:\(name)" }
}

/// Processors as templates name them.
package enum Architecture: String, CaseIterable, Sendable {
  case x86 = "x86_64"
  case arm = "arm64"

  package static var host: Architecture {
    #if arch(arm64)
      .arm
    #else
      .x86
    #endif
  }
}
