internal import Glibc

/// The variables that the platform sets, and the function's own among them.
package struct FunctionEnvironment: Sendable {
  private var values: [String: String] = [:]

  /// Names that a deployment may not set; the platform's documentation calls them reserved.
  package static let reserved: Set<String> = [
    "_HANDLER", "_X_AMZN_TRACE_ID", "AWS_DEFAULT_REGION", "AWS_REGION", "AWS_EXECUTION_ENV",
    "AWS_LAMBDA_FUNCTION_NAME", "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "AWS_LAMBDA_FUNCTION_VERSION",
    "AWS_LAMBDA_INITIALIZATION_TYPE", "AWS_LAMBDA_LOG_GROUP_NAME", "AWS_LAMBDA_LOG_STREAM_NAME",
    "AWS_ACCESS_KEY", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN",
    "AWS_LAMBDA_RUNTIME_API", "LAMBDA_TASK_ROOT", "LAMBDA_RUNTIME_DIR",
  ]

  package init(of function: LabFunction, places: SandboxPlaces, credentials: LabCredentials, now: WallTime) {
    let stream = "\(now.year)/\(now.twoDigits(now.month))/\(now.twoDigits(now.day))/[$LATEST]"
    values = [
      "LAMBDA_TASK_ROOT": places.task, "LAMBDA_RUNTIME_DIR": places.runtime, "_HANDLER": function.handler,
      "AWS_REGION": function.region, "AWS_DEFAULT_REGION": function.region,
      "AWS_LAMBDA_FUNCTION_NAME": function.name, "AWS_LAMBDA_FUNCTION_VERSION": "$LATEST",
      "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": String(function.memory),
      "AWS_LAMBDA_LOG_GROUP_NAME": "/aws/lambda/\(function.name)",
      "AWS_LAMBDA_LOG_STREAM_NAME": stream + Identifiers.hexadecimal(32),
      "AWS_LAMBDA_INITIALIZATION_TYPE": "on-demand",
      "AWS_XRAY_CONTEXT_MISSING": "LOG_ERROR", "AWS_XRAY_DAEMON_ADDRESS": "169.254.79.129:2000",
      "_AWS_XRAY_DAEMON_ADDRESS": "169.254.79.129", "_AWS_XRAY_DAEMON_PORT": "2000",
      "AWS_ACCESS_KEY_ID": credentials.accessKey, "AWS_SECRET_ACCESS_KEY": credentials.secretKey,
      "TZ": ":UTC", "LANG": "en_US.UTF-8", "SHLVL": "0", "PWD": places.task,
      "PATH": places.searchPath,
      "LD_LIBRARY_PATH": places.libraryPath,
    ]
    if let token = credentials.sessionToken { values["AWS_SESSION_TOKEN"] = token }
    if function.runtime.isManaged { values["AWS_EXECUTION_ENV"] = "AWS_Lambda_\(function.runtime)" }
    if function.logsAsJSON { values["AWS_LAMBDA_LOG_FORMAT"] = "JSON" }
  }

  /// Adds what a runtime of the platform sets; the function's own variables, added later, win.
  package mutating func add(runtimeVariables: [String: String]) {
    values.merge(runtimeVariables) { _, new in new }
  }

  package mutating func add(own: [(name: String, value: String)]) {
    for (name, value) in own where !Self.reserved.contains(name) { values[name] = value }
  }

  package mutating func set(_ name: String, _ value: String) { values[name] = value }

  package subscript(name: String) -> String? { values[name] }

  /// `NAME=value`, sorted.
  package var lines: [String] { values.map { "\($0)=\($1)" }.sorted() }
}

/// Where a function finds its parts: the platform's places, or the real ones where there is no sandbox.
package struct SandboxPlaces: Sendable {
  package var task: String
  package var layers: String
  package var runtime: String
  /// Folder of the chosen interpreter's programs, after which the system's come.
  package var interpreterFolder: String?

  package static let platform = SandboxPlaces(
    task: "/var/task", layers: "/opt", runtime: "/var/runtime", interpreterFolder: nil)

  var searchPath: String {
    let interpreter = interpreterFolder ?? "/var/lang/bin"
    return "\(interpreter):/usr/local/bin:/usr/bin/:/bin:\(layers)/bin"
  }

  var libraryPath: String {
    "/var/lang/lib:/lib64:/usr/lib64:\(runtime):\(runtime)/lib:\(task):\(task)/lib:\(layers)/lib"
  }
}

/// Keys for the function's calls to the platform.
package struct LabCredentials: Sendable {
  let accessKey: String
  let secretKey: String
  let sessionToken: String?

  /// Keys of the real form that open nothing.
  ///
  /// Made anew each time, so that a copy that turns up somewhere tells which run it came from.
  package static func fake() -> LabCredentials {
    LabCredentials(
      accessKey: "ASIA" + Identifiers.text(16, of: "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"),
      secretKey: Identifiers.text(40, of: Identifiers.base64),
      sessionToken: "IQoJb3JpZ2luX2Vj" + Identifiers.text(340, of: Identifiers.base64))
  }

  /// Those in the environment of whoever runs the lab; `nil` if there are none.
  package static func fromEnvironment() -> LabCredentials? {
    func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
    guard let key = variable("AWS_ACCESS_KEY_ID"), let secret = variable("AWS_SECRET_ACCESS_KEY") else {
      return nil
    }
    return LabCredentials(accessKey: key, secretKey: secret, sessionToken: variable("AWS_SESSION_TOKEN"))
  }
}
