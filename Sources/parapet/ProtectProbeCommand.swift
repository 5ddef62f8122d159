internal import ArgumentParser
internal import EnforcerLayer
internal import Glibc

/// `parapet protect probe`: a function that tells what a real account allows.
struct ProtectProbeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "probe",
    abstract: "Write a small function that reports what the platform allows the enforcer.",
    discussion: """
      A Python function without dependencies, with a SAM template and a page on how to deploy, invoke and delete it. \
      It needs no permission, changes nothing, and returns facts about the kernel and the C library, no secrets.
      """)

  @Option(
    name: [.short, .long], help: "The folder to write, or a file that ends in .zip.", completion: .directory)
  var output: String = "parapet-probe"

  func run() throws {
    if output.lowercased().hasSuffix(".zip") {
      return try OutputTarget(path: output).write(try ProbePackage.archive())
    }
    guard mkdir(output, 0o755) == 0 || errno == EEXIST else {
      throw ValidationError("The folder '\(output)' cannot be made: \(String(cString: strerror(errno))).")
    }
    for file in ProbePackage.files { try OutputTarget(path: output + "/" + file.name).write(file.bytes) }
  }
}
