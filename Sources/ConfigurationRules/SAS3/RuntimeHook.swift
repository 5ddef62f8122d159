internal import FindingModel

/// A variable by which an interpreter or the platform loads code before the handler.
enum RuntimeHook: String {
  case wrapper = "AWS_LAMBDA_EXEC_WRAPPER"
  case preload = "LD_PRELOAD"
  case node = "NODE_OPTIONS"
  case python = "PYTHONPATH"
  case java = "JAVA_TOOL_OPTIONS"
  case dotnet = "DOTNET_STARTUP_HOOKS"
  case ruby = "RUBYOPT"

  init?(variable: String) { self.init(rawValue: variable) }

  /// What a value makes the interpreter load; `nil` for a harmless one.
  func load(in value: String) -> Load? {
    let words = value.split(whereSeparator: \.isWhitespace).map(String.init)
    switch self {
    case .wrapper, .preload, .dotnet:
      return value.isEmpty ? nil : Load(place: Place(value))
    case .python:
      // A search path loads nothing by itself; only a folder that requests can write to makes it a hook.
      return Place(value) == .writable ? Load(place: .writable) : nil
    case .java:
      return words.first {
        $0.hasPrefix("-javaagent") || $0.hasPrefix("-agentpath") || $0.hasPrefix("-agentlib:jdwp")
      }
      .map { $0.hasPrefix("-agentlib:jdwp") ? Load(place: .debugger) : Load(place: Place($0)) }
    case .ruby:
      return words.first { $0.hasPrefix("-r") }.map { Load(place: Place($0)) }
    case .node:
      if words.contains(where: { $0.hasPrefix("--inspect") }) { return Load(place: .debugger) }
      let options = ["--require", "-r", "--import", "--loader", "--experimental-loader"]
      let loads = words.contains { word in options.contains { word == $0 || word.hasPrefix($0 + "=") } }
      return loads ? Load(place: Place(value)) : nil
    }
  }

  /// Where the code lies.
  enum Place: Hashable {
    /// `/tmp`, which every request can write to.
    case writable
    /// `/opt`, where layers are put.
    case layer
    /// The function's own package.
    case package
    /// Not a file: a port on which a debugger takes orders.
    case debugger

    init(_ value: String) {
      if value.contains("/tmp") {
        self = .writable
      } else if value.contains("/opt/") {
        self = .layer
      } else {
        self = .package
      }
    }
  }

  struct Load: Hashable {
    let place: Place

    /// Whether the function's layers account for the code.
    func explanation(layers: [LayerOrigin], isImage: Bool) -> Explanation {
      switch place {
      case .writable:
        return .suspicious(
          "loads code from /tmp: whoever gets one request to write a file there runs code in all that follow.",
          .high)
      case .debugger:
        return .suspicious("opens a debugger's port: whoever connects to it controls the function.", .medium)
      case .package:
        return .explained
      case .layer:
        for layer in layers {
          if case .stranger(let account, let name) = layer {
            return .suspicious(
              "loads code before the handler, and layer '\(name)' of the unknown account \(account) may bring it: it "
                + "sees every event and credential.", .high)
          }
        }
        for layer in layers {
          if case .unresolved(let what) = layer { return .open(what) }
        }
        // An image brings its own /opt.
        if isImage || !layers.isEmpty { return .explained }
        return .suspicious(
          "loads code from /opt before the handler, but no layer of the template brings it.", .medium)
      }
    }
  }

  enum Explanation: Hashable {
    case explained
    case open(String)
    /// Ends the sentence that the variable and the functions begin.
    case suspicious(String, Severity)
  }
}
