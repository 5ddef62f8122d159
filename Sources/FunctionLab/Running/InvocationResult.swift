package import Documents
internal import FindingModel

/// What came of one invocation.
package struct InvocationResult: Sendable {
  package enum Status: String, Sendable {
    case ok
    /// The handler threw, or its answer was not taken.
    case error
    case timeout
    /// The runtime ended.
    case crash
  }

  /// An error as the caller of the function would get it.
  package struct Failure: Sendable {
    package let type: String
    package let message: String
    /// All that the runtime reported, JSON if it is.
    package let body: [UInt8]

    /// What the platform itself says.
    init(type: String, message: String) {
      self.type = type
      self.message = message
      body = []
    }

    /// - Parameters:
    ///   - type: From the header, which wins over the body's.
    ///   - body: As the runtime sent it.
    init(type: String?, body: [UInt8]) {
      // Not all runtimes report JSON.
      let report = try? JSONReader.parse(body, path: "error")
      self.type = type ?? report?["errorType"]?.text ?? "Runtime.Unknown"
      message =
        report?["errorMessage"]?.text ?? String(decoding: body.prefix(Self.messageBytes), as: UTF8.self)
      self.body = body
    }

    private static let messageBytes = 1000
  }

  package let requestID: String
  package var status: Status
  /// As the function answered; empty if it did not.
  package var payload: [UInt8] = []
  package var contentType: String?
  package var isStreamed = false
  package var failure: Failure?
  package var duration: Duration
  /// Of the first invocation of a sandbox.
  package var initialisation: Duration?
  package var log: [LogLine] = []
  /// Bytes that were resident at most.
  package var peakMemory = 0
  /// Megabytes, as configured.
  package var memorySize: Int

  /// Whole milliseconds; since August 2025 those of the initialisation are billed too.
  package var billedMilliseconds: Int {
    let total = duration + (initialisation ?? .zero)
    return max(1, Int(total.milliseconds.rounded(.up)))
  }

  /// Megabytes, as the platform reports them.
  package var peakMegabytes: Int { (peakMemory + (1 << 20) - 1) >> 20 }

  package var events: [Node] {
    log.compactMap { if case .event(let event) = $0 { event } else { nil } }
  }

  /// The log without events; the platform's runtimes write `\r` for a line that belongs to the last one.
  package var text: String {
    log.map { line in
      guard case .text(let text) = line else { return "" }
      return text.replacing("\r", with: "\n") + "\n"
    }.joined()
  }

  /// The line that the platform writes at the end.
  package var report: String {
    var line = "REPORT RequestId: \(requestID)\tDuration: \(duration.twoDecimals) ms"
    line += "\tBilled Duration: \(billedMilliseconds) ms\tMemory Size: \(memorySize) MB"
    line += "\tMax Memory Used: \(peakMegabytes) MB"
    if let initialisation { line += "\tInit Duration: \(initialisation.twoDecimals) ms" }
    switch status {
    case .timeout: line += "\tStatus: timeout"
    case .crash: line += "\tStatus: error\tError Type: \(failure?.type ?? "Runtime.ExitError")"
    case .ok, .error: break
    }
    return line
  }
}

extension Duration {
  /// Milliseconds with two decimals.
  package var twoDecimals: String {
    let hundredths = (nanoseconds + 5000) / 10_000
    return "\(hundredths / 100).\(String(hundredths % 100 + 100).dropFirst())"
  }
}
