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
    var areGood = true
    for path in policies {
      do {
        areGood = try check(path) && areGood
      } catch is ExitCode {
        // What is wrong was told where it was found; the others are checked all the same.
        areGood = false
      }
    }
    if !areGood { throw ExitCode(1) }
  }

  private func check(_ path: String) throws -> Bool {
    let (policy, document) = try PolicyInput.read(path)
    let size = try PolicyInput.compile(policy, path: path).count
    let warnings = PolicyReview.warnings(for: policy, places: document.places, path: path)
    for warning in warnings { Descriptor.write("\(warning)\n", to: STDOUT_FILENO) }
    let count =
      warnings.isEmpty ? "no warnings" : warnings.count == 1 ? "1 warning" : "\(warnings.count) warnings"
    Descriptor.write("\(path): usable, \(count), \(size) bytes compiled\n", to: STDOUT_FILENO)
    return warnings.isEmpty || !strict
  }
}
