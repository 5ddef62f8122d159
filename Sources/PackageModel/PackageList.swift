package import FindingModel

/// What one manifest, lockfile or bundle says about packages.
package struct PackageList: Sendable {
  package let path: String
  package let format: PackageListFormat
  /// Packages that are there or will be installed, each with a version; sorted by nothing but the file's order.
  package var packages: [PackageEntry]
  /// What the project itself asks for.
  package var requirements: [PackageRequirement]
  /// The project's own name and version, where the file says them.
  package var project: (name: String?, version: String?)
  /// Registries that the file sets, with the scope or name that each is for; `nil` for all packages.
  package var registries: [(address: String, scope: String?)]
  /// Those of ``registries`` that are asked besides the first for every package, so that either may answer: pip's
  /// `--extra-index-url`, each with its place.
  package var additionalRegistries: [(address: String, location: SourceLocation)]
  /// Versions that the file sets for packages however they come in.
  ///
  /// npm's `overrides`, yarn's `resolutions`, pip's constraints; they ask for nothing by themselves.
  package var overrides: [PackageRequirement]
  /// Folders that are installed as packages, without the file saying what these are called: pip's `-e ../common`.
  package var folders: [InstalledFolder]
  /// Licences that the project declares for itself.
  package var licences: [String]
  /// Programs that a package manager runs while it installs this project.
  package var installScripts: [InstallScript]
  /// What the project wants to run on, as written: `node` and `>=18`, `python` and `>=3.9`.
  package var engines: [(name: String, constraint: String)]
  /// What could not be read, or not to its end.
  package var problems: [NotChecked]

  package init(path: String, format: PackageListFormat) {
    self.path = path
    self.format = format
    packages = []
    requirements = []
    project = (nil, nil)
    registries = []
    additionalRegistries = []
    overrides = []
    folders = []
    licences = []
    installScripts = []
    engines = []
    problems = []
  }

  package var ecosystem: Ecosystem? { format.ecosystem }
}

/// A folder of the project that is installed as a package.
package struct InstalledFolder: Hashable, Sendable {
  /// From the folder in which the installer runs, as written.
  package let path: String
  package let location: SourceLocation

  package init(path: String, at location: SourceLocation) {
    self.path = path
    self.location = location
  }
}

/// A command that runs when a package is installed.
package struct InstallScript: Hashable, Sendable {
  /// The moment, in the manager's words: `postinstall`.
  package let event: String
  /// As written; it may hold a secret, so reports do not repeat it.
  package let command: String
  package var location: SourceLocation

  package init(event: String, command: String, at location: SourceLocation) {
    self.event = event
    self.command = command
    self.location = location
  }
}

/// One package with a version.
package struct PackageEntry: Sendable {
  package let identity: PackageIdentity
  /// As the registry spells it: `Newtonsoft.Json`, `@scope/name`, `group:artifact`.
  package let name: String
  /// What the project calls it, where that is not its name: `lodash4` for `"lodash4": "npm:lodash@4"`.
  package var alias: String?
  /// As written, without the `v` of Go's lists only where Go itself drops it; `nil` where nothing says it.
  package var version: String?
  package var source: PackageSource
  package var scope: DependencyScope
  /// Whether the project asks for it by name.
  package var isDirect: Bool
  package var integrity: [IntegrityHash]
  /// Licences as declared: SPDX expressions where the file has them, else the words it uses.
  package var licences: [String]
  /// Whether the file says that installing it runs code of its own.
  package var hasInstallScript: Bool
  /// What the maintainers say of it when it is installed, `nil` if they do not deprecate it.
  package var deprecation: String?
  /// Packages of the same list that it needs: indexes into ``PackageList/packages``.
  package var dependencies: [Int]
  /// Files of the bundle that belong to it: the folder or archive it lies in; `nil` for lockfiles.
  package var bundledPath: String?
  /// Names that programs import it by, where the bundle says so: `yaml` of PyYAML.
  package var importNames: [String]
  /// Where it counts at all, as written: `sys_platform == "win32"`; `nil` for everywhere.
  package var condition: String?
  package var location: SourceLocation

  package init(
    _ identity: PackageIdentity, name: String, version: String?, source: PackageSource = .registry(nil),
    scope: DependencyScope = .production, isDirect: Bool = false, at location: SourceLocation
  ) {
    self.identity = identity
    self.name = name
    self.version = version
    self.source = source
    self.scope = scope
    self.isDirect = isDirect
    self.location = location
    integrity = []
    licences = []
    hasInstallScript = false
    deprecation = nil
    dependencies = []
    bundledPath = nil
    alias = nil
    importNames = []
    condition = nil
  }
}

/// What a manifest asks for.
package struct PackageRequirement: Sendable {
  package let identity: PackageIdentity
  package let name: String
  /// What the project calls it, where that is not its name.
  package var alias: String?
  /// As written, `^1.4.0`; `nil` or empty for any version.
  package let constraint: String?
  package var scope: DependencyScope
  package var source: PackageSource
  /// Digests beside it, of requirement files with hashes.
  package var integrity: [IntegrityHash]
  /// Where it counts at all, as written: `sys_platform == "win32"`; `nil` for everywhere.
  package var condition: String?
  package var location: SourceLocation

  package init(
    _ identity: PackageIdentity, name: String, constraint: String?, scope: DependencyScope = .production,
    source: PackageSource = .registry(nil), integrity: [IntegrityHash] = [], at location: SourceLocation
  ) {
    self.identity = identity
    self.name = name
    self.constraint = constraint
    self.scope = scope
    self.source = source
    self.integrity = integrity
    alias = nil
    condition = nil
    self.location = location
  }
}

/// The kinds of files that say something about packages.
package enum PackageListFormat: String, CaseIterable, Hashable, Sendable {
  case npmManifest = "package.json"
  case npmLock = "package-lock.json"
  case yarnLock = "yarn.lock"
  case pnpmLock = "pnpm-lock.yaml"
  case bunLock = "bun.lock"
  case npmBundle = "node_modules"
  case requirements = "requirements.txt"
  case pythonProject = "pyproject.toml"
  case pipfile = "Pipfile"
  case pipfileLock = "Pipfile.lock"
  case poetryLock = "poetry.lock"
  case uvLock = "uv.lock"
  case pdmLock = "pdm.lock"
  case pythonLock = "pylock.toml"
  case setupConfiguration = "setup.cfg"
  case setupScript = "setup.py"
  case pythonBundle = "dist-info"
  case mavenProject = "pom.xml"
  case gradleLock = "gradle.lockfile"
  case gradleProject = "build.gradle"
  case javaArchive = "jar"
  case nugetLock = "packages.lock.json"
  case dotnetDependencies = "deps.json"
  case dotnetProject = "csproj"
  case goModule = "go.mod"
  case goSum = "go.sum"
  case goBinary = "go binary"
  case gemfile = "Gemfile"
  case gemfileLock = "Gemfile.lock"
  case swiftManifest = "Package.swift"
  case swiftResolved = "Package.resolved"
  case executable = "executable"

  package var ecosystem: Ecosystem? {
    switch self {
    case .npmManifest, .npmLock, .yarnLock, .pnpmLock, .bunLock, .npmBundle: .npm
    case .requirements, .pythonProject, .pipfile, .pipfileLock, .poetryLock, .uvLock, .pdmLock, .pythonLock,
      .setupConfiguration, .setupScript, .pythonBundle:
      .pypi
    case .mavenProject, .gradleLock, .gradleProject, .javaArchive: .maven
    case .nugetLock, .dotnetDependencies, .dotnetProject: .nuget
    case .goModule, .goSum, .goBinary: .go
    case .gemfile, .gemfileLock: .rubyGems
    case .swiftManifest, .swiftResolved: .swift
    case .executable: nil
    }
  }

  /// Whether it fixes the version of everything that will be installed.
  package var isLock: Bool {
    switch self {
    case .npmLock, .yarnLock, .pnpmLock, .bunLock, .pipfileLock, .poetryLock, .uvLock, .pdmLock, .pythonLock,
      .gradleLock,
      .nugetLock, .goSum, .gemfileLock, .swiftResolved:
      true
    default: false
    }
  }

  /// Whether it says what really is in the bundle.
  package var isBundle: Bool {
    switch self {
    case .npmBundle, .pythonBundle, .javaArchive, .dotnetDependencies, .goBinary, .executable: true
    default: false
    }
  }
}
