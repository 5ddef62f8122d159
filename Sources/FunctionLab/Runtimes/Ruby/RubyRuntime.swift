extension PreparedRuntime {
  /// Ruby through a client of ours.
  static func ruby(
    _ function: LabFunction, interpreter: String?, places: SandboxPlaces
  ) throws(LabError) -> PreparedRuntime {
    let wanted = function.runtime
    guard let program = interpreter ?? HostProgram.find(["ruby\(wanted.version)", "ruby"]) else {
      throw .interpreterMissing(.ruby, wanted: wanted.description)
    }
    let question =
      "puts RbConfig.ruby, RUBY_VERSION, RbConfig::CONFIG['prefix'], RbConfig::CONFIG['ruby_version']"
    let answer = HostProgram.run(program, ["-e", question])
    let lines = answer?.output.split(separator: "\n").map(String.init) ?? []
    guard answer?.status == 0, lines.count == 4, lines[0].hasPrefix("/") else {
      throw .unusable(path: program, reason: "it does not answer as Ruby does")
    }
    var runtime = PreparedRuntime(
      [lines[0], "\(places.runtime)/bootstrap.rb"], description: "Ruby \(lines[1])")
    runtime.noteVersion(lines[1], of: wanted)
    runtime.reachable = [lines[2]]
    runtime.programs = [("ruby", lines[0])]
    runtime.files = [("bootstrap.rb", .text(RubyBootstrap.text))]
    runtime.variables = [
      "GEM_HOME": "\(places.task)/vendor/bundle/ruby/\(lines[3])",
      "GEM_PATH": "\(places.task)/vendor/bundle/ruby/\(lines[3]):\(places.layers)/ruby/gems/\(lines[3])",
      "RUBYLIB": "\(places.task):\(places.runtime)/lib:\(places.layers)/ruby/lib",
    ]
    return runtime
  }
}
