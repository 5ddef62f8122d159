/// Where things lie in the enforcer's layer, and so below `/opt` of a function.
package enum LayerPaths {
  package static let root = "parapet"
  package static let policies = root + "/policies"
  package static let failClosed = root + "/fail-closed"
  package static let licence = root + "/LICENSE"
  package static let bootstrap = "bootstrap"

  /// The folder of an architecture's programs.
  package static func folder(of architecture: FunctionArchitecture) -> String {
    switch architecture {
    case .x86_64: root + "/x86_64"
    // The name that Linux and compilers use.
    case .arm64: root + "/aarch64"
    }
  }

  package static func launcher(_ architecture: FunctionArchitecture) -> String {
    "/opt/" + folder(of: architecture) + "/launch"
  }

  package static func library(_ architecture: FunctionArchitecture) -> String {
    "/opt/" + folder(of: architecture) + "/libparapet.so"
  }
}
