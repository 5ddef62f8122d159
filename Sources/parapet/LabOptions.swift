internal import ArgumentParser
internal import FunctionLab
internal import Glibc

/// Which function `parapet lab` runs, and what of its configuration is said on the command line.
struct LabFunctionOptions: ParsableArguments {
  @Option(help: "Which function of the template.")
  var function: String?

  @Option(help: "python3.12, nodejs20.x, java17, ruby3.2, provided.al2023 and their other versions.")
  var runtime: String?

  @Option(help: "The handler, as a deployment names it: app.handler.")
  var handler: String?

  @Option(
    help: "A layer: a folder or ZIP archive that becomes part of /opt; later ones win.", completion: .file())
  var layer: [String] = []

  @Option(help: "Seconds until the function is ended; by default what the template says, else 3.")
  var timeout: Double?

  @Option(help: "Megabytes of memory; by default what the template says, else 128.")
  var memory: Int?

  @Option(name: .customLong("env"), help: "A variable of the function: NAME=VALUE.")
  var environment: [KeyValue] = []

  @Option(help: "x86_64 or arm64; other than this machine's is not run.")
  var architecture: LabArchitecture?

  @Option(help: "Values of template parameters: a JSON or YAML file.", completion: .file())
  var parameters: String?

  @Option(name: .customLong("option"), help: "An option of the Serverless Framework, such as stage=prod.")
  var options: [KeyValue] = []

  var request: LabRequest {
    var request = LabRequest()
    request.runtime = runtime
    request.handler = handler
    request.timeoutSeconds = timeout
    request.memory = memory
    request.architecture = architecture?.value
    request.layers = layer
    request.environment = environment.map { ($0.key, $0.value) }
    return request
  }

  func validate() throws {
    if let timeout, !(0.1...Double(LabFunction.timeoutSeconds.upperBound)).contains(timeout) {
      throw ValidationError("--timeout must be a number of seconds from 0.1 to 900, not \(timeout).")
    }
    if let memory, !LabFunction.memoryMegabytes.contains(memory) {
      throw ValidationError("--memory must be a number of megabytes from 128 to 10240, not \(memory).")
    }
    if let architecture, architecture.value != .host {
      throw ValidationError(
        "This machine is \(Architecture.host.rawValue); functions of \(architecture.rawValue) cannot run here."
      )
    }
  }
}

enum LabArchitecture: String, ExpressibleByArgument, CaseIterable {
  case x86_64
  case arm64

  var value: Architecture { self == .arm64 ? .arm : .x86 }
}

extension EventSample: ExpressibleByArgument {}

/// The events of `parapet lab`.
struct LabEventOptions: ParsableArguments {
  @Option(help: "A file with an event in JSON; - is standard input. May be repeated.", completion: .file())
  var event: [String] = []

  @Option(name: .customLong("event-text"), help: "An event in JSON. May be repeated.")
  var texts: [String] = []

  @Option(
    help: "An event as a service sends it. May be repeated.")
  var sample: [EventSample] = []

  @Option(help: "What a mobile SDK sends along as the client context, in JSON.")
  var clientContext: String?

  @Option(
    help: "Who the user of a mobile application is, in JSON: cognitoIdentityId and cognitoIdentityPoolId.")
  var cognitoIdentity: String?

  @Flag(help: "Print the events instead of running anything, to keep and change them.")
  var showEvents = false

  @Option(
    name: .customLong("repeat"), help: "Invoke with each event this many times, and say what they took.")
  var repeatCount: Int = 1

  /// Largest number of repetitions; each costs some bytes until the end.
  private static let repeatLimit = 1_000_000

  /// As headers carry them: one line of JSON.
  func set(in options: inout LabOptions) throws {
    options.clientContext = try clientContext.map { try LabEvent.line($0, name: "--client-context") }
    options.cognitoIdentity = try cognitoIdentity.map { try LabEvent.line($0, name: "--cognito-identity") }
  }

  func validate() throws {
    if !(1...Self.repeatLimit).contains(repeatCount) {
      throw ValidationError("--repeat must be a number from 1 to \(Self.repeatLimit), not \(repeatCount).")
    }
  }

  /// In the order in which the options are described; an empty object if there are none.
  func read() throws -> [[UInt8]] {
    var events: [[UInt8]] = []
    for path in event { events.append(try LabEvent.read(path)) }
    for text in texts { events.append(try LabEvent.parse(Array(text.utf8), name: "--event-text")) }
    events += sample.map { Array($0.text.utf8) }
    return events.isEmpty ? [Array("{}".utf8)] : events
  }
}

/// How `parapet lab` runs it.
struct LabSandboxOptions: ParsableArguments {
  @Option(help: "The python, node, java or ruby to use, instead of the one on PATH.", completion: .file())
  var interpreter: String?

  @Flag(help: "Refuse prctl, seccomp, ptrace and Landlock, as the platform is reported to.")
  var lambdaLike = false

  @Flag(help: "Give the function no network but the loopback interface.")
  var noNetwork = false

  @Flag(help: "Give the function your AWS_ACCESS_KEY_ID and so on, instead of keys that open nothing.")
  var credentialsFromEnvironment = false

  @Flag(help: .hidden)
  var noNamespaces = false

  func options() throws -> LabOptions {
    var options = LabOptions()
    options.interpreter = interpreter
    options.isLambdaLike = lambdaLike
    options.hasNoNetwork = noNetwork
    options.hasNoNamespaces = noNamespaces
    if credentialsFromEnvironment {
      guard let credentials = LabCredentials.fromEnvironment() else {
        throw ValidationError(
          "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set; leave out --credentials-from-environment or "
            + "set them.")
      }
      options.credentials = credentials
    }
    return options
  }
}
