/// Programs that Python starts.
enum PythonProcesses {
  static let calls: [CallModel] = shells + lists + conditional + quoting

  private static let shells: [CallModel] = [
    CallModel("os.system", effects: [.into(.osCommand, .argument(0, "command")), .clean]),
    CallModel(
      "os.popen",
      effects: [.into(.osCommand, .argument(0, "cmd")), .result(.remote("the output of a program"))]),
    CallModel(
      "os.popen().{read,readlines,readline}", "subprocess.Popen().communicate", effects: [.keepsReceiver]),
    CallModel(
      "subprocess.{getoutput,getstatusoutput}",
      effects: [.into(.osCommand, .argument(0, "cmd")), .result(.remote("the output of a program"))]),
    CallModel(
      """
      {commands.getoutput,commands.getstatusoutput,popen2.popen2,popen2.popen3,popen2.popen4,os.popen2,\
      os.popen3,os.popen4}
      """,
      effects: [.into(.osCommand, .position(0)), .result(.remote("the output of a program"))]),
    CallModel(
      "*.subprocess_shell",
      effects: [.into(.osCommand, .argument(1, "cmd")), .into(.childEnvironment, .named("env"))]),
    CallModel(
      "*.subprocess_exec",
      effects: [
        .into(.osCommand, .position(1)), .into(.osCommand, .element(.position(1), 0)),
        .into(
          .osCommand, .elements(.position(1), from: 2), when: shellIsFirst(.position(1), option: 1)),
        .into(
          .osCommand, .allFrom(3),
          when: [.isText(.position(1), Programs.shells), .isText(.position(2), Programs.shellOptions)]),
      ]
        + Programs.effects(
          of: .position(1), arguments: .allFrom(2), option: .position(2), code: .allFrom(3))),
    CallModel(
      "asyncio.{create_subprocess_shell,subprocess.create_subprocess_shell}",
      effects: [.into(.osCommand, .argument(0, "cmd")), .into(.childEnvironment, .named("env"))]),
    CallModel(
      """
      {pexpect.run,pexpect.runu,pexpect.spawn,pexpect.spawnu,pexpect.popen_spawn.PopenSpawn,\
      ptyprocess.PtyProcess.spawn}
      """,
      effects: [.into(.osCommand, .argument(0, "command"))]),
    CallModel(
      """
      {fabric.api.local,fabric.api.run,fabric.api.sudo,invoke.run,invoke.sudo,fabric.operations.local,\
      fabric.operations.run}
      """,
      effects: [.into(.osCommand, .argument(0, "command"))]),
    CallModel(
      """
      {fabric.Connection,fabric.connection.Connection,invoke.Context,invoke.context.Context}().{run,local,\
      sudo}
      """,
      "paramiko.SSHClient().exec_command", "paramiko.client.SSHClient().exec_command",
      "{paramiko.Transport().open_session,paramiko.SSHClient().get_transport().open_session}().exec_command",
      effects: [.into(.osCommand, .argument(0, "command"))]),
    CallModel(
      "{sh.sh,sh.bash,plumbum.cmd.sh,plumbum.cmd.bash}", effects: [.into(.osCommand, .allFrom(0), .likely)]),
    CallModel(
      "{envoy.run,delegator.run,sarge.run,sarge.capture_stdout,easyprocess.EasyProcess}",
      effects: [.into(.osCommand, .position(0), .likely)]),
  ]

  /// `os.exec*` and `os.spawn*` start a program with arguments, no shell.
  private static let lists: [CallModel] = [
    CallModel(
      "os.{execl,execle,execlp,execlpe,posix_spawn,posix_spawnp,startfile}",
      effects: [.into(.osCommand, .position(0)), .into(.commandArgument, .allFrom(1), .likely)]),
    CallModel(
      "os.{execv,execve,execvp,execvpe}",
      effects: [
        .into(.osCommand, .position(0)),
        .into(.osCommand, .elements(.position(1), from: 2), when: shellIsFirst(.position(1), option: 1)),
        .into(.commandArgument, .elements(.position(1), from: 1), .likely),
      ]),
    CallModel(
      "os.{spawnl,spawnle,spawnlp,spawnlpe}",
      effects: [
        .into(.osCommand, .position(1)),
        .into(.osCommand, .allFrom(3), when: [.isText(.position(1), Programs.shells)]),
        .into(.commandArgument, .allFrom(3), .likely),
      ]),
    CallModel(
      "os.{spawnv,spawnve,spawnvp,spawnvpe}",
      effects: [
        .into(.osCommand, .position(1)),
        .into(.osCommand, .elements(.position(2), from: 2), when: [.isText(.position(1), Programs.shells)]),
        .into(.commandArgument, .elements(.position(2), from: 1), .likely),
      ]),
    CallModel("pty.spawn", effects: listEffects(.position(0))),
  ]

  /// Bytes, whose text escapes line breaks, unless texts are asked for.
  private static let output = ResultModel.conditional(
    [
      .any([
        .present(.named("text")), .present(.named("universal_newlines")), .present(.named("encoding")),
        .present(.named("errors")),
      ])
    ], .remote("the output of a program"),
    otherwise: .encoded(.remote("the output of a program"), for: SinkKinds(.logLine)))

  private static let conditional: [CallModel] = [
    CallModel(
      "subprocess.{run,call,check_call,check_output,Popen}",
      effects: [
        .into(.osCommand, .argument(0, "args"), when: [.truthy(.named("shell"))]),
        .into(.osCommand, .element(.argument(0, "args"), 0), when: [.truthy(.named("shell"))]),
        .into(.osCommand, .named("executable"), .likely),
        .into(.childEnvironment, .named("env")),
        .result(output),
      ] + listEffects(.argument(0, "args"))),
    CallModel(
      "asyncio.{create_subprocess_exec,subprocess.create_subprocess_exec}",
      effects: [
        .into(.osCommand, .position(0)), .into(.childEnvironment, .named("env")),
        .into(
          .osCommand, .allFrom(2),
          when: [.isText(.position(0), Programs.shells), .isText(.position(1), Programs.shellOptions)]),
      ]
        + Programs.effects(
          of: .position(0), arguments: .allFrom(1), option: .position(1), code: .allFrom(2))),
  ]

  /// A list whose first element is the program.
  private static func listEffects(_ list: Selector) -> [CallModel.Effect] {
    [
      .into(.osCommand, list, when: [.text(list)], .likely),
      .into(.osCommand, .element(list, 0), .likely),
      .into(.osCommand, .elements(list, from: 2), when: shellIsFirst(list, option: 1)),
    ]
      + Programs.effects(
        of: .element(list, 0), arguments: .elements(list, from: 1), option: .element(list, 1),
        code: .elements(list, from: 2))
  }

  private static func shellIsFirst(_ list: Selector, option: Int) -> [Condition] {
    [.isText(.element(list, 0), Programs.shells), .isText(.element(list, option), Programs.shellOptions)]
  }

  private static let quoting: [CallModel] = [
    CallModel("{shlex.quote,pipes.quote}", effects: [.escapes(.argument(0, "s"), for: .osCommand)]),
    CallModel("shlex.split", effects: [.result(.sequence(of: .madeOf([.position(0)])))]),
    CallModel(
      "shlex.join", "subprocess.list2cmdline",
      effects: [.escapes(.position(0), for: .osCommand)]),
  ]
}
