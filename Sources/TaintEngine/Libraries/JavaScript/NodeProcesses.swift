/// Programs that Node starts.
enum NodeProcesses {
  static let calls: [CallModel] = shells + lists + quoting

  private static let output = CallModel.Effect.result(.remote("the output of a program"))

  private static let shells: [CallModel] = [
    CallModel(
      "child_process.{exec,execSync}",
      effects: [
        .into(.osCommand, .position(0)), .into(.childEnvironment, .field(.position(1), "env")), output,
        .callback(
          Callback(
            .last, parameters: [.origin(.error(.whole)), .callResult, .callResult], isImmediate: false)),
      ]),
    CallModel(
      """
      {shelljs.exec,execa.command,execa.commandSync,execa.execaCommand,execa.execaCommandSync,execa.$,\
      zx.$,shell-exec,child-process-promise.exec,child_process_promise.exec,promisify-child-process.exec,\
      node-cmd.run,node-cmd.get,node-cmd.runSync,exec-sh,exec-sh.promise,npm-run.exec,npm-run.sync,\
      await-exec,cp-promise.exec,async-exec,child-process-async.exec,node-exec-promise.exec,\
      shelljs.default.exec,ssh2.Client().exec,node-ssh.NodeSSH().execCommand,simple-ssh().exec,\
      systeminformation.inetLatency,systeminformation.inetChecksite}
      """,
      effects: [.into(.osCommand, .position(0)), output]),
    CallModel(
      "{shelljs.ls,shelljs.rm,shelljs.cp,shelljs.mv,shelljs.cat,shelljs.mkdir}",
      effects: [.into(.filePath, .allFrom(0), .likely)]),
    CallModel("{zx.$.raw,bun.$,bun.$.raw}", effects: [.into(.osCommand, .allFrom(0), .likely), output]),
    CallModel("cluster.fork", effects: [.into(.childEnvironment, .position(0)), .clean]),
  ]

  private static let lists: [CallModel] = [
    CallModel(
      """
      {child_process.spawn,child_process.spawnSync,child_process.execFile,child_process.execFileSync,\
      cross-spawn,cross-spawn.sync,cross-spawn.spawn,execa,execa.execa,execa.execaSync,execa.sync,\
      child-process-promise.spawn,child-process-promise.execFile,promisify-child-process.spawn,\
      promisify-child-process.execFile,node-pty.spawn,child-process-async.spawn,spawn-rx.spawn,tinyexec.x,\
      nano-spawn}
      """,
      effects: listEffects(arguments: .position(1), options: [.position(2), .position(1)]) + [
        output,
        .callback(
          Callback(
            .last, parameters: [.origin(.error(.whole)), .callResult, .callResult], isImmediate: false)),
      ]),
    CallModel(
      "child_process.fork",
      effects: [
        .into(.codeExecution, .position(0)), .into(.childEnvironment, .field(.position(2), "env")),

      ]),
    CallModel("worker_threads.Worker", "Worker", effects: [.into(.codeExecution, .position(0))]),
    CallModel(
      "{child_process.spawn,cross-spawn,execa}().{stdout,stderr}.on",
      effects: [
        .callback(
          Callback(.position(1), parameters: [.remote("the output of a program")], isImmediate: false))
      ]),
  ]

  /// `program, [arguments], options`; options may stand second.
  private static func listEffects(arguments: Selector, options: [Selector]) -> [CallModel.Effect] {
    let all = Selector.elements(arguments, from: 0)
    let withShell = Condition.any(options.map { .truthy(.field($0, "shell")) })
    return [
      .into(.osCommand, .position(0)),
      .into(.osCommand, all, when: [withShell]),
      .into(
        .osCommand, .elements(arguments, from: 1),
        when: [
          .isText(.position(0), Programs.shells), .isText(.element(arguments, 0), Programs.shellOptions),
        ]),
    ]
      + Programs.effects(
        of: .position(0), arguments: all, option: .element(arguments, 0), code: .elements(arguments, from: 1))
      + options.map { .into(.childEnvironment, .field($0, "env")) }
  }

  private static let quoting: [CallModel] = [
    CallModel(
      """
      {shell-quote.quote,shell-escape,any-shell-escape,shescape.quote,shescape.quoteAll,\
      shescape.Shescape().quote,puka.sh,puka.quoteForShell,shellwords.escape,bash-escape}
      """,
      effects: [.escapes(.position(0), for: .osCommand)]),
    CallModel("shell-quote.parse", "string-argv", effects: [.result(.sequence(of: .madeOf([.position(0)])))]),
  ]
}
