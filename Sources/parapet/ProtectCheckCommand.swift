internal import ArgumentParser
internal import EnforcementPolicy
internal import FindingModel
internal import Glibc

/// `parapet protect check`: whether policies are right, and what in them is worth a second look.
struct ProtectCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check policies: mistakes, and what weakens them.",
    discussion: "Exits with 1 for a policy that cannot be used; warnings alone leave 0.")

  @Argument(help: "Policies.", completion: .file())
  var policies: [String]

  @Flag(help: "Exit with 1 for warnings as well.")
  var strict = false

  func run() throws {
    var failed = false
    for path in policies {
      guard let (policy, document) = try? PolicyInput.read(path) else {
        // What is wrong was told where it was found.
        failed = true
        continue
      }
      guard let size = (try? PolicyInput.compile(policy, path: path))?.count else {
        failed = true
        continue
      }
      let warnings = PolicyReview.warnings(for: policy, places: document.places, path: path)
      for warning in warnings { Descriptor.write("\(warning)\n", to: STDOUT_FILENO) }
      if strict, !warnings.isEmpty { failed = true }
      let count =
        warnings.isEmpty ? "no warnings" : warnings.count == 1 ? "1 warning" : "\(warnings.count) warnings"
      Descriptor.write("\(path): usable, \(count), \(size) bytes compiled\n", to: STDOUT_FILENO)
    }
    if failed { throw ExitCode(1) }
  }
}
