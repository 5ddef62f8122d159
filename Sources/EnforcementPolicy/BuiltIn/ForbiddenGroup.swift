/// Programs that a policy forbids by one word.
package enum ForbiddenGroup: String, CaseIterable, Hashable, Sendable {
  case miners
  case networkTools = "network-tools"
  case remoteAccess = "remote-access"
  case scanners
  case cloudTools = "cloud-tools"
  case privilegeTools = "privilege-tools"
  case debuggers
  case shells
  case interpreters
  case compilers
  case packageManagers = "package-managers"

  /// What a policy forbids that does not say which groups: what no function needs.
  package static let standard: [ForbiddenGroup] = [
    .miners, .networkTools, .remoteAccess, .scanners, .cloudTools, .privilegeTools, .debuggers,
    .packageManagers,
  ]

  /// As a comment beside the group.
  package var summary: String {
    switch self {
    case .miners: "coin miners: xmrig, ethminer, …"
    case .networkTools: "what fetches and sends: curl, wget, nc, socat, …"
    case .remoteAccess: "tunnels and remote shells: ssh, ngrok, frpc, …"
    case .scanners: "nmap, masscan, nuclei, …"
    case .cloudTools: "aws, kubectl, docker, terraform, …"
    case .privilegeTools: "sudo, su, setcap, nsenter, …"
    case .debuggers: "gdb, strace, …: they read another process's memory"
    case .shells: "sh, bash, busybox, …: what command injection needs"
    case .interpreters: "python3, perl, node, awk, …"
    case .compilers: "gcc, ld, make, …"
    case .packageManagers: "yum, apt, pip, npm, …"
    }
  }

  /// Globs of file names, sorted.
  package var names: [String] {
    switch self {
    case .miners:
      [
        "*miner", "bfgminer", "ccminer*", "cgminer*", "claymore*", "cpuminer*", "ethminer*", "kdevtmpfsi",
        "kinsing*", "kthreaddi", "lolminer*", "minerd", "minergate*", "nanominer*", "nbminer*", "nicehash*",
        "phoenixminer*", "sysrv*", "t-rex", "teamredminer*", "trex", "xmr-stak*", "xmrig*", "xmrigcc*",
        "xmrigdaemon", "xmrstak*", "z-enemy*",
      ]
    case .networkTools:
      [
        "aria2c", "axel", "curl", "dig", "ftp", "host", "http", "httpie", "lftp", "links", "lynx", "nc",
        "nc.openbsd", "nc.traditional", "ncat", "ncftp", "netcat", "nslookup", "openssl", "rclone", "rsync",
        "s_client", "socat", "telnet", "tftp", "w3m", "wget", "wget2", "whois", "xh",
      ]
    case .remoteAccess:
      [
        "autossh", "chisel*", "cloudflared*", "dropbear", "frpc", "frps", "gost", "gsocket", "gs-netcat",
        "ligolo*", "localtunnel", "merlin*", "meterpreter*", "ngrok*", "pagekite*", "plink", "proxychains*",
        "pupy*", "rsh", "scp", "sftp", "sliver*", "ssh", "sshd", "sshpass", "stunnel*", "tailscale*", "tmate",
        "tor", "tsh", "zrok*",
      ]
    case .scanners:
      [
        "amass", "arp-scan", "dirb", "ettercap", "ffuf", "fping", "gobuster", "hping*", "hydra", "john",
        "linpeas*", "masscan*", "medusa", "naabu", "nikto*", "nmap", "nuclei", "pspy*", "responder",
        "rustscan",
        "sqlmap*", "subfinder", "tcpdump", "traceroute", "tshark", "wfuzz", "zgrab*", "zmap",
      ]
    case .cloudTools:
      [
        "aws", "aws2", "aws_completer", "az", "cfn", "crictl", "ctr", "docker", "eksctl", "gcloud", "gsutil",
        "helm", "kubectl", "pacu*", "podman", "pulumi", "s3cmd", "s5cmd", "sam", "session-manager-plugin",
        "steampipe", "terraform", "tofu", "vault",
      ]
    case .privilegeTools:
      [
        "capsh", "chroot", "dbus-send", "doas", "insmod", "mount", "newgrp", "nsenter", "pkexec", "runuser",
        "setcap", "setpriv", "sg", "su", "sudo", "sudoedit", "umount", "unshare",
      ]
    case .debuggers:
      [
        "bpftrace", "gcore", "gdb", "gdb-*", "gdbserver", "jdb", "jmap", "lldb*", "ltrace", "perf", "py-spy",
        "radare2", "r2", "strace", "valgrind*",
      ]
    case .shells:
      [
        "ash", "bash", "bash-*", "busybox*", "csh", "dash", "elvish", "fish", "ksh", "ksh93", "mksh", "nu",
        "pwsh", "rbash", "rc", "sh", "tcsh", "toybox*", "xonsh", "yash", "zsh", "zsh-*",
      ]
    case .interpreters:
      [
        "awk", "bun", "deno", "expect", "gawk", "groovy", "guile", "irb", "java", "jjs", "jshell", "jq",
        "julia",
        "lua*", "mawk", "nawk", "node", "nodejs", "original-awk", "perl", "perl5*", "php*", "pypy*", "python",
        "python2*", "python3*", "qemu-*", "R", "Rscript", "ruby*", "scala", "tclsh*", "wish*",
      ]
    case .compilers:
      [
        "as", "c++", "cargo", "cc", "clang*", "cmake", "cpp", "dotnet-*", "g++*", "gcc*", "go", "gold",
        "javac",
        "ld", "ld.*", "make", "ninja", "rustc", "swiftc", "tcc", "zig",
      ]
    case .packageManagers:
      [
        "apk", "apt", "apt-*", "bundle", "composer", "conda", "corepack", "dnf*", "dpkg*", "easy_install*",
        "gem", "microdnf", "npm", "npx", "opkg", "pip", "pip2*", "pip3*", "pipx", "pnpm", "pnpx", "poetry",
        "rpm*", "snap", "uv", "uvx", "yarn", "yum*", "zypper",
      ]
    }
  }
}
